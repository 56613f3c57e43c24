import { dottedText, placed } from "../../behaviour/place";
import { externalName } from "../../evaluation/value";
import { eventsOf } from "../../frameworks/events/events";
import { isLogCall } from "../../frameworks/observability/logCalls";
import { observabilityOf } from "../../frameworks/observability/observability";
import type { CodeBase } from "../../project/codeBase";
import { fileCalls } from "../../project/fileCalls";
import type { Call, Expression } from "../../python/ast/nodes";
import type { EventFact, LogFact, MetricFact } from "./facts";

/** The lines that some files write to the log, in the order of the text. */
export function logsOf(files: readonly string[], code: CodeBase): readonly LogFact[] {
  return files.flatMap((path) =>
    [...fileCalls(code, path)]
      .flatMap(([node, calls]): readonly LogFact[] => {
        const call = calls.find(isLogCall);
        if (call === undefined) return [];
        const { func } = call;
        const level = func.kind === "attribute" ? func.attr : externalName(func)?.split(".").at(-1);
        const [first] = node.args;
        return [
          {
            level: level ?? "log",
            event: first && eventText(first),
            fields: fieldsOf(node),
            path,
            line: node.line + 1,
          },
        ];
      })
      .sort((a, b) => a.line - b.line),
  );
}

/** A text as Python, with names for what it is filled with; a name for a text that stands elsewhere. */
function eventText(node: Expression): string | undefined {
  if (node.nodeType === "Constant") {
    return typeof node.value === "string" ? JSON.stringify(node.value) : undefined;
  }
  if (node.nodeType !== "JoinedStr") return dottedText(node);
  const text = node.values
    .map((part) => {
      if (part.nodeType === "Constant") return String(part.value);
      return part.nodeType === "FormattedValue" ? `{${dottedText(part.value) ?? "…"}}` : "{…}";
    })
    .join("");
  return JSON.stringify(text);
}

const aside: ReadonlySet<string> = new Set(["exc_info", "stack_info", "stacklevel", "extra"]);

function fieldsOf({ keywords }: Call): readonly string[] {
  return keywords.flatMap(({ arg, value }) => {
    if (arg === "extra" && value.nodeType === "Dict") {
      return value.keys.flatMap((key) =>
        key?.nodeType === "Constant" && typeof key.value === "string" ? [key.value] : [],
      );
    }
    return arg === null || aside.has(arg) ? [] : [arg];
  });
}

/** The metrics that some files make. */
export function metricsOf(files: readonly string[], code: CodeBase): readonly MetricFact[] {
  const { metrics } = observabilityOf(
    files.map((path) => code.run(path)),
    code,
  );
  return metrics.flatMap(({ name, kind, labels, place }) =>
    name === null ? [] : [{ name, kind, labels: labels ?? [], ...placed(place) }],
  );
}

/** The events that some files send. */
export function eventFacts(files: ReadonlySet<string>, code: CodeBase): readonly EventFact[] {
  return eventsOf(code).flatMap(({ name, fields, place }) =>
    files.has(place.path) ? [{ name, fields: fields ?? [], ...placed(place) }] : [],
  );
}
