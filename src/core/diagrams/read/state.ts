import type { Range } from "../../text/range";
import { diagramLines, labelText, rangeIn } from "./text";

/** The name by which a state diagram calls its start and its end. */
export const outside = "[*]";

/** A state of a diagram. */
export interface ReadState {
  readonly id: string;
  readonly label: string;
  /** Where it is first named. */
  readonly range: Range;
  /** Whether it holds states of its own. */
  readonly composite: boolean;
}

/** An arrow from a state to another; `[*]` stands for the start and the end. */
export interface ReadTransition {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly range: Range;
  /** The states that the arrow stands in, outermost first. */
  readonly within: readonly string[];
}

/** A state diagram as data, with places in its source. What cannot be read is left out. */
export interface ReadStateDiagram {
  readonly states: readonly ReadState[];
  readonly transitions: readonly ReadTransition[];
}

const transition = /^\s*(\[\*\]|[^\s:]+?)(?::::?\S+)?\s*-->\s*(\[\*\]|[^\s:]+)\s*(?::(.*))?$/;
const alias = /^\s*state\s+"([^"]*)"\s+as\s+(\S+?)\s*(\{)?\s*$/i;
const block = /^\s*state\s+([^\s{<"]+)\s*(\{|<<\w+>>)?\s*$/i;
const described = /^\s*([^\s:[\]]+)\s*:\s*(.+?)\s*$/;
const bare = /^\s*([\p{L}_][\p{L}\p{N}_-]*)\s*$/u;

/** Reads a state diagram of either version. */
export function readStateDiagram(source: string): ReadStateDiagram {
  const states = new Map<string, ReadState>();
  const transitions: ReadTransition[] = [];
  const within: string[] = [];
  const take = (id: string, line: number, at: number, more: Partial<ReadState> = {}): void => {
    if (id === outside) return;
    const known = states.get(id) ?? {
      id,
      label: id,
      range: rangeIn(line, at, id.length),
      composite: false,
    };
    states.set(id, { ...known, ...more });
  };
  let inNote = false;
  for (const { text, line } of diagramLines(source)) {
    if (inNote || /^\s*note\b/i.test(text)) {
      inNote = !/^\s*end\s+note\b/i.test(text) && (inNote || !text.includes(":"));
      continue;
    }
    if (/^\s*\}\s*$/.test(text)) {
      within.pop();
      continue;
    }
    if (/^\s*(?:direction|classDef|class|style|hide|scale|acc\w+)\b/.test(text)) continue;
    const [named, label, id, opens] = alias.exec(text) ?? [];
    if (named !== undefined && id !== undefined) {
      const composite = opens !== undefined;
      take(id, line, text.lastIndexOf(id), { label: labelText(label ?? id), composite });
      if (composite) within.push(id);
      continue;
    }
    const [, name, mark] = block.exec(text) ?? [];
    if (name !== undefined) {
      // A choice, fork or join is a point on the way rather than a state.
      take(name, line, text.indexOf(name), { composite: mark === "{" });
      if (mark === "{") within.push(name);
      continue;
    }
    const arrow = transition.exec(text);
    if (arrow) {
      const [, from = "", to = "", words = ""] = arrow;
      const at = text.indexOf(from);
      const toAt = text.indexOf(to, text.indexOf("-->") + 3);
      take(from, line, at);
      take(to, line, toAt);
      const range = rangeIn(line, at, text.trimEnd().length - at);
      transitions.push({ from, to, text: labelText(words), range, within: [...within] });
      continue;
    }
    const [, state, words] = described.exec(text) ?? [];
    if (state !== undefined)
      take(state, line, text.indexOf(state), { label: labelText(words ?? "") });
    else {
      const [, alone] = bare.exec(text) ?? [];
      if (alone !== undefined) take(alone, line, text.indexOf(alone));
    }
  }
  return { states: [...states.values()], transitions };
}
