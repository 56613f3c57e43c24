/** What becomes of a row when the row that it refers to is deleted. */
export const onDeleteActions = ["cascade", "restrict", "null"] as const;
export type OnDelete = (typeof onDeleteActions)[number];

/** The type of a field (docs: the field language). */
export type FieldType =
  | { readonly kind: "str"; readonly length: number | undefined }
  | { readonly kind: PlainKind }
  | { readonly kind: "decimal"; readonly precision: number; readonly scale: number }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly of: FieldType }
  | { readonly kind: "ref"; readonly table: string; readonly onDelete: OnDelete };

/** Types that are said by their name alone. */
export const plainKinds = [
  "text",
  "int",
  "bigint",
  "float",
  "bool",
  "date",
  "datetime",
  "uuid",
  "json",
] as const;
export type PlainKind = (typeof plainKinds)[number];

/** What a field holds when nobody says: a literal, or the moment at which the row is made. */
export type FieldDefault =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "now" };

/** A field of a model. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly nullable: boolean;
  readonly unique: boolean;
  readonly index: boolean;
  readonly default: FieldDefault | undefined;
}

/** What is wrong with a field's text, and where in it. */
export interface FieldProblem {
  readonly message: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}
