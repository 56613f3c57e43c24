import * as z from "zod";
import { isSettings } from "../../../evaluation/fields";
import type { CallV, FunctionV } from "../../../evaluation/value";
import { requestFunctions } from "../../../frameworks/fastapi/requestFunctions";
import { isAside } from "../../../project/asidePaths";
import type { Call } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { cacheFix } from "./fix";

/** See docs/rules/uncached-settings.md. */
export const uncachedSettings = defineRule({
  meta: {
    name: "uncached-settings",
    summary: "Make the settings once",
    rationale:
      "Making a settings object reads the environment and, where there is one, the .env file, and checks every field. " +
      "In a function that each request calls, each request pays for that.",
    area: "configuration",
    source: "Configuration: settings through a cached function",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      own: "{settings} is made anew for every request; make it once, in a function with @lru_cache.",
      called:
        "{settings} is made anew for every request, as {caller} calls {function}; make it once, with @lru_cache.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    const functions = requestFunctions(code);
    const seen = new Set<Call>();
    for (const { function: func, effects } of code.functionRuns(file.path)) {
      if (!functions.has(func.node)) continue;
      const caller = functions.get(func.node);
      for (const { call } of effects) {
        const made = settingsMade(call);
        if (made === undefined || call.place.path !== file.path || seen.has(made.node)) continue;
        seen.add(made.node);
        const fix = cacheFix(func, made.node, file);
        report({
          message: caller === undefined ? "own" : "called",
          data: { settings: made.name, function: func.name, caller: caller?.qualname ?? "" },
          range: rangeOf(made.node),
          ...(fix && { fix }),
          related:
            caller === undefined
              ? []
              : [{ location: locationOf(placeOf(caller)), message: "called here" }],
        });
      }
    }
  },
});

/** The settings class whose object a call makes; one that is given values may be another each time. */
function settingsMade({
  func,
  args,
  keywords,
  open,
  node,
}: CallV): { readonly name: string; readonly node: Call } | undefined {
  if (func.kind !== "class" || node === undefined || !isSettings(func)) return undefined;
  const isPlain = args.length === 0 && keywords.size === 0 && !open;
  return isPlain ? { name: func.name, node } : undefined;
}

function placeOf({ path, node }: FunctionV): { path: string; line: number; character: number } {
  return { path, line: node.line, character: node.character };
}
