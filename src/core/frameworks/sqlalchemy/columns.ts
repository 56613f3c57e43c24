import { type ClassV, externalName, type Value } from "../../evaluation/value";
import { schemaItems, typeName } from "./columnTypes";
import { type ColumnDraft, emptyColumn } from "./drafts";
import { flagOf, isAbsent, knownText, type LibraryCall, libraryCall } from "./library";

const makers: ReadonlySet<string> = new Set(["Column", "mapped_column", "unmapped_column"]);

/** A value as the making of a column. */
export function columnCall(value: Value | undefined): LibraryCall | undefined {
  const call = libraryCall(value);
  return call !== undefined && makers.has(call.name) ? call : undefined;
}

/**
 * What `Column(…)` or `mapped_column(…)` says by itself, before an annotation is looked at: name, type, constraints in
 * that order (https://docs.sqlalchemy.org/en/20/core/metadata.html#sqlalchemy.schema.Column.__init__).
 * @param of the class it is made for
 */
export function readColumn(
  call: LibraryCall,
  attribute: string,
  of: ClassV | undefined,
): ColumnDraft {
  const column = emptyColumn(attribute, call.place);
  column.source = call.value;
  if (call.open) column.problems.push("has arguments that are computed");
  const rest = takeName(column, call);
  takeType(column, call, rest);
  takeItems(column, rest, of);
  column.key = knownText(call.keywords.get("key"))?.text;
  takeFlags(column, call);
  const isIdentity = rest.some((item) => libraryCall(item)?.name === "Identity");
  if (isIdentity && column.statedNullable === undefined) column.nullable = false;
  return column;
}

function takeName(column: ColumnDraft, { args, keywords }: LibraryCall): Value[] {
  const rest = [...args];
  const given = keywords.get("name") ?? keywords.get("__name_pos");
  const named = knownText(isAbsent(given) ? rest[0] : given);
  if (named !== undefined) {
    column.name = named.text;
    column.assumed.push(...named.assumed);
    if (isAbsent(given)) rest.shift();
  } else if (!isAbsent(given) || rest[0]?.kind === "unknown") {
    column.problems.push("has a name that is computed");
  }
  return rest;
}

function takeType(column: ColumnDraft, { keywords }: LibraryCall, rest: Value[]): void {
  while (rest[0] !== undefined && isAbsent(rest[0])) rest.shift();
  const given = keywords.get("type_") ?? keywords.get("__type_pos");
  const [first] = rest;
  const isItem = schemaItems.has(libraryCall(first)?.name ?? "");
  const type = isAbsent(given) ? (isItem ? undefined : rest.shift()) : given;
  while (rest[0] !== undefined && isAbsent(rest[0])) rest.shift();
  if (type === undefined) return;
  column.type = typeName(type);
  if (isSpatial(type)) column.index = true;
  if (column.type === undefined) column.problems.push("has a type that is computed");
  // A type without a name is the same as none.
  if (column.type === "NullType") column.type = undefined;
}

/** GeoAlchemy2 makes an index for each column of its types (https://geoalchemy-2.readthedocs.io/en/stable/types.html). */
function isSpatial(type: Value): boolean {
  const func = type.kind === "call" ? type.func : type;
  if (!/^geoalchemy2\..*(?:Geometry|Geography)$/.test(externalName(func) ?? "")) return false;
  return type.kind !== "call" || flagOf(type.keywords.get("spatial_index")) !== false;
}

/** Reads foreign keys and what else is given to a column by position. */
export function takeItems(
  column: ColumnDraft,
  items: readonly Value[],
  of: ClassV | undefined,
): void {
  for (const item of items) takeItem(column, item, of);
}

function takeItem(column: ColumnDraft, item: Value, of: ClassV | undefined): void {
  const call = libraryCall(item);
  switch (call?.name) {
    case "ForeignKey": {
      const target = call.args[0] ?? call.keywords.get("column");
      if (target === undefined) column.problems.push("has a foreign key that is computed");
      else column.foreignKeys.push({ target, of });
      break;
    }
    case "Identity":
    case "Computed":
      column.hasServerDefault = true;
      break;
    case "Sequence":
      column.hasDefault = true;
      break;
    case undefined:
      if (!isAbsent(item)) column.problems.push("has an argument that is computed");
  }
}

const flags = ["nullable", "primary_key", "unique", "index"] as const;

/** Reads the truths among the keywords of a column. */
export function takeFlags(
  column: ColumnDraft,
  { keywords }: Pick<LibraryCall, "keywords">,
  names: readonly (typeof flags)[number][] = flags,
): void {
  const read = (name: string): boolean | undefined => {
    const flag = flagOf(keywords.get(name));
    if (flag !== "unknown") return flag;
    column.problems.push(`has a computed ${name}`);
    return undefined;
  };
  for (const name of names) {
    const flag = read(name);
    if (flag === undefined) continue;
    if (name === "nullable") column.statedNullable = flag;
    else if (name === "primary_key") column.primaryKey = flag;
    else column[name] = flag;
  }
  column.nullable = column.statedNullable ?? !column.primaryKey;
  column.hasDefault ||=
    !isAbsent(keywords.get("default")) ||
    keywords.has("default_factory") ||
    keywords.has("insert_default");
  column.hasServerDefault ||= !isAbsent(keywords.get("server_default"));
  column.useExisting = flagOf(keywords.get("use_existing_column")) === true;
  const order = keywords.get("sort_order");
  if (order?.kind === "constant") column.sortOrder = Number(order.value);
}
