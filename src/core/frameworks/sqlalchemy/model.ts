import type { Assumption, ClassV, Place } from "../../evaluation/value";

/** A table as the running application's `MetaData` holds it. */
export interface TableModel {
  /** The class's name; the variable's for a `Table(…)` without a class. */
  readonly name: string;
  readonly table: string;
  readonly schema: string | null;
  readonly class: ClassV | undefined;
  /** The class statement, or the call of `Table`. */
  readonly place: Place;
  /** In the order in which SQLAlchemy creates them; those of single-table subclasses are among them. */
  readonly columns: readonly ColumnModel[];
  readonly indexes: readonly IndexModel[];
  readonly uniqueConstraints: readonly (readonly string[])[];
  readonly relationships: readonly RelationshipModel[];
  /** The project's own classes that it inherits from, in the order of lookup. */
  readonly bases: readonly ClassV[];
  /** Whether it only joins others: it is a relationship's `secondary`, or all of its key are foreign keys. */
  readonly isAssociationTable: boolean;
  /** Whether all of its columns are known. */
  readonly isComplete: boolean;
}

export interface ColumnModel {
  /** The database's name. */
  readonly name: string;
  /** The class's attribute, or the key in `Table.c`. */
  readonly attribute: string;
  /** The name of the SQLAlchemy type's class. */
  readonly type: string;
  /** From what SQLAlchemy infers the type where the code does not say it. */
  readonly inferredFrom?: "annotation" | "foreign key";
  readonly nullable: boolean;
  readonly primaryKey: boolean;
  /** By itself, by a constraint or by an index on it alone. */
  readonly unique: boolean;
  /** Whether it is the first column of an index. */
  readonly indexed: boolean;
  /** `table.column`, with the schema before it where it is stated; sorted. */
  readonly foreignKeys: readonly string[];
  readonly hasDefault: boolean;
  readonly hasServerDefault: boolean;
  readonly place: Place;
}

export interface IndexModel {
  readonly name: string | undefined;
  readonly columns: readonly string[];
  readonly unique: boolean;
  readonly place: Place;
}

/** https://docs.sqlalchemy.org/en/20/orm/relationship_api.html */
export interface RelationshipModel {
  readonly attribute: string;
  /** `undefined` where the target is known only when it runs. */
  readonly target: ClassV | undefined;
  /** The association table's name. */
  readonly secondary: string | undefined;
  readonly backPopulates: string | undefined;
  readonly backref: string | undefined;
  readonly isList: boolean | undefined;
  readonly direction: "many-to-one" | "one-to-many" | "many-to-many" | undefined;
  /** `lazy=` of SQLAlchemy; `unknown` where it is computed. */
  readonly lazy: string | undefined;
  readonly cascade: string | undefined;
  readonly place: Place;
}

/** A part that is known only when the code runs, or that was taken for granted. */
export interface Unresolved extends Place {
  readonly what: string;
}

export interface TableModels {
  readonly tables: readonly TableModel[];
  readonly unresolved: readonly Unresolved[];
}

/** The versions in use, as far as they decide how a column is made. */
export interface LibraryVersions {
  readonly sqlalchemy?: string | undefined;
  readonly sqlmodel?: string | undefined;
  /** SQLModel's version where it is known exactly, not only from which one on. */
  readonly sqlmodelExactly?: string | undefined;
}

/** What was taken for granted, as entries of `unresolved`. */
export function assumed(assumptions: readonly Assumption[]): readonly Unresolved[] {
  return assumptions.map(({ what, path, line, character }) => ({ what, path, line, character }));
}
