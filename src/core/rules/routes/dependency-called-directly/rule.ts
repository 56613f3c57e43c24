import * as z from "zod";
import type { FunctionV } from "../../../evaluation/value";
import { isAside } from "../../../project/asidePaths";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { calledAtOnce, isDepends } from "./madeAtOnce";
import { leftOutBy } from "./missing";

/** See docs/rules/dependency-called-directly.md. */
export const dependencyCalledDirectly = defineRule({
  meta: {
    name: "dependency-called-directly",
    summary: "Give a function that is called by hand what its Depends would",
    rationale:
      "Only FastAPI fills in Depends. Who calls such a function by hand and leaves the parameter out gets the marker " +
      "itself in its place, which fails at the first attribute that is read of it.",
    area: "routes",
    source: "Bugs that reviews miss: Depends where nobody resolves it",
    severity: "error",
    on: "everywhere",
    fix: "none",
    versions: "every version of FastAPI",
    options: z.strictObject({}),
    messages: {
      leftOut:
        "{function} is called by hand without {parameter}: it gets the Depends object itself, and reads it; hand the value in.",
      atOnce:
        "Depends calls what it is given for each request, but {function}() is called once, here, and gives nothing that can be called; write Depends({function}).",
    },
  },
  check(context) {
    const { file, calls, report, locationOf } = context;
    if (isAside(file.path)) return;
    for (const [node, ways] of calls) {
      const found = ways.map((one) => leftOutBy(one));
      const [left] = found;
      if (left !== undefined && !found.includes(undefined)) {
        const { func, parameter } = left;
        const { line, character } = func.node;
        report({
          message: "leftOut",
          data: { function: nameOf(func), parameter },
          range: rangeOf(node),
          related: [
            { location: locationOf({ path: func.path, line, character }), message: "its Depends" },
          ],
        });
      }
      const [call] = ways;
      const atOnce = call && isDepends(call) ? calledAtOnce(call, context) : undefined;
      if (atOnce !== undefined) {
        report({ message: "atOnce", data: { function: atOnce.name }, range: rangeOf(node) });
      }
    }
  },
});

/** What a call of a function is written with: of `__init__` the class. */
function nameOf({ name, owner }: FunctionV): string {
  return name === "__init__" && owner !== undefined ? owner.name : name;
}
