import type { PythonClass, PythonSignature } from "../../spec/document/pythonFence";

/** An error that a spec defines. */
export interface SpecError {
  /** `InvoiceLockedError`. */
  readonly name: string;
  readonly status: number;
  /** For people, without a dot at its end. */
  readonly message: string;
}

/** A rule of a business: `BR-001`. */
export interface SpecRule {
  readonly id: string;
  readonly text: string;
}

/** A method of a spec's interface. */
export interface SpecMethod {
  readonly signature: PythonSignature;
  /** The line of the document (from 1) that it stands at. */
  readonly line: number;
  /** Its source from `def` to the end of its docstring, as far in as a method is. */
  readonly source: string;
  /** The names of its errors and events, and the rules that it speaks of. */
  readonly errors: readonly string[];
  readonly events: readonly string[];
  readonly rules: readonly string[];
}

/** What a spec says of a module, as far as a scaffold makes something of it. */
export interface ModuleSpec {
  /** The module: `invoices`. */
  readonly name: string;
  /** Of the model, in the field language. */
  readonly fields: readonly string[];
  readonly methods: readonly SpecMethod[];
  readonly errors: readonly SpecError[];
  readonly rules: readonly SpecRule[];
  /** Where each state leads to; none where there is no machine of the model's. */
  readonly states: StateMachine | undefined;
  /** Classes that the model is none of: what methods take and give. */
  readonly classes: readonly PythonClass[];
}

/** The states of a model's field. */
export interface StateMachine {
  readonly field: string;
  readonly moves: readonly (readonly [from: string, to: readonly string[]])[];
  /** What moves there, as the arrows say, and the state that it leads to. */
  readonly by: readonly (readonly [text: string, to: string])[];
}
