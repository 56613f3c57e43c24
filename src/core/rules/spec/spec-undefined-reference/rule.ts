import * as z from "zod";
import { readStateDiagram } from "../../../diagrams/read/state";
import { isOpen, plain } from "../../../spec/document/cells";
import { idRows, idsIn } from "../../../spec/document/references";
import type { SpecDocument } from "../../../spec/document/specDocument";
import {
  definedErrors,
  diagramsIn,
  errorName,
  isForeign,
  placeIn,
  sequencesIn,
  signatures,
  statusFields,
} from "../../../spec/document/vocabulary";
import { type Range, rangeContains } from "../../../text/range";
import { defineSpecRule } from "../specRule";

export const specUndefinedReference = defineSpecRule({
  meta: {
    name: "spec-undefined-reference",
    summary: "Speak only of rules, errors, events, states and dependencies that the spec defines",
    rationale:
      "A reader looks up what a name stands for. One that is defined nowhere was renamed, removed, or never decided.",
    area: "spec",
    source: "the guidelines of the format: rules with IDs, events with their schema",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: {
      id: "{name} has no row in this document.",
      error: "{name} has no row in the table of errors.",
      event: "The event {name} has no row in Events Published.",
      state: "No model and no state machine has the state {name}.",
      dependency: "{name} is no dependency of the table.",
    },
  },
  check({ spec, report }) {
    for (const { name, range } of undefinedIds(spec))
      report({ message: "id", data: { name }, range });
    for (const { name, range } of undefinedErrors(spec)) {
      report({ message: "error", data: { name }, range });
    }
    for (const { name, range } of undefinedEvents(spec)) {
      report({ message: "event", data: { name }, range });
    }
    for (const { name, range } of undefinedStates(spec)) {
      report({ message: "state", data: { name }, range });
    }
    for (const { name, range } of undefinedDependencies(spec)) {
      report({ message: "dependency", data: { name }, range });
    }
  },
});

interface Use {
  readonly name: string;
  readonly range: Range;
}

function undefinedIds(spec: SpecDocument): Use[] {
  const prefixes = spec.tables.flatMap(({ holding }) => holding.ids ?? []);
  const defined = new Set(prefixes.flatMap((one) => idRows(spec, one).map(({ text }) => text)));
  return idsIn(spec)
    .filter(({ id }) => prefixes.some((one) => id.startsWith(`${one}-`)) && !defined.has(id))
    .map(({ id, range }) => ({ name: id, range }));
}

/** Errors in the text and tables of known sections; those of signatures and diagrams `spec-error-not-classified` has. */
function undefinedErrors(spec: SpecDocument): Use[] {
  const defined = new Set(definedErrors(spec).map(({ name }) => name));
  if (defined.size === 0) return [];
  // A schema may be called after an error: `ExportError` is what an answer holds.
  for (const { classes } of spec.pythonIn("data-models")) {
    for (const { name } of classes) defined.add(name);
  }
  const { lines, fences, comments } = spec.markdown;
  const isFenced = (line: number) => fences.some((one) => one.line <= line && line <= one.endLine);
  const uses = spec.allParts.flatMap(({ section: { ownRange } }) => {
    const found: Use[] = [];
    for (let line = ownRange.start.line; line < ownRange.end.line; line++) {
      if (isFenced(line)) continue;
      for (const { 0: name, index } of lines.line(line).matchAll(errorName)) {
        const start = { line, character: index };
        found.push({ name, range: { start, end: { line, character: index + name.length } } });
      }
    }
    return found;
  });
  return uses.filter(
    ({ name, range }) =>
      !defined.has(name) &&
      !isForeign(name) &&
      !comments.some((comment) => rangeContains(comment.range, range)),
  );
}

