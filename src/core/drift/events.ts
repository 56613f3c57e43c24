import { fileCalls } from "../project/fileCalls";
import { isOpen } from "../spec/document/cells";
import {
  joinedEdits,
  linesBelow,
  replaced,
  rowBelow,
  withoutLines,
} from "../spec/document/fixEdits";
import type { SpecTable } from "../spec/document/specTable";
import type { EventFact } from "../spec/fromCode/facts";
import { escapeRegExp } from "../text/escapeRegExp";
import { type Range, range } from "../text/range";
import { textsIn, withImported } from "./codeTexts";
import type { Difference } from "./difference";
import { comparePayloads } from "./payloads";
import { homeOf, only, type Sides } from "./sides";
import { ofStatus, statusAt } from "./status";

/** An event as a spec lists it. */
interface Listed {
  readonly name: string;
  readonly range: Range;
  readonly whole: Range;
}

/** Compares the events that a spec lists with those that the code sends. */
export function compareEvents(sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Event Type"));
  const listed = [...listedIn(table), ...listedInItems(sides)];
  const payloads = comparePayloads(sides);
  if (listed.length === 0) return payloads;
  const gone = listed.filter((one) => isGone(one, sides));
  const added = facts.events.filter(({ name }) => !listed.some((one) => one.name === name));
  const [from, to] = [only(gone), only(added)];
  if (from && to && familyOf(from) === familyOf(to)) {
    return [...payloads, renaming(from, to, sides)];
  }
  const stays = listed.filter((one) => !gone.includes(one));
  return [
    ...payloads,
    ...listed.flatMap((one): readonly Difference[] => {
      const fact = facts.events.find(({ name }) => name === one.name);
      const at = { kind: "event", about: `the event ${one.name}`, range: one.range } as const;
      if (fact) return [ofStatus({ ...at, place: fact }, one.whole, spec) ?? []].flat();
      if (!gone.includes(one)) return [];
      const { line } = one.whole.start;
      const edits = withoutLines(line, line, spec);
      return [{ ...at, sides: "only spec", place: homeOf(sides), edits }];
    }),
    ...added.map((one): Difference => missing(one, stays, table, sides)),
  ];
}

function listedIn(table: SpecTable | undefined): readonly Listed[] {
  return (table?.rows ?? []).flatMap((row): readonly Listed[] => {
    const cell = row.cell("Event Type");
    if (cell === undefined || isOpen(cell) || !/^\S+$/.test(cell.text)) return [];
    return [{ name: cell.text, range: cell.range, whole: row.row.range }];
  });
}

const item = /^(\s*[-*+]\s+Event:?\s+)(\[?`?)([^\s`\][()]+)/;

/** “- Event `order.paid.v1`”, as a generated document has it. */
function listedInItems({ spec }: Sides): readonly Listed[] {
  const { lines } = spec.markdown;
  const found: Listed[] = [];
  for (let line = 0; line < lines.count; line++) {
    const text = lines.line(line);
    const [, lead = "", tick = "", name] = item.exec(text) ?? [];
    if (name === undefined || !/[.:/_]/.test(name)) continue;
    const start = lead.length + tick.length;
    found.push({
      name,
      range: range(line, start, line, start + name.length),
      whole: range(line, 0, line, text.length),
    });
  }
  return found;
}

/** Whether the code has nothing that could send an event: neither the name, nor a text that may become it. */
function isGone({ name, whole }: Listed, { spec, facts, files, code }: Sides): boolean {
  if (facts.events.some((one) => one.name === name)) return false;
  if (statusAt(whole, spec) === "planned") return false;
  // Where the code sends nothing that is known, it may send everything in a way that is not.
  if (facts.events.length === 0 && !sendsNothing(files, code)) return false;
  const texts = textsIn(withImported(files, code), code);
  return !texts.has(name) && !texts.mayBegin(name);
}

function sendsNothing(files: readonly string[], code: Sides["code"]): boolean {
  const word = /publish|emit|produce|dispatch|send|event|outbox|notify|enqueue|broadcast/i;
  return files.every((path) =>
    [...fileCalls(code, path).keys()].every(({ func }) => {
      const name =
        func.nodeType === "Attribute" ? func.attr : func.nodeType === "Name" ? func.id : "";
      return !word.test(name);
    }),
  );
}

/** What an event is about: the first part of its name. */
function familyOf({ name }: { readonly name: string }): string | undefined {
  return name.split(/[.:/_]/)[0];
}

/** The only event that has gone and the only new one are the same: what is written of it stays. */
function renaming(from: Listed, to: EventFact, { spec }: Sides): Difference {
  const { lines } = spec.markdown;
  const pattern = new RegExp(`(?<![\\w.-])${escapeRegExp(from.name)}(?![\\w-]|\\.\\w)`, "g");
  const edits = Array.from({ length: lines.count }, (_, line) =>
    [...lines.line(line).matchAll(pattern)].map(({ index }) =>
      replaced(range(line, index, line, index + from.name.length), to.name),
    ),
  ).flat();
  return {
    kind: "event",
    sides: "both",
    about: `the event ${from.name}`,
    range: from.range,
    place: to,
    said: { part: "name", spec: from.name, code: to.name },
    edits: joinedEdits(edits),
  };
}

function missing(
  one: EventFact,
  listed: readonly Listed[],
  table: SpecTable | undefined,
  { spec }: Sides,
): Difference {
  const last = listed.at(-1);
  const header = table?.table.header.range;
  const line = last?.whole.start.line ?? 0;
  const going = table?.table.rows.filter((row) => !listed.some(({ whole }) => whole === row.range));
  const [lead = "- "] = /^\s*[-*+]\s+/.exec(spec.markdown.lines.line(line)) ?? [];
  return {
    kind: "event",
    sides: "only code",
    about: `the event ${one.name}`,
    range: header ?? last?.range ?? range(0, 0, 0, 0),
    place: one,
    edits: table
      ? rowBelow(table.table, new Map([["Event Type", one.name]]), spec, going)
      : last && linesBelow(line, `${lead}Event \`${one.name}\``, spec),
  };
}
