import type { InspectedColumn, InspectedPlace } from "../inspect/inspection";

/**
 * What a backend promises to those outside of it, as data that outlives the code it was read from: two states are compared
 * by `compareContracts`.
 */
export interface Contract {
  readonly endpoints: readonly ContractEndpoint[];
  readonly schemas: readonly ContractSchema[];
  readonly tables: readonly ContractTable[];
  readonly settings: readonly ContractSetting[];
  readonly tasks: readonly ContractTask[];
  readonly events: readonly ContractEvent[];
  /** The folder of the backend that each file above belongs to: several in one repository may use the same names. */
  readonly backends: ReadonlyMap<string, string>;
}

/** The values that a type allows, as a client sees them in JSON. */
export type TypeShape =
  | { readonly kind: "type"; readonly name: string }
  /** `Literal` and enumerations, as Python source text. */
  | { readonly kind: "literal"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly of: TypeShape }
  | { readonly kind: "map"; readonly of: TypeShape }
  | { readonly kind: "union"; readonly members: readonly TypeShape[] }
  /** `id` is that of a schema; `args` what a generic one is given. */
  | { readonly kind: "schema"; readonly id: string; readonly args: readonly TypeShape[] }
  | { readonly kind: "unknown" };

export interface ContractEndpoint extends InspectedPlace {
  readonly method: string;
  readonly path: string;
  /** `app.users.router:get_user` */
  readonly handler: string;
  /** `null` where it is computed. */
  readonly status: number | null;
  readonly parameters: readonly ContractParameter[];
  readonly body: ContractBody | null;
  /** `null` where nothing is said. */
  readonly response: TypeShape | null;
  /** The classes of `fastapi.security` that a request goes through, sorted. */
  readonly security: readonly string[];
}

/** A value of a request: in its path, query, headers or cookies, or one of several fields of its body. */
export interface ContractParameter {
  readonly in: string;
  readonly name: string;
  readonly isRequired: boolean;
  readonly shape: TypeShape;
}

export interface ContractBody {
  readonly mediaType: string;
  readonly isRequired: boolean;
  /** `null` where the parameters are its fields. */
  readonly shape: TypeShape | null;
}

export interface ContractSchema extends InspectedPlace {
  /** The dotted name of its class. */
  readonly id: string;
  readonly name: string;
  readonly fields: readonly ContractField[];
  /** Whether it refuses fields that it does not know. */
  readonly isStrict: boolean;
}

export interface ContractField {
  /** The name in JSON. */
  readonly name: string;
  readonly isRequired: boolean;
  readonly shape: TypeShape;
  /** `min_length`, `gt`, `pattern` …, as Python source text. */
  readonly constraints: Readonly<Record<string, string>>;
  /** Where it stands: `exclude=True` keeps a field out of answers, and a computed one is in no request. */
  readonly in: "both" | "request" | "response";
}

export interface ContractTable extends InspectedPlace {
  /** With its schema before it where that is stated. */
  readonly name: string;
  readonly columns: readonly ContractColumn[];
}

export interface ContractColumn extends InspectedColumn {
  readonly hasServerDefault: boolean;
}

export interface ContractSetting extends InspectedPlace {
  /** The environment variable. */
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly default: string | number | boolean | null;
}

export interface ContractTask extends InspectedPlace {
  readonly name: string;
  readonly kind: string;
  readonly queue: string | null;
  /** What a message carries: the function's parameters; `null` where it is not known. */
  readonly parameters: readonly { readonly name: string; readonly isRequired: boolean }[] | null;
}

export interface ContractEvent extends InspectedPlace {
  readonly name: string;
  /** The keys of its payload; `null` where they are not known. */
  readonly fields: readonly string[] | null;
}
