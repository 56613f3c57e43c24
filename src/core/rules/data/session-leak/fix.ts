import type { FunctionV } from "../../../evaluation/value";
import { isClosing, mentions } from "../../../frameworks/sqlalchemy/sessions/closing";
import { openedColour } from "../../../frameworks/sqlalchemy/sessions/newSessions";
import type { CodeBase } from "../../../project/codeBase";
import type { Statement } from "../../../python/ast/nodes";
import { blocksOf, ownStatements } from "../../../python/ast/statementsIn";
import { rangeOf, walk } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import type { Report } from "../../rule";
import type { OpenSession } from "./openSessions";

/**
 * Opens the session in a `with` block that holds what follows, up to the last statement that uses it or what came of
 * it: rows may load more when they are read. None where it is used outside of that, or where it has no name.
 */
export function withFix(
  { call, origin, named }: OpenSession,
  func: FunctionV,
  file: PythonFile,
  code: CodeBase,
): Report<string>["fix"] {
  const { node } = func;
  const colour = openedColour(call, file.path, code);
  const isRaw = call.func.nodeType === "Attribute" && call.func.attr === "raw_connection";
  if (named === undefined || origin === "taken" || colour === undefined || isRaw) return undefined;
  if (node.nodeType === "Lambda" || (colour === "async" && node.nodeType !== "AsyncFunctionDef")) {
    return undefined;
  }
  const { name, statement, value } = named;
  const isWhole = value === call || (value.nodeType === "Await" && value.value === call);
  const used = isWhole ? usedAfter(name, statement, node.body) : undefined;
  const last = used?.at(-1);
  if (used === undefined || last === undefined || !standsAlone(statement, file)) return undefined;
  const { document } = file;
  // `await engine.connect()` is `async with engine.connect()`, a coroutine's result has to be awaited still.
  const opened = document.getText(rangeOf(origin === "given" ? value : call));
  const keyword = colour === "async" ? "async with" : "with";
  const range = { start: rangeOf(statement).start, end: rangeOf(last).end };
  const kept = isBareClose(name, last) ? used.slice(0, -1) : used;
  const end = kept.at(-1);
  if (end === undefined) return undefined;
  const step = " ".repeat(Math.max(1, (node.body[0]?.character ?? 4) - node.character));
  const rest = indented({ start: rangeOf(statement).end, end: rangeOf(end).end }, kept, step, file);
  return {
    title: `Open \`${name}\` in ${colour === "async" ? "an" : "a"} \`${keyword}\` block`,
    edits: {
      replacements: [{ range, newText: `${keyword} ${opened} as ${name}:${rest}` }],
      insertions: [],
    },
  };
}

/** The statements behind the one that opens the session, to the last that uses it; `undefined` where others do, too. */
function usedAfter(
  name: string,
  made: Statement,
  body: readonly Statement[],
): readonly Statement[] | undefined {
  const block = [body, ...ownStatements(body).flatMap(blocksOf)].find((one) => one.includes(made));
  const after = block?.slice(block.indexOf(made) + 1) ?? [];
  const last = after.findLastIndex((one) => mentions(name, one));
  const lastUse = after[last];
  if (lastUse === undefined) return undefined;
  const end = isBareClose(name, lastUse) ? last : lastWithResults(after, last);
  const used = after.slice(0, end + 1);
  const inside = new Set([made, ...used.flatMap((one) => ownStatements([one]))]);
  const isElsewhere = ownStatements(body).some(
    (one) => !inside.has(one) && blocksOf(one).length === 0 && mentions(name, one),
  );
  return isElsewhere ? undefined : used;
}

/** The last statement that reads a name which the statements up to another one bind. */
function lastWithResults(statements: readonly Statement[], last: number): number {
  const bound = new Set<string>();
  for (const statement of statements.slice(0, last + 1)) {
    walk(statement, (node) => {
      if (node.nodeType === "Name" && node.ctx === "Store") bound.add(node.id);
    });
  }
  return statements.findLastIndex(
    (one, index) => index <= last || [...bound].some((name) => mentions(name, one)),
  );
}

/** `session.close()`, which the block does by itself. */
function isBareClose(name: string, statement: Statement): boolean {
  if (statement.nodeType !== "Expr") return false;
  const { value } = statement;
  return isClosing(name, value.nodeType === "Await" ? value.value : value);
}

function standsAlone({ line, character }: Statement, { document }: PythonFile): boolean {
  const before = { start: { line, character: 0 }, end: { line, character } };
  return /^ *$/.test(document.getText(before));
}

/** A text with every line but the first one step further in; what stands within a string stays. */
function indented(
  range: ReturnType<typeof rangeOf>,
  statements: readonly Statement[],
  step: string,
  { document }: PythonFile,
): string {
  const inStrings = new Set<number>();
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.nodeType !== "Constant" && node.nodeType !== "JoinedStr") return;
      if (!/"""|'''/.test(document.getText(rangeOf(node)))) return;
      for (let line = node.line + 1; line <= node.endLine; line++) inStrings.add(line);
    });
  }
  return document
    .getText(range)
    .split("\n")
    .map((line, index) => {
      const stays = index === 0 || line.trim() === "" || inStrings.has(range.start.line + index);
      return stays ? line : `${step}${line}`;
    })
    .join("\n");
}
