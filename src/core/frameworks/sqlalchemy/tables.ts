import type { Effect, Modules } from "../../evaluation/evaluator";
import { type CallV, externalName } from "../../evaluation/value";
import type { ModuleRun } from "../../project/codeBase";
import { isAside } from "./aside";
import { classesNamed } from "./classNames";
import { ColumnReferences } from "./columnReferences";
import { applyConstraints } from "./constraints";
import { CoreTables } from "./coreTables";
import type { TableDraft } from "./drafts";
import { Finishing } from "./finish";
import { libraryCall, shortName } from "./library";
import { Mapper } from "./mapper";
import {
  assumed,
  type ColumnModel,
  type LibraryVersions,
  type TableModels,
  type Unresolved,
} from "./model";
import { type RelationshipContext, resolveRelationship } from "./relationships";
import { tableModel } from "./tableModel";

/** What a host may say besides the code. */
export interface TableOptions {
  /** The versions in use for a file; without them those before SQLAlchemy 2.1. */
  readonly versionsFor?: (path: string) => LibraryVersions;
}

/**
 * The tables of a code base: those of declarative classes of SQLAlchemy and SQLModel, and `Table(…)` objects, as far as
 * importing its modules makes them. Migrations and tests make tables for themselves and are left out.
 * @param runs what running each of its modules does
 */
export function tables(
  runs: readonly ModuleRun[],
  modules: Modules,
  { versionsFor = () => ({}) }: TableOptions = {},
): TableModels {
  return new Gathering(runs, modules, versionsFor).result();
}

const buildClass = "builtins.__build_class__";

class Gathering {
  private readonly core = new CoreTables((of) => this.mapper.mapped(of)?.table);
  private readonly mapper: Mapper;
  private readonly effects: readonly Effect[];

  constructor(
    runs: readonly ModuleRun[],
    modules: Modules,
    versionsFor: (path: string) => LibraryVersions,
  ) {
    this.mapper = new Mapper(modules, this.core, versionsFor);
    const own = runs.filter((run) => !isAside(run));
    this.effects = own.flatMap(({ effects }) => effects);
    for (const { scope } of own) {
      for (const [name, value] of scope.names) {
        if (value.kind === "call" || value.kind === "instance") this.core.nameIs(value, name);
      }
    }
  }

  result(): TableModels {
    this.gather();
    const drafts = this.drafts();
    const references = new ColumnReferences(this.mapper, this.core, drafts);
    this.attachIndexes(references);
    const finishing = new Finishing(references);
    const constraints = new Map(
      drafts.map((table) => [table, applyConstraints(table, references)]),
    );
    const columns = new Map<TableDraft, readonly ColumnModel[]>();
    for (const [table, found] of constraints) columns.set(table, finishing.columns(table, found));
    const context = this.relationshipContext(references, columns);
    const relationships = new Map(
      drafts.map((table) => [
        table,
        table.relationships.map((one) => resolveRelationship(one, table, context)),
      ]),
    );
    const secondary = new Set([...relationships.values()].flat().map((one) => one.secondary));
    const made = drafts.map((table) =>
      tableModel(table, columns.get(table) ?? [], {
        constraints: constraints.get(table),
        relationships: relationships.get(table) ?? [],
        isSecondary: secondary.has(table.table),
      }),
    );
    return { tables: made, unresolved: this.unresolved(drafts, finishing) };
  }

  private gather(): void {
    for (const { call } of this.effects) {
      const [first, second] = call.args;
      if (externalName(call.func) === buildClass) {
        if (first?.kind === "class") this.mapper.mapped(first);
        continue;
      }
      const name = libraryCall(call)?.name;
      if (name === "Table") this.core.tableFor(call);
      else this.core.append(call);
      if (isImperative(call) && first?.kind === "class" && second !== undefined) {
        const table = this.core.tableFor(second);
        if (table !== undefined) this.core.attach(table, first);
      }
    }
  }

  /** All tables, those of one place and name once; a `Table` that is only looked up again is none of its own. */
  private drafts(): readonly TableDraft[] {
    const mapped = this.mapper.classes.flatMap(({ table }) => table ?? []);
    const found = new Map<string, TableDraft>();
    for (const table of new Set([...mapped, ...this.core.tables])) {
      if (table.columns.length === 0 && table.class === undefined && table.isComplete) continue;
      const { path, line } = table.place;
      const key = `${table.schema} ${table.table} ${path} ${line}`;
      if (!found.has(key)) found.set(key, table);
    }
    return [...found.values()];
  }

  /** Indexes that are made outside of their tables. */
  private attachIndexes(references: ColumnReferences): void {
    for (const { call } of this.effects) {
      const made = libraryCall(call);
      if (made?.name !== "Index") continue;
      const columns = made.args.slice(1).flatMap((value) => references.columnsIn(value));
      const [first] = columns;
      if (first?.table !== undefined) first.table.items.push(made);
    }
  }

  private relationshipContext(
    references: ColumnReferences,
    columns: ReadonlyMap<TableDraft, readonly ColumnModel[]>,
  ): RelationshipContext {
    const { mapper } = this;
    return {
      evaluation: mapper.evaluation,
      classesNamed: (name, from) => classesNamed(mapper, name, from),
      tableOf: (of) => mapper.mapped(of)?.table,
      tableFor: (value) => references.tableFor(value),
      refersTo: (from, to) =>
        (columns.get(from) ?? []).some(({ foreignKeys }) =>
          foreignKeys.some((key) => references.columnNamed(key, from)?.table === to),
        ),
    };
  }

  private unresolved(drafts: readonly TableDraft[], finishing: Finishing): readonly Unresolved[] {
    for (const table of drafts) {
      for (const problem of table.problems) finishing.note(problem, table.place);
    }
    const all = [
      ...this.mapper.unresolved,
      ...this.core.unresolved,
      ...drafts.flatMap((table) => assumed(table.assumed)),
      ...finishing.unresolved,
    ];
    return [...new Map(all.map((one) => [`${one.path}:${one.line}:${one.what}`, one])).values()];
  }
}

/** `registry.map_imperatively(Class, table)`, `mapper(Class, table)` */
function isImperative({ func }: CallV): boolean {
  if (func.kind === "attribute" && func.attr === "map_imperatively") return true;
  return shortName(func) === "mapper";
}
