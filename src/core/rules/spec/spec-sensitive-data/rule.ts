import * as z from "zod";
import type { Fence } from "../../../markdown/document";
import { toDocumentPosition } from "../../../markdown/readFence";
import { plain } from "../../../spec/document/cells";
import { fieldKey, type SensitiveField, sensitiveFields } from "../../../spec/document/sensitive";
import type { SpecDocument } from "../../../spec/document/specDocument";
import { fencesIn } from "../../../spec/document/specPart";
import type { Range } from "../../../text/range";
import { defineSpecRule } from "../specRule";

/** The sections whose examples show what is logged and sent. */
const examples = ["logging", "event-payloads", "observability"] as const;

export const specSensitiveData = defineSpecRule({
  meta: {
    name: "spec-sensitive-data",
    summary: "Keep what is never logged out of log and event examples",
    rationale:
      "Examples are copied. A field that the same document says is never logged ends up in the logs because its example " +
      "showed it. What the configuration lists under `sensitive` is never logged anywhere.",
    area: "spec",
    source: "the guidelines of the format: sensitive data is handled in every specification",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: { shown: "{field} is never logged, says {source}, and this example shows it." },
  },
  check({ spec, config, report }) {
    const never = neverLogged(spec, config.config.sensitive ?? []);
    if (never.length === 0) return;
    for (const fence of exampleFences(spec)) {
      const type = plain(/"event_type"\s*:\s*"([^".]*)/.exec(fence.content)?.[1] ?? "");
      for (const { key, range } of keysIn(fence)) {
        const name = fieldKey(key);
        // The type of an event, `user.created.v1`, says whose fields it shows.
        const found = never.find(
          (one) => one.name === name && (!one.owner || !type || type === one.owner),
        );
        if (found === undefined) continue;
        report({ message: "shown", data: { field: key, source: found.source }, range });
      }
    }
  },
});

/** The fields that are never logged, each with what says so. @param configured by the project's configuration */
function neverLogged(
  spec: SpecDocument,
  configured: readonly string[],
): (SensitiveField & { readonly source: string })[] {
  const from = (text: string, source: string) =>
    sensitiveFields(text).map((one) => ({ ...one, source }));
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Logging"));
  const heading = table?.part.section.heading.text ?? "";
  const rows = (table?.rows ?? []).filter((row) =>
    /^(?:never|not? logged|no|none|redacted)\b/i.test(row.text("Logging")),
  );
  return [
    ...rows.flatMap((row) => from(row.text("Data Type"), heading)),
    ...configured.flatMap((name) => from(name, "the configuration")),
  ];
}

function exampleFences(spec: SpecDocument): Set<Fence> {
  const fences = examples.flatMap((id) => {
    const part = spec.part(id);
    return part === undefined ? [] : fencesIn(part.section);
  });
  return new Set(
    fences.filter(({ language }) => /^(?:json5?|jsonc|python3?|py|yaml)\b/i.test(language)),
  );
}

/** The keys of JSON and the keyword arguments of calls. */
function keysIn(fence: Fence): { readonly key: string; readonly range: Range }[] {
  return fence.content.split("\n").flatMap((text, line) => {
    const code = text.replace(/(^|\s)(?:#|\/\/).*$/, "$1");
    const found = code.matchAll(/"([\w-]+)"\s*:|(?<![\w.])([A-Za-z_]\w*)\s*=(?!=)/g);
    return [...found].map((match) => {
      const key = match[1] ?? match[2] ?? "";
      const character = match.index + match[0].indexOf(key);
      const start = toDocumentPosition(fence, { line, character });
      return { key, range: { start, end: { ...start, character: start.character + key.length } } };
    });
  });
}
