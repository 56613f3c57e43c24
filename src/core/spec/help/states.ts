import { readStateDiagram } from "../../diagrams/read/state";
import { diagramLines, labelText, rangeIn } from "../../diagrams/read/text";
import type { Fence } from "../../markdown/document";
import { escapeRegExp } from "../../text/escapeRegExp";
import type { Range } from "../../text/range";
import { plain } from "../document/cells";
import type { SpecDocument } from "../document/specDocument";
import { diagramsIn, placeIn, statusFields } from "../document/vocabulary";

/** A state where it stands. */
export interface StateUse {
  /** What tells it from others, however it is written. */
  readonly key: string;
  /** As models and messages write it. */
  readonly name: string;
  readonly range: Range;
  readonly isDefinition: boolean;
  readonly isDiagramId: boolean;
}

/** The states of the models' status fields and of state machines, with their names. */
export function stateNames(spec: SpecDocument): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { literals } of statusFields(spec)) {
    for (const { value } of literals) names.set(plain(value), value);
  }
  for (const { fence } of machines(spec)) {
    for (const { id, label } of readStateDiagram(fence.content).states) {
      if (!names.has(plain(id)) && !names.has(plain(label))) names.set(plain(label), label);
    }
  }
  names.delete("");
  return names;
}

/** Every place of a state: in models, state machines, examples, messages, and in text as code. */
export function stateUses(spec: SpecDocument): StateUse[] {
  const names = stateNames(spec);
  if (names.size === 0) return [];
  const literals = statusFields(spec).flatMap((field) => field.literals.map(({ range }) => range));
  const quoted = spec.markdown.fences
    .filter(({ language }) => /^(?:python3?|py|json[5c]?)\b/i.test(language))
    .flatMap((fence) => piecesOf(fence, /(["'])(?<name>[^"'\\\n]+)\1/g));
  const messages = diagramsIn(spec, /^sequenceDiagram$/).flatMap(({ fence }) =>
    piecesOf(fence, /\b(?:status|state)\s*=\s*["'](?<name>[^"']+)["']/g),
  );
  const written = [...quoted, ...messages, ...codeIn(spec), ...validatedIn(spec, names)].flatMap(
    ({ text, range }): StateUse[] => {
      const name = names.get(plain(text));
      if (name !== text) return [];
      const isDefinition = literals.some(
        ({ start, end }) =>
          start.line === range.start.line &&
          start.character <= range.start.character &&
          range.end.character <= end.character,
      );
      return [{ key: plain(text), name, range, isDefinition, isDiagramId: false }];
    },
  );
  const isModelled = (key: string): boolean =>
    written.some((use) => use.key === key && use.isDefinition);
  const drawn = machines(spec).flatMap(({ fence }) => drawnIn(fence, names));
  const seen = new Set<string>();
  // Where no model lists a state, the first place in a state machine says that there is one.
  const placed = drawn.map((use) => {
    const isFirst = !isModelled(use.key) && !seen.has(use.key);
    seen.add(use.key);
    return { ...use, isDefinition: isFirst };
  });
  return [...written, ...placed];
}

/** The state machines of a document. */
export function machines(spec: SpecDocument): { readonly fence: Fence }[] {
  return diagramsIn(spec, /^stateDiagram(?:-v2)?$/);
}

function drawnIn(fence: Fence, names: ReadonlyMap<string, string>): StateUse[] {
  const keys = new Map<string, string>();
  for (const { id, label } of readStateDiagram(fence.content).states) {
    keys.set(id, names.has(plain(id)) ? plain(id) : plain(label));
  }
  const use = (key: string, line: number, at: number, length: number, isDiagramId: boolean) => ({
    key,
    name: names.get(key) ?? key,
    range: placeIn(fence, rangeIn(line, at, length)),
    isDefinition: false,
    isDiagramId,
  });
  return diagramLines(fence.content).flatMap(({ text, line }): StateUse[] => {
    if (/^\s*note\b/i.test(text)) return [];
    const end = /(?<!:):(?!:)/.exec(text)?.index ?? text.length;
    const head = text.slice(0, end);
    const ids = [
      ...head.replace(/"[^"]*"/g, (one) => " ".repeat(one.length)).matchAll(/[^\s:{}<>]+/g),
    ];
    const found = ids.flatMap(({ 0: id, index }) => {
      const key = keys.get(id);
      return key === undefined ? [] : [use(key, line, index, id.length, true)];
    });
    const label = /"([^"]*)"/.exec(head);
    const said = label?.[1];
    if (label && said && names.has(plain(labelText(said)))) {
      found.push(use(plain(labelText(said)), line, label.index + 1, said.length, false));
    }
    return found;
  });
}

interface Piece {
  readonly text: string;
  readonly range: Range;
}

function piecesOf(fence: Fence, pattern: RegExp): Piece[] {
  return fence.content.split("\n").flatMap((text, line) =>
    [...text.matchAll(pattern)].map((match): Piece => {
      const name = match.groups?.name ?? "";
      const at = match.index + match[0].lastIndexOf(name);
      return { text: name, range: placeIn(fence, rangeIn(line, at, name.length)) };
    }),
  );
}

/** The states that a row of Input Validation lists for a status field: `One of queued, running`. */
function validatedIn({ tables }: SpecDocument, names: ReadonlyMap<string, string>): Piece[] {
  const longestFirst = [...names.values()].sort((a, b) => b.length - a.length).map(escapeRegExp);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_\`])(?:${longestFirst.join("|")})(?![\\p{L}\\p{N}_\`])`,
    "gu",
  );
  return tables.flatMap(({ rows }) =>
    rows.flatMap((row): Piece[] => {
      const cell = row.cell("Validation");
      if (cell === undefined || !/(?:^|[._\s])(?:status|state)$/i.test(row.text("Input Type")))
        return [];
      const { line, character } = cell.range.start;
      return [...cell.source.matchAll(pattern)].map(({ 0: text, index }) => ({
        text,
        range: rangeIn(line, character + index, text.length),
      }));
    }),
  );
}

/** What stands in text between backticks. */
function codeIn({ markdown: { lines, fences } }: SpecDocument): Piece[] {
  const fenced = new Set<number>();
  for (const { line, endLine } of fences) for (let at = line; at <= endLine; at++) fenced.add(at);
  const found: Piece[] = [];
  for (let line = 0; line < lines.count; line++) {
    if (fenced.has(line)) continue;
    for (const { 1: text = "", index } of lines.line(line).matchAll(/`([^`]+)`/g)) {
      found.push({ text, range: rangeIn(line, index + 1, text.length) });
    }
  }
  return found;
}
