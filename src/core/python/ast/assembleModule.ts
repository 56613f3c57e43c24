import type { Statement } from "./nodes";
import type { Reading, TopLevel } from "./read";
import type { EditedOutline } from "./recover/editedOutline";
import { groupsOf } from "./recover/groups";
import { type IsWhole, outline } from "./recover/outline";
import { type ParsePiece, Recovery } from "./recover/recover";
import type { StatementCache } from "./statementCache";
import type { Findings } from "./tree/fillTable";

/** The statements of a module, and what was found beside them. */
export interface ModuleReading extends Findings {
  readonly body: readonly Statement[];
}

/** What is kept of a text from one version to the next. */
export interface KeptReading {
  readonly outline: EditedOutline;
  readonly statements: StatementCache;
}

/**
 * The module that a tree holds. Where the tree has errors, or should have, it is read as its lines tell it.
 * @param text what the tree was made from
 */
export function assembleModule(text: string, reading: Reading, parse: ParsePiece): ModuleReading {
  const { topLevel, comments, errors, isBroken } = reading;
  if (isBroken || !isOnItsLines(topLevel, text)) return outlinedModule(text, parse);
  return { body: topLevel.flatMap((top) => top.statements), comments, errors };
}

/**
 * The module as its lines tell it, each statement parsed by itself: what right Python means comes out the same in this
 * way.
 * @param kept where what did not change is found
 */
export function outlinedModule(text: string, parse: ParsePiece, kept?: KeptReading): ModuleReading {
  const recovery = new Recovery(text, parse, kept?.statements);
  const isWhole: IsWhole = (line) => recovery.isReadable(line);
  const { lines, comments } = kept?.outline.of(text, isWhole) ?? outline(text, isWhole);
  const body = recovery.block(groupsOf(lines));
  return { body, comments, errors: inOrder(recovery.errors) };
}

/**
 * Whether each statement stands where Python lets one stand. The grammar also takes one that is indented for no reason,
 * and one that goes on in another line without a bracket around it.
 */
function isOnItsLines(topLevel: readonly TopLevel[], text: string): boolean {
  let before = -1;
  for (const { start, end, line, character, endLine, statements } of topLevel) {
    if (character !== 0 && line !== before) return false;
    before = endLine;
    if (line === endLine || !mayHoldMore(text, start, end, statements.some(isCompound))) continue;
    if (groupsOf(outline(text.slice(start, end), () => true).lines).length !== 1) return false;
  }
  return true;
}

/** Whether it holds other statements: then its lines are indented for a reason. */
function isCompound(statement: Statement): boolean {
  return "body" in statement || statement.nodeType === "Match";
}

/**
 * Whether a line after the first may begin a statement of its own: one that does not go on with it, and in a compound
 * statement is not indented.
 */
function mayHoldMore(text: string, start: number, end: number, isCompound: boolean): boolean {
  for (
    let at = text.indexOf("\n", start) + 1;
    at > 0 && at < end;
    at = text.indexOf("\n", at) + 1
  ) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) continue;
    if (isCompound && (code === 0x20 || code === 0x09)) continue;
    goesOn.lastIndex = at;
    if (!goesOn.test(text)) return true;
  }
  return false;
}

const goesOn = /[#)\]}@]|(?:else|elif|except|finally|def|class|async)\b/y;

/** Findings in the order of the text. */
function inOrder(found: readonly number[]): number[] {
  const starts = Array.from({ length: found.length / 5 }, (_, index) => index * 5);
  starts.sort((a, b) => (found[a] ?? 0) - (found[b] ?? 0));
  return starts.flatMap((start) => found.slice(start, start + 5));
}
