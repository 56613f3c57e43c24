import { type CallV, externalName, type Value } from "../../evaluation/value";
import { iteratedQuery } from "../sqlalchemy/queries/queries";
import { type DatabaseCall, databaseCall, ofQuery } from "./databaseCall";

/** Methods of a result, a query or a list that give one thing, a number, or a part. */
const narrowing =
  /^(first|one|one_or_none|scalar|scalar_one|scalar_one_or_none|get|get_or_none|fetchone|fetchmany|fetchval|count|exists|limit|paginate|slice|index|rowcount|keys|pop|execute|to_sql|sql)$/;
const narrowingFunctions =
  /^builtins\.(len|any|all|sum|min|max|bool|next|isinstance|hasattr|print|repr|id|hash)$/;
/** Answers that are no list: streams, files, pages of HTML. */
const streams =
  /(^|\.)(StreamingResponse|FileResponse|EventSourceResponse|HTMLResponse|PlainTextResponse|RedirectResponse|TemplateResponse)$/;

/** How deep a value is looked into. */
const deepest = 40;

/** Functions that go through what they are given. */
const iterating =
  /^builtins\.(list|tuple|set|frozenset|sorted|reversed|enumerate|iter|map|filter|zip)$/;

/**
 * The calls of a database whose rows, all that they give, a value is made of: as they are, in lists, or one by one.
 * @param isIterated whether the value is gone through, which sends a query
 */
export function rowsIn(value: Value, isIterated = false): readonly DatabaseCall[] {
  const found = new Map<CallV, DatabaseCall>();
  const seen = new Set<Value>();
  const visit = (one: Value, depth: number, isSent: boolean): void => {
    if (depth > deepest || seen.has(one)) return;
    seen.add(one);
    const call = one.kind === "call" ? (databaseCall(one) ?? sentBy(isSent, one)) : undefined;
    if (call?.rows === "all") found.set(call.call, call);
    if (call !== undefined) return;
    // A list that was made in a loop has as many items as that had: what an item is made of says nothing of it.
    const before = found.size;
    for (const source of sourcesOf(one)) visit(source, depth + 1, true);
    if (found.size > before) return;
    const sends = one.kind === "choice" ? isSent : isIterating(one);
    for (const part of partsOf(one)) visit(part, depth + 1, sends);
  };
  visit(value, 0, isIterated);
  return [...found.values()];
}

/** `list(…)`, `sorted(…)` and the like. */
export function isIterating(value: Value): boolean {
  return value.kind === "call" && iterating.test(externalName(value.func) ?? "");
}

function sentBy(isSent: boolean, call: CallV): DatabaseCall | undefined {
  const query = isSent ? iteratedQuery(call) : undefined;
  return query && ofQuery(query);
}

function sourcesOf(value: Value): readonly Value[] {
  return (value.kind === "list" || value.kind === "dict" ? value.sources : undefined) ?? [];
}

/** What a value is made of. */
function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "choice":
      return value.options;
    case "list":
      return value.items;
    case "dict":
      return value.entries.map((entry) => entry.value);
    case "instance":
      return [...value.attributes.values(), ...value.call.args, ...value.call.keywords.values()];
    case "call":
      return partsOfCall(value);
    default:
      return [];
  }
}

function partsOfCall({ func, args, keywords, attributes }: CallV): readonly Value[] {
  const name = externalName(func) ?? "";
  if (narrowingFunctions.test(name) || streams.test(name)) return [];
  const given = [...args, ...keywords.values(), ...attributes.values()];
  if (func.kind !== "attribute") return given;
  if (narrowing.test(func.attr) || streams.test(func.attr)) return [];
  if (func.attr === "to_list" && hasLength(args[0] ?? keywords.get("length"))) return [];
  return [func.value, ...given];
}

/** `to_list(100)` of Motor takes so many; `to_list(None)` takes all. */
function hasLength(length: Value | undefined): boolean {
  return length !== undefined && !(length.kind === "constant" && length.value === null);
}
