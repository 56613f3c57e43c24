import { type CallV, externalName, optionsOf } from "../../../evaluation/value";
import { isLogCall, logMethods } from "../../../frameworks/observability/logCalls";
import { metricOf } from "../../../frameworks/observability/metrics";
import type { Call, Node } from "../../../python/ast/nodes";
import { decoratorNames } from "../../syntax/decorators";

/** Where a call shows what it is given; `undefined` for all other calls. */
export function sinkOf(
  node: Call,
  calls: readonly CallV[],
): "log" | "print" | "metric" | undefined {
  if (calls.some(isLogCall) || isNamedLogger(node, calls)) return "log";
  if (calls.some(({ func }) => externalName(func) === "builtins.print")) return "print";
  return calls.some(isMetricLabel) ? "metric" : undefined;
}

/** A logger that comes from somewhere unknown, and that everybody calls one. */
function isNamedLogger({ func }: Call, calls: readonly CallV[]): boolean {
  if (func.nodeType !== "Attribute" || !logMethods.test(func.attr)) return false;
  if (
    calls.some(({ func: value }) => ["function", "bound", "class", "external"].includes(value.kind))
  )
    return false;
  const { value } = func;
  const name =
    value.nodeType === "Name" ? value.id : value.nodeType === "Attribute" ? value.attr : "";
  return /^_*(logger|log)$/i.test(name);
}

/** `requests_total.labels(user)` */
function isMetricLabel({ func }: CallV): boolean {
  if (func.kind !== "attribute" || func.attr !== "labels") return false;
  return optionsOf(func.value).some((one) => one.kind === "call" && metricOf(one) !== undefined);
}

/** A command of a command line, or what runs only when a file is started: it shows things to the person who asked. */
export function isCommand(node: Node): boolean {
  if (node.nodeType === "If") {
    const { test } = node;
    return (
      test.nodeType === "Compare" && test.left.nodeType === "Name" && test.left.id === "__name__"
    );
  }
  if (node.nodeType !== "FunctionDef" && node.nodeType !== "AsyncFunctionDef") return false;
  return decoratorNames(node).some((name) => /(^|\.)(command|callback|group)$/.test(name));
}
