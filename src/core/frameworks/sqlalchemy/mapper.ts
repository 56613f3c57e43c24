import { withoutArguments } from "../../evaluation/classes";
import { Evaluation, type Modules, TooManySteps } from "../../evaluation/evaluator";
import type { ClassV, Place, Value } from "../../evaluation/value";
import { attributeFor } from "./attributes";
import type { CoreTables } from "./coreTables";
import {
  type DeclarativeRoot,
  foreignBases,
  isAbstract,
  isTableModel,
  mappingRegistry,
  registryOf,
  rootOf,
} from "./declarative";
import { addColumns, type ColumnDraft, type TableDraft } from "./drafts";
import { isAbsent, knownText, placeOfClass } from "./library";
import { isKnownModel } from "./libraryModels";
import { metadataOf, tableSchema } from "./metadata";
import type { LibraryVersions, Unresolved } from "./model";
import type { RelationshipDraft } from "./relationships";
import { type ScanContext, scan } from "./scan";
import { sqlModelFields } from "./sqlModelFields";
import { noTableArguments, readTableArguments, specialAttribute } from "./tableArguments";
import { tableNameOf } from "./tableNames";
import { typeMapOf } from "./typeMap";

/** A class that is mapped, and what by. */
export interface MappedClass {
  readonly of: ClassV;
  readonly root: DeclarativeRoot | undefined;
  readonly inherits: MappedClass | undefined;
  /** `undefined` where its name cannot be told. */
  readonly table: TableDraft | undefined;
  /** The columns of its own, by attribute. */
  readonly columns: ReadonlyMap<string, readonly ColumnDraft[]>;
  /** All attributes that it maps. */
  readonly names: ReadonlySet<string>;
  readonly isSingle: boolean;
}

/** Maps classes as SQLAlchemy's declarative extensions do, each when it is asked for, its bases before it. */
export class Mapper implements ScanContext {
  evaluation: Evaluation;
  readonly unresolved: Unresolved[] = [];
  private readonly known = new Map<ClassV, MappedClass | undefined>();
  private readonly running = new Set<ClassV>();

  constructor(
    private readonly modules: Modules,
    private readonly core: CoreTables,
    private readonly versionsFor: (path: string) => LibraryVersions,
  ) {
    this.evaluation = new Evaluation(modules, true);
  }

  attributesOf(of: ClassV): ReadonlySet<string> | undefined {
    return this.mapped(of)?.names;
  }

  /** All classes that are mapped so far. */
  get classes(): readonly MappedClass[] {
    return [...this.known.values()].filter((one) => one !== undefined);
  }

  /** What a class is mapped to; `undefined` for one that is not. */
  mapped(of: ClassV): MappedClass | undefined {
    if (this.known.has(of) || this.running.has(of)) return this.known.get(of);
    const root = rootOf(of);
    if (!isMappedClass(of, root)) return undefined;
    this.running.add(of);
    const before = this.evaluation;
    this.evaluation = new Evaluation(this.modules, true);
    try {
      const made = this.map(of, root);
      this.known.set(of, made);
      return made;
    } catch (error) {
      // Code that runs on and on, or nests too deep for the stack.
      if (!(error instanceof TooManySteps) && !(error instanceof RangeError)) throw error;
      this.note("the columns of a class take too long to compute", placeOfClass(of));
      return undefined;
    } finally {
      this.evaluation = before;
      this.running.delete(of);
    }
  }

  private map(of: ClassV, root: DeclarativeRoot | undefined): MappedClass {
    const inherits = this.inherited(of);
    const { columns, relationships, names } = this.attributes(of, root);
    const given = this.givenTable(of);
    const table = given ?? this.namedTable(of, root);
    const isSingle = table === undefined && inherits !== undefined && !this.isNamed(of, root);
    const holder = table ?? (isSingle ? inherits.table : undefined);
    if (holder !== undefined && given === undefined) addColumns(holder, columns, isSingle);
    if (holder === undefined && !isSingle && !this.isNamed(of, root)) {
      this.note(`the table of ${of.name} has no name that can be told`, placeOfClass(of));
    }
    holder?.relationships.push(...relationships);
    if (table !== undefined) this.noteForeignBases(of, table);
    return { of, root, inherits, table: holder, columns, names, isSingle };
  }

