import type { Expression } from "../../python/ast/nodes";
import type { PythonFile } from "../../python/pythonFile";
import { isDecoratedAs } from "./decorators";
import type { FunctionPlace } from "./functions";

const anyNames: ReadonlySet<string> = new Set(["typing.Any", "typing_extensions.Any"]);

/** Whether an annotation is `Any` itself, also in quotes. */
export function isBareAny(annotation: Expression, place: FunctionPlace, file: PythonFile): boolean {
  const { nodeType } = annotation;
  if (nodeType === "Constant") {
    const { value } = annotation;
    const name =
      typeof value === "string" ? /^(?:typing\.)?Any$/.exec(value.trim())?.[0] : undefined;
    return name !== undefined;
  }
  if (nodeType !== "Name" && nodeType !== "Attribute") return false;
  return anyNames.has(file.resolve(annotation, file.scopeOf(place.node)) ?? "");
}

/** Methods whose types a library lays down: they get and give whatever there is. */
const hooks: ReadonlySet<string> = new Set([
  "process_bind_param",
  "process_literal_param",
  "process_result_value",
  "bind_processor",
  "result_processor",
  "coerce_compared_value",
  "default",
  "dispatch",
  "emit",
  "format",
  "validate",
]);

/** Whether `Any` cannot be avoided in a signature: a library's hook, a validator before the types are known. */
export function needsAny({ node, within }: FunctionPlace): boolean {
  const isMethod = within.at(-1)?.nodeType === "ClassDef";
  if (isMethod && hooks.has(node.name)) return true;
  return isDecoratedAs(
    node,
    "validator",
    "root_validator",
    "field_validator",
    "model_validator",
    "field_serializer",
    "model_serializer",
    "overload",
    "override",
  );
}
