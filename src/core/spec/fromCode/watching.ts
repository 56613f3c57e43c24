import { dottedText, placed } from "../../behaviour/place";
import { type CallV, externalName } from "../../evaluation/value";
import { eventsOf } from "../../frameworks/events/events";
import { isLogCall, logMethods } from "../../frameworks/observability/logCalls";
import { observabilityOf } from "../../frameworks/observability/observability";
import type { CodeBase } from "../../project/codeBase";
import { fileCalls } from "../../project/fileCalls";
import type { Call, Expression } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";
import type { EventFact, LogFact, MetricFact } from "./facts";

/** The lines that some files write to the log, in the order of the text. */
export function logsOf(files: readonly string[], code: CodeBase): readonly LogFact[] {
  return files.flatMap((path) => {
    const known = fileCalls(code, path);
    const found: LogFact[] = [];
    for (const statement of code.statements(path)) {
      walk(statement, (node) => {
        if (node.nodeType !== "Call") return;
        const level = levelOf(node, known.get(node) ?? []);
        if (level === undefined) return;
        const [first] = node.args;
        const event = first && eventText(first);
        found.push({ level, event, fields: fieldsOf(node), path, line: node.line + 1 });
      });
    }
    return found.sort((a, b) => a.line - b.line);
  });
}

/** The level that a call logs at; where nobody knows what it is called on, a logger is one by its name. */
function levelOf(node: Call, calls: readonly CallV[]): string | undefined {
  const call = calls.find(isLogCall);
  if (call !== undefined) {
    const { func } = call;
    const level = func.kind === "attribute" ? func.attr : externalName(func)?.split(".").at(-1);
    return level ?? "log";
  }
  if (node.func.nodeType !== "Attribute" || !logMethods.test(node.func.attr)) return undefined;
  const name = dottedText(node.func.value) ?? "";
  const isOwn = calls.some(({ func }) => func.kind === "function" || func.kind === "bound");
  return !isOwn && /(?:^|[._])(?:log|logger)$/i.test(name) ? node.func.attr : undefined;
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
