import type { LogicalLine } from "./outline";

/** The logical lines of one statement with its decorators, clauses and blocks. */
export type Group = readonly LogicalLine[];

const clauses = new Set(["elif", "else", "except", "finally"]);

/** Whether the line goes on with the statement before it. */
export function isClause(line: LogicalLine): boolean {
  return clauses.has(line.keyword);
}

/** Whether a block can follow a line, also where its colon is missing: else what is deeper is indented for no reason. */
function mayHold({ keyword, opensBlock, isCut }: LogicalLine): boolean {
  return opensBlock || isCut || compound.has(keyword);
}

const compound: ReadonlySet<string> = new Set(
  "async class def elif else except finally for if match case try while with @".split(" "),
);

/** Divides the lines of a block into its statements. */
export function groupsOf(lines: readonly LogicalLine[]): Group[] {
  const groups: LogicalLine[][] = [];
  if (lines.length === 0) return [];
  let group: LogicalLine[] = [];
  /** The last line of the group that is in no block of it. */
  let header: LogicalLine | undefined;
  let afterDecorator = false;
  for (const line of lines) {
    const head = group[0] ?? line;
    const isInner = line.indent > head.indent && header !== undefined && mayHold(header);
    if (group.length > 0 && !isInner && !afterDecorator && !isClause(line)) {
      groups.push(group);
      group = [];
    }
    afterDecorator = line.keyword === "@" && (group.length === 0 || afterDecorator);
    if (!isInner) header = line;
    group.push(line);
  }
  groups.push(group);
  return groups;
}

/** A clause of a compound statement: the lines up to its colon, and the lines of its block. */
export interface Clause {
  readonly header: readonly LogicalLine[];
  readonly block: readonly LogicalLine[];
}

/** Divides a compound statement into its clauses; `case` clauses are those of their `match`. */
export function clausesOf(group: Group): Clause[] {
  const [head] = group;
  const result: { header: LogicalLine[]; block: LogicalLine[] }[] = [];
  if (head === undefined) return result;
  const cases = head.keyword === "match" ? group[1]?.indent : undefined;
  for (const line of group) {
    const isHeader = line.indent <= head.indent || line.indent === cases;
    const current = result[result.length - 1];
    if (!isHeader) current?.block.push(line);
    else if (
      current?.block.length === 0 &&
      !current.header[current.header.length - 1]?.opensBlock
    ) {
      current.header.push(line);
    } else result.push({ header: [line], block: [] });
  }
  return result;
}
