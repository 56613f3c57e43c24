import { argumentsOf } from "../../../evaluation/types";
import { externalName, optionsOf, type Value } from "../../../evaluation/value";
import { runOf } from "../../../frameworks/callGraph";
import { engineColour, sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import { statementOf } from "../../../frameworks/sqlalchemy/queries/statement";
import type { CodeBase } from "../../../project/codeBase";

const collections =
  /(^|\.)(list|List|set|Set|frozenset|dict|Dict|tuple|Tuple|Sequence|Iterable|Collection|ScalarResult|Result|Query)$/;

/**
 * Whether a loop goes through as many elements as there are rows, or as a request brings: a query's result, a list
 * from a parameter or from a function that says so. What is written in the code is short, and what is not known is not.
 */
export function isManyRows(over: Value, code: CodeBase): boolean {
  return optionsOf(over).some((value) => isMany(value, code, 0));
}

function isMany(value: Value, code: CodeBase, depth: number): boolean {
  if (depth > 6) return false;
  switch (value.kind) {
    case "some": {
      const origin = value.type.kind === "subscript" ? value.type.value : value.type;
      return collections.test(externalName(origin) ?? "") && !isOfTypes(value.type);
    }
    case "call":
      return isQueryResult(value, code, depth);
    case "attribute":
      return false;
    case "list":
      return value.open && value.items.some((item) => item.kind === "unknown");
    default:
      return false;
  }
}

/** `list[type[Model]]`: a list of classes is written somewhere. */
function isOfTypes(type: Value): boolean {
  return argumentsOf(type).some(
    (one) => one.kind === "subscript" && /(^|\.)(type|Type)$/.test(externalName(one.value) ?? ""),
  );
}

/** `(await db.execute(…)).scalars().all()`, `enumerate(rows)`, `repository.list()`. */
function isQueryResult(
  value: Extract<Value, { kind: "call" }>,
  code: CodeBase,
  depth: number,
): boolean {
  const { func, args } = value;
  const wrapper = /^builtins\.(list|set|tuple|sorted|reversed|enumerate|zip|iter)$/.test(
    externalName(func) ?? "",
  );
  if (wrapper) return args.some((arg) => isMany(arg, code, depth + 1));
  if (func.kind === "attribute") {
    const colour = sessionColour(func.value) ?? engineColour(func.value);
    if (colour !== undefined)
      return /^(execute|exec|scalars|stream|stream_scalars|query|fetch_all)$/.test(func.attr);
    if (statementOf(func.value) !== undefined) return func.attr === "all";
    return (
      /^(scalars|all|fetchall|mappings|unique|partitions|items|values|keys)$/.test(func.attr) &&
      isMany(func.value, code, depth + 1)
    );
  }
  const called = func.kind === "bound" ? func.function : func;
  if (called.kind !== "function") return false;
  const returned = runOf(called, code)?.returned;
  return returned !== undefined && optionsOf(returned).some((one) => isMany(one, code, depth + 1));
}
