import { type ContentBlock, type Line, type Span, todo } from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import type { SectionFormat } from "../../formats/format";
import type { SpecSubject } from "../../subject";
import type { CodeFacts, CodePlace, TestFact } from "../facts";

/** A writer that needs what stands in the code. */
export function fromFacts(
  write: (
    facts: CodeFacts,
    section: SectionFormat,
    subject: SpecSubject,
  ) => readonly ContentBlock[] | undefined,
): SectionWriter {
  return (subject, section) => subject.code && write(subject.code, section, subject);
}

/** Text as a link to where it stands. */
export function linked(text: string, { path, line }: CodePlace): Span {
  return { link: text, path, line };
}

/** Spans with a text between each two. */
export function joined(spans: readonly Span[], between = ", "): Span[] {
  return spans.flatMap((span, index) => (index === 0 ? [span] : [between, span]));
}

/** The table of a section, its cells by their columns; what the code does not say of a row is still to be written. */
export function tableBy(
  { holds }: SectionFormat,
  rows: readonly Readonly<Record<string, Line>>[],
): ContentBlock[] | undefined {
  const held = holds.find(({ kind }) => kind === "table");
  if (held?.kind !== "table" || rows.length === 0) return undefined;
  const { columns } = held;
  const cells = rows.map((row) =>
    columns.map((column): Line => row[column] ?? { todo: column.toLowerCase() }),
  );
  return [{ kind: "table", columns, rows: cells }];
}

/** A list, or a mark where there is nothing to list. */
export function listOr(items: readonly Line[], missing: string): ContentBlock {
  return items.length > 0 ? { kind: "list", items } : todo(missing);
}

/** A text as a sentence. */
export function sentence(text: string): string {
  const first = text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return first === "" || /[.!?…]$/u.test(first) ? first : `${first}.`;
}

/** Tests by their files. */
export function testsByFile(tests: readonly TestFact[]): ReadonlyMap<string, readonly TestFact[]> {
  return groupedBy(tests, ({ path }) => path);
}

/** Things by what they have in common, in their order. */
export function groupedBy<Thing>(
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
): ReadonlyMap<string, readonly Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const one of things) {
    const known = found.get(keyOf(one));
    if (known === undefined) found.set(keyOf(one), [one]);
    else known.push(one);
  }
  return found;
}
