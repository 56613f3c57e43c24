import * as z from "zod/mini";
import { findLines } from "./partLines";
import type { Part } from "./protocol";

/** A part before its line is known, with what the text calls it. */
export interface DrawnPart extends Omit<Part, "line"> {
  /** Its own name in the text, or those of its ends. */
  readonly names: readonly string[];
  /** The index of the part that it is a line of. */
  readonly within?: number;
  readonly elements: readonly Element[];
}

/** What Mermaid has read of a diagram, as far as it says so in its `getDiagramFromText`. */
export interface ReadDiagram {
  readonly type: string;
  readonly db: object;
}

const text = z.catch(z.string(), "");
const member = z.object({ name: z.optional(z.string()), id: z.optional(z.string()) });
const dataSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.string(),
      label: text,
      alias: text,
      shape: text,
      attributes: z.catch(z.array(member), []),
      members: z.catch(z.array(member), []),
      methods: z.catch(z.array(member), []),
    }),
  ),
  edges: z.array(z.object({ id: z.string(), start: text, end: text, label: text })),
});
const messagesSchema = z.array(
  z.object({ id: z.string(), from: text, to: text, message: text, type: z.number() }),
);
const actorsSchema = z.map(z.string(), z.object({ description: text }));

/**
 * The parts of a picture, from what Mermaid itself has read, with their lines; marks their elements. A type of diagram whose
 * data has another form has no parts.
 */
export function markParts(svg: SVGSVGElement, read: ReadDiagram, source: string): readonly Part[] {
  const drawn = read.type === "sequence" ? sequenceParts(svg, read) : graphParts(svg, read);
  const lines = findLines(source, read.type, drawn);
  return drawn.map(({ kind, label, words, elements }, index) => {
    for (const element of elements) {
      element.setAttribute("data-part", `${index}`);
      if (kind === "edge" || kind === "message") widen(element);
    }
    return { kind, label, words, line: lines[index] ?? 0 };
  });
}

/** Lines are thin: another one over each, wide and not to be seen, takes the pointer. */
function widen(element: Element): void {
  if (!/^(path|line)$/.test(element.localName)) return;
  const wide = element.cloneNode() as Element; // The clone of an element is one.
  for (const name of ["id", "style", "marker-end", "marker-start", "data-id", "data-et"]) {
    wide.removeAttribute(name);
  }
  wide.setAttribute("class", "wide");
  element.after(wide);
}

function ask(db: object, method: string): unknown {
  const asked: unknown = Reflect.get(db, method);
  return typeof asked === "function" ? asked.call(db) : undefined;
}

/** Flowcharts, states, classes, tables, and others that Mermaid lays out as a graph. */
function graphParts(svg: SVGSVGElement, { db }: ReadDiagram): DrawnPart[] {
  const data = dataSchema.safeParse(ask(db, "getData"));
  if (!data.success) return [];
  const { nodes, edges } = data.data;
  const elements = nodeElements(svg);
  const parts: DrawnPart[] = [];
  const labels = new Map<string, string>();
  for (const { id, label, alias, shape, attributes, members, methods } of nodes) {
    const name = nameOf(id);
    const words = plain(alias || label) || name;
    labels.set(id, words);
    if (/^state(Start|End)$/.test(shape)) labels.set(id, shape.slice(5).toLowerCase());
    const own = elements.get(id) ?? elements.get(name) ?? [];
    if (own.length === 0 || /^state(Start|End)$/.test(shape)) continue;
    const within = parts.length;
    parts.push({ kind: "node", label: words, words, names: [name], elements: own });
    const rows = own.flatMap((element) => [
      ...element.querySelectorAll(
        ".attribute-name, .members-group > .label, .methods-group > .label",
      ),
    ]);
    [...attributes, ...members, ...methods].forEach((row, index) => {
      const element = rows[index];
      const called = row.name ?? row.id ?? "";
      if (element && called !== "") {
        const field = { kind: "field", label: `${words}.${called}`, words: called } as const;
        parts.push({ ...field, names: [called], within, elements: [element] });
      }
    });
  }
  for (const { id, start, end, label } of edges) {
    const found = svg.querySelectorAll(`[data-id="${CSS.escape(id)}"]`);
    const ends = `${labels.get(start) ?? start} → ${labels.get(end) ?? end}`;
    const words = plain(label);
    parts.push({
      kind: "edge",
      label: words === "" ? ends : `${words} (${ends})`,
      words,
      names: [nameOf(start), nameOf(end)],
      elements: [...found],
    });
  }
  return parts;
}

