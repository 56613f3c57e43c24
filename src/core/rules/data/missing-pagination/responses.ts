import { argumentsOf, plainType, typeOf } from "../../../evaluation/types";
import { type CallV, externalName, optionsOf, textOf, type Value } from "../../../evaluation/value";
import { databaseCall } from "../../../frameworks/databases/databaseCall";
import { isIterating, rowsIn } from "../../../frameworks/databases/rows";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import type { CodeBase } from "../../../project/codeBase";

const lists = /(^|\.)(list|List|Sequence|set|Set|frozenset|tuple|Tuple|Iterable|Collection)$/;
const pages = /page|paginat|cursor/i;
/** What stands beside the items of a list that is wrapped up. */
const besides =
  /^_|^(count|total|pagination|paging|total_?\w+|num_?\w+|available_\w+|\w+_count|page|pages|size|limit|offset|skip|has_?\w+|next\w*|prev\w*|message|msg|status\w*|code|success|ok|detail|details|errors?|meta|metadata|kind|object|type|timestamp|\w+_id|links)$/i;

/** Methods of a class that make an object of what they are given by name. */
const making = /^(model_)?construct$|^(of|build|create|ok|success|response\w*)$/;

/** The type that an endpoint says its answer has: its response model, or what its handler is annotated to return. */
export function responseType({ route, handler }: Endpoint, code: CodeBase): Value | undefined {
  const given = route.call.keywords.get("response_model");
  if (given !== undefined && !(given.kind === "constant" && given.value === null))
    return plainType(given);
  if (handler.kind !== "function" || handler.node.nodeType === "Lambda") return undefined;
  const { returns } = handler.node;
  if (returns === null) return undefined;
  const type = plainType(typeOf(code.typeEvaluation(), returns, handler.scope));
  return externalName(type) === "typing.Any" ? undefined : type;
}

/** Whether an answer is a response object: `JSONResponse(…)`. */
export function isResponse(value: Value): boolean {
  return optionsOf(value).every(
    (one) =>
      one.kind === "call" && /^(fastapi|starlette)\..*Response$/.test(externalName(one.func) ?? ""),
  );
}

/** Whether a type is a list, or wraps one: `list[User]`, `Answer[list[User]]`. */
export function isListType(type: Value | undefined): boolean {
  if (type?.kind === "choice") return type.options.some(isListType);
  if (type?.kind !== "subscript") return type !== undefined && lists.test(externalName(type) ?? "");
  if (lists.test(externalName(type.value) ?? "")) return true;
  return type.value.kind === "class" && argumentsOf(type).some(isListType);
}

/** Whether a type is one of a page: `Page[User]`, `PaginatedItems`. */
export function isPageType(type: Value | undefined): boolean {
  if (type === undefined) return false;
  const origin = type.kind === "subscript" ? type.value : type;
  const name = origin.kind === "class" ? origin.name : (externalName(origin) ?? "");
  return pages.test(name) || argumentsOf(type).some((one) => !isListType(type) && isPageType(one));
}

/** Whether an answer is a list of rows, or an object around one that says little more than how many there are. */
export function isListAnswer(value: Value): boolean {
  return optionsOf(value).some((one) => {
    if (rowsIn(one).length === 0) return false;
    switch (one.kind) {
      case "list":
        return true;
      case "dict":
        return isWrapper(one.entries.map((entry) => [textOf(entry.key) ?? "", entry.value]));
      case "instance":
        return (
          isWrapper([...new Map([...one.call.keywords, ...one.attributes])]) ||
          one.call.args.some(isListAnswer)
        );
      case "call":
        return isListCall(one);
      default:
        return false;
    }
  });
}

/** `(await db.scalars(…)).all()`, `sorted(rows)`, `JSONResponse({"items": rows})`, `Users(items=rows).model_dump()` */
function isListCall(call: CallV): boolean {
  if (databaseCall(call) !== undefined || isIterating(call)) return true;
  const { func, args, keywords } = call;
  if (func.kind === "attribute" && isListAnswer(func.value)) return true;
  const content = keywords.get("content");
  if (content !== undefined) return isListAnswer(content);
  if (args.some(isListAnswer)) return true;
  return (func.kind !== "attribute" || making.test(func.attr)) && isWrapper([...keywords]);
}

function isWrapper(parts: readonly (readonly [string, Value])[]): boolean {
  const lists = parts.filter(([, value]) => isListAnswer(value));
  const others = parts.filter(([, value]) => !lists.some(([, list]) => list === value));
  return (
    lists.length === 1 && others.every(([name, value]) => besides.test(name) || isNothing(value))
  );
}

function isNothing(value: Value): boolean {
  if (value.kind === "list") return value.items.length === 0;
  return value.kind === "constant" && typeof value.value !== "string";
}
