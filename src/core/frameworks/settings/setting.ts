import type { ClassV, FunctionV, Place } from "../../evaluation/value";

/** A value that the environment gives. */
export interface Setting {
  /** The settings class; empty for a look-up outside of any class. */
  readonly class: string;
  /** The attribute or variable that holds it, dotted for one of a nested model; else the environment variable. */
  readonly name: string;
  /** The environment variable as it is looked up: in capitals, where case does not count. */
  readonly environment: string;
  /** As a person writes it. */
  readonly type: string;
  /** A plain value, or Python source text for any other; `null` for none, for `None`, and where it is not known. */
  readonly default: string | number | boolean | null;
  /** Whether the code fails without it. */
  readonly required: boolean;
  readonly place: Place;
}

/** A variable of a module that holds settings. */
export interface SettingsInstance {
  readonly class: ClassV;
  readonly name: string;
  /** The dotted name of the module. */
  readonly module: string;
  readonly place: Place;
}

/** A function that returns settings. */
export interface SettingsGetter {
  readonly class: ClassV;
  readonly function: FunctionV;
  readonly place: Place;
}

/** A setting that is known only when the code runs. */
export interface Unresolved extends Place {
  readonly what: string;
}
