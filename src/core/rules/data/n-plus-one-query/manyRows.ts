import { argumentsOf } from "../../../evaluation/types";
import { type CallV, externalName, optionsOf, type Value } from "../../../evaluation/value";
import { rowsIn } from "../../../frameworks/databases/rows";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import type { CodeBase } from "../../../project/codeBase";

const collections =
  /(^|\.)(list|List|set|Set|frozenset|dict|Dict|tuple|Tuple|Sequence|Iterable|Collection|Mapping|ScalarResult|Result|Query)$/;
const wrappers = /^builtins\.(list|set|tuple|sorted|reversed|enumerate|zip|iter|filter|map)$/;

/**
 * Whether a loop goes through as many elements as there are rows, or as a request brings: a query's result, a list
 * from a parameter or from a function that says so. What is written in the code is short, and what is not known is not.
 */
export function isManyRows(over: Value, code: CodeBase): boolean {
  return optionsOf(over).some((value) => isMany(value, code, 0));
}

function isMany(value: Value, code: CodeBase, depth: number): boolean {
  if (depth > 6) return false;
  if (rowsIn(value, true).length > 0) return true;
  switch (value.kind) {
    case "some": {
      const origin = value.type.kind === "subscript" ? value.type.value : value.type;
      return collections.test(externalName(origin) ?? "") && !isOfTypes(value.type);
    }
    case "call":
      return isManyCall(value, code, depth);
    case "list":
    case "dict":
      return (value.sources ?? []).some((source) => isMany(source, code, depth + 1));
    case "choice":
      return value.options.some((option) => isMany(option, code, depth + 1));
    default:
      return false;
  }
}

/** `enumerate(rows)`, `names.items()`, `repository.list()` */
function isManyCall({ func, args }: CallV, code: CodeBase, depth: number): boolean {
  if (wrappers.test(externalName(func) ?? ""))
    return args.some((arg) => isMany(arg, code, depth + 1));
  if (func.kind === "attribute")
    return (
      /^(items|values|keys|scalars|all|unique)$/.test(func.attr) &&
      isMany(func.value, code, depth + 1)
    );
  const called = func.kind === "bound" ? func.function : func;
  if (called.kind !== "function") return false;
  const returned = code.functionRun(called)?.returned;
  return returned !== undefined && optionsOf(returned).some((one) => isMany(one, code, depth + 1));
}

/** `list[type[Model]]`: a list of classes is written somewhere. */
function isOfTypes(type: Value): boolean {
  return argumentsOf(type).some(
    (one) => one.kind === "subscript" && /(^|\.)(type|Type)$/.test(externalName(one.value) ?? ""),
  );
}

/** What gives parts, attempts or events rather than the elements of something that is there. */
const others =
  /chunk|batch|page|paginat|window|split|listen|subscri|consume|stream|poll|retry|retries|attempt|backoff|iter_(lines|content|text|bytes)|\b(count|repeat|cycle|product|combinations|permutations|walk)$/i;

/** Whether a loop is known to go through something other than the elements of a collection, or through few. */
export function isFew(over: Value): boolean {
  return optionsOf(over).some((value) => {
    switch (value.kind) {
      case "some": {
        const origin = value.type.kind === "subscript" ? value.type.value : value.type;
        const name = externalName(origin) ?? "";
        return (
          sessionColour(value) !== undefined ||
          isOfTypes(value.type) ||
          /(Generator|AsyncIterator|AsyncIterable)$/.test(name)
        );
      }
      case "call":
        return isFewCall(value);
      case "class":
      case "instance":
      case "external":
      case "constant":
      case "function":
      case "bound":
        return true;
      default:
        return false;
    }
  });
}

function isFewCall({ func, args }: CallV): boolean {
  const name = externalName(func) ?? "";
  // `range(0, len(rows), 100)` goes through parts of them.
  if (name === "builtins.range")
    return (
      args.length > 2 ||
      !args.some((arg) => arg.kind === "call" && /\.len$/.test(externalName(arg.func) ?? ""))
    );
  if (wrappers.test(name)) return args.some(isFew);
  const last =
    func.kind === "attribute"
      ? func.attr
      : func.kind === "function"
        ? func.name
        : func.kind === "bound"
          ? func.function.name
          : name;
  return others.test(last);
}
