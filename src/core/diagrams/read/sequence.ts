import type { Range } from "../../text/range";
import { diagramLines, labelText, rangeIn } from "./text";

/** A participant or actor of a sequence. */
export interface ReadParticipant {
  readonly id: string;
  /** What it is shown as; its id where nothing else is said. */
  readonly label: string;
  /** Where its label stands, or its id. */
  readonly range: Range;
}

/** An arrow of a sequence. */
export interface ReadMessage {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Whether it is an answer. */
  readonly dashed: boolean;
  readonly range: Range;
  /** Where its text stands. */
  readonly textRange: Range;
}

/** A note beside or over participants. */
export interface ReadNote {
  readonly text: string;
  /** Where its text stands. */
  readonly textRange: Range;
}

/** A sequence diagram as data, with places in its source. What cannot be read is left out. */
export interface ReadSequence {
  readonly participants: readonly ReadParticipant[];
  readonly messages: readonly ReadMessage[];
  readonly notes: readonly ReadNote[];
}

const declared =
  /^\s*(?:create\s+)?(?:participant|actor)\s+(\S+?)(?:@\{.*?\})?(?:\s+as\s+(.+?))?\s*$/i;
const note = /^\s*note\s+(?:over|left\s+of|right\s+of)\s[^:]*:(.*)$/i;
const arrow =
  /^\s*([^\s:][^:]*?)\s*(<<-->>|<<->>|-->>|->>|-->|->|--x|-x|--\)|-\))\s*[+-]?\s*([^\s:][^:]*?)\s*:(.*)$/;

/** Reads a sequence diagram. */
export function readSequence(source: string): ReadSequence {
  const participants = new Map<string, ReadParticipant>();
  const messages: ReadMessage[] = [];
  const notes: ReadNote[] = [];
  for (const { text, line } of diagramLines(source)) {
    const [whole, id, alias] = declared.exec(text) ?? [];
    if (whole !== undefined && id !== undefined) {
      const shown = alias ?? id;
      const range = rangeIn(line, text.lastIndexOf(shown), shown.length);
      if (!participants.has(id)) participants.set(id, { id, label: labelText(shown), range });
      continue;
    }
    const noted = note.exec(text)?.[1]?.trim();
    if (noted !== undefined) {
      const at = text.trimEnd().length - noted.length;
      notes.push({ text: labelText(noted), textRange: rangeIn(line, at, noted.length) });
      continue;
    }
    const [found, from, mark, to, words] = arrow.exec(text) ?? [];
    if (found === undefined || from === undefined || to === undefined || mark === undefined)
      continue;
    const start = text.indexOf(from);
    const toAt = text.indexOf(to, start + from.length + mark.length);
    for (const [name, at] of [
      [from, start],
      [to, toAt],
    ] as const) {
      if (participants.has(name)) continue;
      participants.set(name, { id: name, label: name, range: rangeIn(line, at, name.length) });
    }
    const said = (words ?? "").trim();
    const end = text.trimEnd().length;
    messages.push({
      from,
      to,
      text: labelText(said),
      dashed: mark.includes("--"),
      range: rangeIn(line, start, end - start),
      textRange: rangeIn(line, end - said.length, said.length),
    });
  }
  return { participants: [...participants.values()], messages, notes };
}
