/**
 * What one file says to the others: plain data that depends on that file's text alone, so that it can be cached by
 * content and sent between threads. Names are absolute and dotted, as far as the file itself tells.
 */
export interface ModuleFacts {
  readonly module: string;
  /** Names that the module's top level imports, by what they stand for: `{"User": "app.models.User"}`. */
  readonly imports: Readonly<Record<string, string>>;
  readonly classes: readonly ClassFact[];
  readonly functions: readonly FunctionFact[];
  /** Calls outside any function. */
  readonly calls: readonly CallFact[];
}

/** A class. */
export interface ClassFact {
  readonly name: string;
  /** `null` for a base that is no plain name. */
  readonly bases: readonly (string | null)[];
}

/** A function or method. */
export interface FunctionFact {
  readonly name: string;
  /** Names of the parameters that can be given by position or keyword, in order; `self` and `cls` are left out. */
  readonly parameters: readonly string[];
  readonly decorators: readonly CallFact[];
  /** Calls in its body, nested functions left out. */
  readonly calls: readonly CallFact[];
}

/** A call, or a decorator. */
export interface CallFact {
  /** What is called; `null` when the file does not tell. `super().__init__` stands as `<class>.super().__init__`. */
  readonly callee: string | null;
  /** The last attribute of what is called: `exception_handler` for `app.exception_handler(…)`. */
  readonly method: string | null;
  readonly args: readonly ValueFact[];
  readonly keywords: Readonly<Record<string, ValueFact>>;
}

/** An argument, as far as other files may want to know it. */
export type ValueFact =
  | { readonly kind: "number"; readonly value: number }
  /** A parameter of the enclosing function, and its default where that is known. */
  | { readonly kind: "parameter"; readonly name: string; readonly default: ValueFact | null }
  | { readonly kind: "name"; readonly target: string }
  | { readonly kind: "list"; readonly items: readonly ValueFact[] }
  | {
      readonly kind: "dict";
      readonly keys: readonly ValueFact[];
      readonly values: readonly ValueFact[];
    }
  | { readonly kind: "other" };
