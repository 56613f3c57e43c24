import * as z from "zod";
import { defineRule, type RuleContext } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { type FunctionPlace, functionsOf, isPublic, nameRange } from "../../syntax/functions";
import { noneReturnFix } from "./noneReturn";
import { returnsBareAny } from "./returnsAny";
import { untypedParameters } from "./untypedParameters";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "missing" | "any">;

/** See docs/rules/missing-type-hints.md. */
export const missingTypeHints = defineRule({
  meta: {
    name: "missing-type-hints",
    summary: "Give public functions the types of their parameters and their result",
    rationale:
      "Types in a signature are what callers, the editor and the type checker know of a function; FastAPI reads them, " +
      "too. Where one is missing, or the result is `Any`, whatever is done with the value goes unchecked from there on.",
    area: "schemas",
    source:
      "Red flag 6: every public function has fully typed parameters and return type, no Any unless unavoidable",
    severity: "warning",
    on: { modular: "warning", layered: "hint" },
    fix: "safe",
    options,
    messages: {
      missing: "{name} lacks type hints: {what}.",
      any: "{name} returns Any; name the type of its result.",
    },
  },
  check(context) {
    if (isAsideFile(context.file)) return;
    for (const place of functionsOf(context.file.parsed.module)) {
      if (isPublic(place) || isConstructor(place)) reportFunction(place, context);
    }
  },
});

/** `__init__` of a public class: its parameters are those of the class. */
function isConstructor({ node, within }: FunctionPlace): boolean {
  return node.name === "__init__" && isPublic({ node: { ...node, name: "init" }, within });
}

function reportFunction(place: FunctionPlace, context: Context): void {
  const { node } = place;
  const untyped = untypedParameters(place).map((name) => `parameter ${name}`);
  // What `__init__` returns is known to everyone.
  const lacksReturn = node.returns === null && node.name !== "__init__";
  const range = nameRange(node);
  if (untyped.length > 0 || lacksReturn) {
    const what = [...untyped, ...(lacksReturn ? ["return"] : [])].join(", ");
    const fix = untyped.length === 0 ? noneReturnFix(place, context) : undefined;
    const data = { name: node.name, what };
    context.report({ message: "missing", data, range, ...(fix && { fix }) });
  } else if (returnsBareAny(place, context)) {
    context.report({ message: "any", data: { name: node.name }, range });
  }
}
