import type { CallV, ClassV, Place, Value } from "../../evaluation/value";

/** The major version of Pydantic that a project is installed with. */
export type PydanticMajor = 1 | 2;

/** A class, or a call of `create_model`, that says what data looks like. */
export interface Schema {
  readonly name: string;
  readonly kind: "pydantic" | "dataclass" | "typed-dict";
  readonly value: ClassV | CallV;
  /** The dotted name of its module. */
  readonly module: string;
  readonly place: Place;
  /** The names of its bases, as they are written. */
  readonly bases: readonly string[];
  /** Its docstring. */
  readonly description: string | null;
  readonly fields: readonly SchemaField[];
  readonly validators: readonly Validator[];
  /** `model_config`, `class Config` and class keywords, of the bases too; the names are those of Pydantic 2. */
  readonly config: ReadonlyMap<string, Value>;
}

/** A field of a schema. */
export interface SchemaField {
  readonly name: string;
  /** The name in JSON, where it is another one. */
  readonly alias: string | null;
  /** As a person writes it. */
  readonly type: string;
  /** The type as a value, with `Annotated` and `None`; `undefined` where nothing says it. */
  readonly annotation: Value | undefined;
  readonly required: boolean;
  /** As Python source text; `null` where there is none, or where it is not known. */
  readonly default: string | null;
  readonly defaultValue: Value | undefined;
  /** `min_length`, `gt`, `pattern` …, as Python source text. */
  readonly constraints: Readonly<Record<string, string>>;
  readonly description: string | null;
  /** All that `Field(…)` was given by keyword. */
  readonly info: ReadonlyMap<string, Value>;
  readonly place: Place;
  /** The class that it is inherited from. */
  readonly inheritedFrom: string | null;
  /** The class that declares it, or what else stands among the bases. */
  readonly owner: Value;
}

/** A function that checks or changes what a schema is given. */
export interface Validator {
  readonly name: string;
  readonly kind: "field" | "model";
  /** `before`, `after`, `wrap` or `plain`. */
  readonly mode: string;
  /** The fields it is for; `*` for all. */
  readonly fields: readonly string[];
  readonly place: Place;
  readonly inheritedFrom: string | null;
}

/** Something about a schema that is known only when the code runs. */
export interface Unresolved extends Place {
  readonly what: string;
}
