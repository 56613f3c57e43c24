import type { Expression, Statement } from "../python/ast/nodes";
import type { Scope } from "./scope";
import type { Assumption, CallV, ClassV, FunctionV, Place, Value } from "./value";

/** What the evaluator asks about the project's modules. */
export interface Modules {
  /**
   * The module that a dotted name leads to from a file: its path, `null` for a folder that is a namespace package,
   * `undefined` for what is not in the project.
   */
  resolve(name: string, from: string): string | null | undefined;
  /** The dotted name of a module of the project. */
  nameOf(path: string): { readonly name: string; readonly isPackage: boolean };
  /** The paths of all modules. */
  readonly paths: readonly string[];
  /** Its top-level statements. */
  statements(path: string): readonly Statement[];
  /** Its names after it ran; those it has so far when it is running. */
  namespace(path: string): Namespace;
  /**
   * What is computed for a function or class of a module, kept for as long as it cannot have changed.
   * @param question names what is asked
   */
  remember<D extends FunctionV | ClassV, T>(question: string, of: D, answer: (of: D) => T): T;
}

/** A module's names. */
export interface Namespace {
  readonly scope: Scope;
  /** Whether it is still running: then names can come. */
  readonly isPartial: boolean;
}

/** A call that leads out of the project, in the order in which the calls happen. */
export interface Effect {
  readonly call: CallV;
  /** What it stands in, innermost first. */
  readonly within: Block | undefined;
}

/** A part of the code that may run once, never or often. */
export interface Block {
  readonly kind: "branch" | "loop" | "try" | "handler" | "call";
  readonly place: Place;
  /** What its condition depends on beyond the code. */
  readonly assumed: readonly Assumption[];
  /** What a loop goes through. */
  readonly over?: Value;
  readonly parent: Block | undefined;
}

/** Most calls of project functions within each other. */
const deepestCall = 40;
/** The state of one run of a module's code, or of a function. */
export class Evaluation {
  readonly effects: Effect[] = [];
  /** The functions and classes that were made, in the order of their statements. */
  readonly made: (FunctionV | ClassV)[] = [];
  /** The functions whose bodies were run. */
  readonly called = new Set<object>();
  /** The functions that are running, innermost last, by their node. */
  readonly calls: object[] = [];
  within: Block | undefined;
  /** Hears what each expression gives, in the order in which they are evaluated. */
  onValue: ((node: Expression, value: Value) => void) | undefined;
  private steps = 0;
  private isSilent = false;

  constructor(
    readonly modules: Modules,
    /**
     * Whether calls of the project's functions are followed into their bodies, as importing a module does. Otherwise
     * they are kept as terms, and their result is what the function says that it returns.
     */
    readonly follows: boolean,
    /** Most statements and expressions of the run. */
    private readonly mostSteps = 400_000,
  ) {}

  /** Counts a step, or what takes as long as so many. Throws when there were too many. */
  step(count = 1): void {
    this.steps += count;
    if (this.steps > this.mostSteps) throw new TooManySteps();
  }

  /** Whether a function may be called now: recursion and deep chains end. */
  mayCall(node: object): boolean {
    if (this.calls.length >= deepestCall) return false;
    return this.calls.filter((one) => one === node).length < 2;
  }

  /** Runs something as part of a block. */
  inside<T>(block: Omit<Block, "parent">, run: () => T): T {
    const outer = this.within;
    this.within = { ...block, parent: outer };
    try {
      return run();
    } finally {
      this.within = outer;
    }
  }

  /** Notes a call that leads out of the project. */
  note(call: CallV): CallV {
    if (!this.isSilent) this.effects.push({ call, within: this.within });
    return call;
  }

  /** Runs something for what it gives only: its calls are not noted. */
  silently<T>(run: () => T): T {
    const before = this.isSilent;
    this.isSilent = true;
    try {
      return run();
    } finally {
      this.isSilent = before;
    }
  }
}

/** A run that was given up; what it found so far stands. */
export class TooManySteps extends Error {}

/** Where a node of a scope's module stands. */
export function placeOf(
  node: { readonly line: number; readonly character: number },
  scope: Scope,
): Place {
  return { path: scope.path, line: node.line, character: node.character };
}

/** Positional and keyword arguments of a call. */
export interface Arguments {
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Whether there can be more than these. */
  readonly open: boolean;
}

export const noArguments: Arguments = { args: [], keywords: new Map(), open: false };