function sequenceParts(svg: SVGSVGElement, { db }: ReadDiagram): DrawnPart[] {
  const actors = actorsSchema.safeParse(ask(db, "getActors"));
  const messages = messagesSchema.safeParse(ask(db, "getMessages"));
  if (!actors.success || !messages.success) return [];
  const nameIn = (id: string) => plain(actors.data.get(id)?.description ?? "") || id;
  const parts: DrawnPart[] = [...actors.data.keys()].map((id) => {
    const named = svg.querySelectorAll(`[name="${CSS.escape(id)}"]:not(line)`);
    const elements = [...named].map((e) => (e.localName === "g" ? e : (e.parentElement ?? e)));
    return { kind: "node", label: nameIn(id), words: nameIn(id), names: [id], elements };
  });
  for (const { id, from, to, message } of messages.data) {
    const element = svg.querySelector(`[data-id="${CSS.escape(`i${id}`)}"]`);
    const type = element?.getAttribute("data-et");
    if (!element || (type !== "message" && type !== "note")) continue;
    const ends = type === "note" ? "" : `${nameIn(from)} → ${nameIn(to)}`;
    const words = plain(message);
    parts.push({
      kind: type,
      label: [words, ends && words ? `(${ends})` : ends].filter(Boolean).join(" "),
      words,
      names: type === "note" ? [from] : [from, to],
      elements: [...wordsBefore(element), element],
    });
  }
  return parts;
}

/** The words of a message stand before its arrow. */
function wordsBefore(arrow: Element): Element[] {
  const found: Element[] = [];
  for (let at = arrow.previousElementSibling; at; at = at.previousElementSibling) {
    if (!at.classList.contains("messageText")) break;
    found.push(at);
  }
  return found;
}

/** The elements of nodes and groups by the name that Mermaid has made their ids of. */
function nodeElements(svg: SVGSVGElement): Map<string, Element[]> {
  const found = new Map<string, Element[]>();
  for (const element of svg.querySelectorAll("g.node, g.cluster, g.statediagram-cluster")) {
    const own = element.id.startsWith(`${svg.id}-`) ? element.id.slice(svg.id.length + 1) : "";
    const short = own.replace(/^(flowchart|classId|state)-/, "").replace(/-\d+$/, "");
    for (const name of new Set([own, short, element.getAttribute("data-id") ?? ""])) {
      if (name !== "") found.set(name, [...(found.get(name) ?? []), element]);
    }
  }
  return found;
}

/** What the text calls a node of Mermaid's data. */
function nameOf(id: string): string {
  const table = /^entity-(.*)-\d+$/.exec(id)?.[1];
  return table ?? (/_(start|end)\d*$/.test(id) ? "[*]" : id);
}

/** A label without Markdown's marks, escapes, codes of characters and line breaks. */
function plain(label: string): string {
  return label
    .replace(/<br\s*\/?>/gi, " ")
    .replace(CODES, (whole, number: string | undefined, name: string | undefined) =>
      number === undefined
        ? (CHARACTERS[name ?? ""] ?? whole)
        : String.fromCodePoint(Math.min(Number(number), 0x10ffff)),
    )
    .replace(/\\(?=\W)|[`*]{1,2}(?=\S)|(?<=\S)[`*]{1,2}/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** `&lt;`, `#lt;`, and what Mermaid makes of the latter while it parses. */
const CODES = /(?:&#?|#|ﬂ°°?)(?:(\d+)|(\w+))(?:;|¶ß)/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  quot: '"',
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: " ",
};
