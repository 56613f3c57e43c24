import type { Statement } from "./nodes";
import type { Reading, TopLevel } from "./read";
import { groupsOf } from "./recover/groups";
import { outline } from "./recover/outline";
import { type KnownLines, type ParsePiece, Recovery } from "./recover/recover";
import type { StatementCache } from "./statementCache";
import type { Findings } from "./tree/fillTable";

/** The statements of a module, and what was found beside them. */
export interface ModuleReading extends Findings {
  readonly body: readonly Statement[];
}

/**
 * The module that a tree holds. Where the tree has errors, the statements around them are parsed again on their own.
 * @param text what the tree was made from
 */
export function assembleModule(
  text: string,
  reading: Reading,
  parse: ParsePiece,
  cache?: StatementCache,
): ModuleReading {
  const { topLevel, comments, errors } = reading;
  if (!reading.isBroken) {
    return { body: topLevel.flatMap((top) => top.statements), comments, errors };
  }
  const seen = outline(text);
  cache?.begin(text, { comments: seen.comments, errors: [] }, true);
  const recovery = new Recovery(text, parse, cache);
  const body = recovery.block(groupsOf(seen.lines), new SoundLines(topLevel));
  return { body, comments: seen.comments, errors: inOrder(recovery.errors) };
}

/** The statements of a tree by the lines that they stand on, where the tree is sound. */
class SoundLines implements KnownLines {
  private next = 0;

  constructor(private readonly topLevel: readonly TopLevel[]) {}

  statements(line: number, endLine: number): readonly Statement[] | undefined {
    const { topLevel } = this;
    while (this.next < topLevel.length && (topLevel[this.next]?.line ?? 0) < line) this.next++;
    const head = topLevel[this.next];
    if (head?.line !== line || head.character !== 0) return undefined;
    const statements: Statement[] = [];
    let reached = line;
    for (let index = this.next; index < topLevel.length; index++) {
      const top = topLevel[index] as TopLevel;
      if (top.line > endLine) break;
      if (top.isBroken) return undefined;
      statements.push(...top.statements);
      reached = top.endLine;
    }
    return reached === endLine ? statements : undefined;
  }
}

/** Findings in the order of the text. */
function inOrder(found: readonly number[]): number[] {
  const starts = Array.from({ length: found.length / 5 }, (_, index) => index * 5);
  starts.sort((a, b) => (found[a] ?? 0) - (found[b] ?? 0));
  return starts.flatMap((start) => found.slice(start, start + 5));
}