  private attributes(of: ClassV, root: DeclarativeRoot | undefined) {
    const versions = this.versionsFor(of.path);
    const columns = new Map<string, readonly ColumnDraft[]>();
    const relationships: RelationshipDraft[] = [];
    const names = new Set<string>();
    if (root?.kind === "sqlmodel") {
      const fields = sqlModelFields(of, this.evaluation, versions);
      for (const column of fields.columns) columns.set(column.attribute, [column]);
      relationships.push(...fields.relationships);
    }
    const map = typeMapOf(of, registryOf(of, root));
    const context = { of, map, version: versions.sqlalchemy };
    for (const [name, collected] of scan(of, this)) {
      if (columns.has(name)) continue;
      const attribute = attributeFor(name, collected, context, this.evaluation);
      if (attribute.columns.length > 0) columns.set(name, attribute.columns);
      if (attribute.relationship !== undefined && root?.kind !== "sqlmodel") {
        relationships.push(attribute.relationship);
      }
      if (attribute.columns.length > 0 || attribute.relationship) names.add(name);
    }
    for (const name of columns.keys()) names.add(name);
    return { columns, relationships, names };
  }

  /** The nearest mapped class that a class inherits from. */
  private inherited(of: ClassV): MappedClass | undefined {
    for (const given of of.bases) {
      const base = withoutArguments(given);
      if (base.kind !== "class") continue;
      const found = this.mapped(base) ?? this.inherited(base);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The table in `__table__`. */
  private givenTable(of: ClassV): TableDraft | undefined {
    const own = of.members.get("__table__");
    const value = own ?? specialAttribute(of, "__table__", this)?.value;
    const table = value && this.core.tableFor(value);
    if (table !== undefined) this.core.attach(table, of);
    return table;
  }

  /** Whether a class says how its table is called, known or not. */
  private isNamed(of: ClassV, root: DeclarativeRoot | undefined): boolean {
    return this.tableName(of, root) !== undefined;
  }

  private tableName(of: ClassV, root: DeclarativeRoot | undefined): Value | undefined {
    return tableNameOf(of, root, this, this.inherited(of) !== undefined);
  }

  private namedTable(of: ClassV, root: DeclarativeRoot | undefined): TableDraft | undefined {
    const stated = this.tableName(of, root);
    if (isAbsent(stated)) return undefined;
    const name = knownText(stated);
    const place = placeOfClass(of);
    if (name === undefined) {
      this.note(`the table of ${of.name} has a name that is computed`, place);
      return undefined;
    }
    const special = specialAttribute(of, "__table_args__", this);
    const args = special === undefined ? noTableArguments : readTableArguments(special.value);
    if (!args.isKnown) this.note(`what __table_args__ of ${of.name} holds is computed`, place);
    const { schema, isKnown } = tableSchema(args.keywords, metadataOf(of, root));
    if (!isKnown) this.note(`the schema of ${name.text} is computed`, place);
    return {
      name: of.name,
      table: name.text,
      schema,
      class: of,
      place,
      columns: [],
      items: [...args.items],
      relationships: [],
      problems: [],
      assumed: [...name.assumed],
      isComplete: true,
    };
  }

  private noteForeignBases(of: ClassV, table: TableDraft): void {
    for (const base of foreignBases(of)) {
      if (isKnownModel(base)) continue;
      table.isComplete = false;
      this.note(`${of.name} inherits from ${base}, whose columns are not known`, table.place);
    }
  }

  private note(what: string, place: Place): void {
    this.unresolved.push({ what, ...place });
  }
}

function isMappedClass(of: ClassV, root: DeclarativeRoot | undefined): boolean {
  if (mappingRegistry(of) !== undefined) return true;
  if (root === undefined) return false;
  return root.kind === "sqlmodel" ? isTableModel(of) : !isAbstract(of, root);
}
