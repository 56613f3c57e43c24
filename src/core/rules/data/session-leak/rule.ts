import * as z from "zod";
import { externalName, type FunctionV } from "../../../evaluation/value";
import { mentions } from "../../../frameworks/sqlalchemy/sessions/closing";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { withFix } from "./fix";
import { type OpenSession, openSessions } from "./openSessions";

/** See docs/rules/session-leak.md. */
export const sessionLeak = defineRule({
  meta: {
    name: "session-leak",
    summary: "Close every session that is opened by hand",
    rationale:
      "A session that was used holds a connection of the pool until it is closed. One that is forgotten, if only when " +
      "a query raises, is missing from then on; when the last one is gone, every request waits and fails.",
    area: "data",
    source: "Red flag: session leaks",
    severity: "error",
    on: "everywhere",
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      always: "{session} is never closed; open it in a `with` block.",
      way: "{session} is not closed on every way through {function}; open it in a `with` block.",
      raise:
        "{session} stays open when something raises before it is closed; open it in a `with` block.",
      taken:
        "`next` takes {session} out of its generator, which then never closes it; use the dependency, or a `with` block.",
    },
  },
  check({ file, code, report }) {
    if (isAsideFile(file) || /(^|\/)scripts?\//.test(file.path)) return;
    for (const { function: func } of code.functionRuns(file.path)) {
      if (func.path !== file.path) continue;
      for (const found of openSessions(func, code)) {
        const { call, named, when } = found;
        const fix = withFix(found, func, file, code);
        report({
          message: messageFor(found),
          data: {
            session: named === undefined ? "this session" : `\`${named.name}\``,
            function: func.name,
          },
          range: rangeOf(call),
          // What a command opens is given back when its process ends.
          ...(fix && { fix }),
          ...(isCommand(func) || isRunByItself(func, file)
            ? { severity: "hint" }
            : when === "on raise" && { severity: "warning" }),
        });
      }
    }
  },
});

function messageFor({ origin, when }: OpenSession): "always" | "way" | "raise" | "taken" {
  if (when === "on one way") return "way";
  if (when === "on raise") return "raise";
  return origin === "taken" ? "taken" : "always";
}

/** Whether a function is a command of Click's or Typer's, which runs in a process of its own. */
function isCommand({ decorators }: FunctionV): boolean {
  return decorators.some((decorator) => {
    const func = decorator.kind === "call" ? decorator.func : decorator;
    if (/^(?:click|typer)\./.test(externalName(func) ?? "")) return true;
    return func.kind === "attribute" && /^(?:command|callback)$/.test(func.attr);
  });
}

/** Whether the file's `if __name__ == "__main__":` calls a function. */
function isRunByItself({ name }: FunctionV, { parsed }: PythonFile): boolean {
  return parsed.module.body.some(
    (statement) =>
      statement.nodeType === "If" &&
      mentions("__name__", statement.test) &&
      statement.body.some((one) => mentions(name, one)),
  );
}
