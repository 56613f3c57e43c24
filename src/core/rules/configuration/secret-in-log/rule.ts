import * as z from "zod";
import { isAside } from "../../../project/asidePaths";
import { isCommandLine } from "../../../project/commandLinePaths";
import type { Call, Expression } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { Secrets } from "./secretOf";
import { argumentsOf, shownParts, textArguments } from "./shownParts";
import { isCommand, sinkOf } from "./sinks";

/** See docs/rules/secret-in-log.md. */
export const secretInLog = defineRule({
  meta: {
    name: "secret-in-log",
    summary: "Keep secrets out of logs, metrics and exceptions",
    rationale:
      "Logs are kept, copied and read by more people and programs than any database. Whoever reads a password, a key or " +
      "a session there can use it.",
    area: "configuration",
    source: "Security notes: what is never logged",
    severity: "error",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      log: "{secret} is written to the log; leave it out, or log an id of it.",
      print: "{secret} is printed, which ends up in the log; leave it out.",
      metric: "{secret} is a label of a metric; take something that is no secret.",
      exception: "{secret} is in the text of an exception, which ends up in a log or a response.",
    },
  },
  check({ file, code, calls, config, report }) {
    if (isAside(file.path)) return;
    const secrets = new Secrets({ file, code, calls, config });
    const raised = new Set<Expression>();
    const look = (call: Call, message: "log" | "print" | "metric" | "exception"): void => {
      const scope = file.scopeOf(call);
      const shown = message === "exception" ? textArguments(call) : argumentsOf(call);
      for (const part of shown.flatMap(shownParts)) {
        const secret = secrets.of(part, scope);
        if (secret !== undefined) report({ message, data: { secret }, range: rangeOf(part) });
      }
    };
    for (const statement of file.parsed.module.body) {
      walk(statement, (node) => {
        if (isCommand(node)) return false;
        if (node.nodeType === "Raise" && node.exc?.nodeType === "Call") {
          raised.add(node.exc);
          look(node.exc, "exception");
        }
        if (node.nodeType === "Call" && !raised.has(node)) {
          const sink = sinkOf(node, calls.get(node) ?? []);
          const isShown = sink === "print" && isCommandLine(file.path);
          if (sink !== undefined && !isShown) look(node, sink);
        }
        return true;
      });
    }
  },
});