/** Events that signatures, messages and examples speak of. */
function undefinedEvents(spec: SpecDocument): Use[] {
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Event Type"));
  if (table === undefined || table.rows.length === 0) return [];
  const types = table.rows.flatMap((row) => {
    const cell = row.cell("Event Type");
    return cell === undefined || isOpen(cell) ? [] : [cell.text];
  });
  const defined = new Set(types.flatMap((type) => [plain(type), plain(withoutVersion(type))]));
  const documented = signatures(spec).flatMap(({ docstring }) =>
    docstring
      .filter(({ name }) => name === "Events")
      .flatMap(({ items }) => items)
      .filter(({ name }) => /^[A-Z]\w+$|\./.test(name)),
  );
  const published = sequencesIn(spec).flatMap(({ fence, sequence }) =>
    sequence.messages.flatMap(({ text, textRange }): Use[] => {
      const [, name] =
        /\bpublish\w*[\s(]+["']?([A-Z][a-z]\w*|[a-z_]+(?:\.\w+)+)["')]?\s*$/.exec(text) ?? [];
      return name === undefined ? [] : [{ name, range: placeIn(fence, textRange) }];
    }),
  );
  return [...documented, ...published, ...sent(spec)].filter(
    ({ name }) => !defined.has(plain(name)) && !defined.has(plain(withoutVersion(name))),
  );
}

/** The types of the examples of payloads. */
function sent(spec: SpecDocument): Use[] {
  const part = spec.part("event-payloads");
  if (part === undefined) return [];
  const { ownRange } = part.section;
  const found: Use[] = [];
  for (let line = ownRange.start.line; line < ownRange.end.line; line++) {
    const match = /"event_type"\s*:\s*"([^"]+)"/.exec(spec.markdown.lines.line(line));
    const name = match?.[1];
    if (match === null || name === undefined) continue;
    const character = match.index + match[0].lastIndexOf(name);
    const end = { line, character: character + name.length };
    found.push({ name, range: { start: { line, character }, end } });
  }
  return found;
}

function withoutVersion(type: string): string {
  return type.replace(/[._-]v\d+$/i, "");
}

/** States that the messages of sequences set: `status='queued'`. */
function undefinedStates(spec: SpecDocument): Use[] {
  const drawn = diagramsIn(spec, /^stateDiagram(?:-v2)?$/).flatMap(({ fence }) =>
    readStateDiagram(fence.content).states.flatMap(({ id, label }) => [plain(id), plain(label)]),
  );
  const listed = statusFields(spec).flatMap(({ literals }) =>
    literals.map(({ value }) => plain(value)),
  );
  const defined = new Set([...drawn, ...listed]);
  if (defined.size === 0) return [];
  return sequencesIn(spec).flatMap(({ fence, sequence }) =>
    sequence.messages.flatMap(({ text, textRange }): Use[] => {
      const [, name] = /\b(?:status|state)\s*=\s*["']([^"']+)["']/.exec(text) ?? [];
      if (name === undefined || defined.has(plain(name))) return [];
      return [{ name, range: placeIn(fence, textRange) }];
    }),
  );
}

/** Words for what any service has, whatever it is called. */
const generic =
  /^(?:the|an?|any|external|internal|upstream|downstream|third|party|services?|servers?|apis?|databases?|db|caches?|queues?|brokers?|storage|dependenc(?:y|ies)|requests?|calls?|network|clients?|workers?|jobs?|tasks?|connections?|read|write)$/;

/** Dependencies of which a scenario of the retry strategy says that they do not answer. */
function undefinedDependencies(spec: SpecDocument): Use[] {
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Dependency"));
  const rows = table?.rows ?? [];
  const columns = ["Dependency", "Type", "Purpose"];
  const known = new Set(rows.flatMap((row) => columns.flatMap((one) => wordsOf(row.text(one)))));
  if (rows.length === 0) return [];
  return (spec.table("retries")?.rows ?? []).flatMap((row): Use[] => {
    const cell = row.cell("Scenario");
    if (cell === undefined || isOpen(cell)) return [];
    const [, name] =
      /^(.+?) (?:(?:does|do) not answer|(?:is|are) (?:down|unavailable|not reachable)|times? ?outs?|unavailable)\b/i.exec(
        cell.text,
      ) ?? [];
    const words = wordsOf(name ?? "");
    const isKnown =
      words.every((word) => generic.test(word)) || words.some((word) => known.has(word));
    return name === undefined || isKnown ? [] : [{ name, range: cell.range }];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
