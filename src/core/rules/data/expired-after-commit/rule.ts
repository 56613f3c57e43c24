import * as z from "zod";
import { someExpire } from "../../../frameworks/sqlalchemy/sessions/expiry";
import { isAside } from "../../../project/asidePaths";
import type { Statement } from "../../../python/ast/nodes";
import { blocksOf, ownStatements } from "../../../python/ast/statementsIn";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { defineRule, type Report } from "../../rule";
import { type ExpiredRead, expiredReads } from "./expiredReads";

/** See docs/rules/expired-after-commit.md. */
export const expiredAfterCommit = defineRule({
  meta: {
    name: "expired-after-commit",
    summary:
      "Refresh a row after a commit before it is read, or keep rows with `expire_on_commit=False`",
    rationale:
      "A commit expires the rows of its session: the next attribute that is read loads the row again. An async session " +
      "cannot do that where nothing is awaited, and raises `MissingGreenlet`, after the row was saved.",
    area: "data",
    source: "Sessions: rows outlive their commit",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    versions: "SQLAlchemy 1.4 and above",
    options: z.strictObject({}),
    messages: {
      attribute:
        "`{row}` is expired since the commit: to read `{attribute}` raises MissingGreenlet; refresh it, or make sessions with `expire_on_commit=False`.",
      schema:
        "{row} is expired since the commit: the schema that reads it raises MissingGreenlet; refresh it, or make sessions with `expire_on_commit=False`.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path) || !someExpire(code)) return;
    for (const { function: func } of code.functionRuns(file.path)) {
      const { node, path } = func;
      if (path !== file.path || node.nodeType === "Lambda") continue;
      for (const read of expiredReads(func, code)) {
        const { attribute, name, commit, row } = read;
        const isHere = row.session !== "";
        const place = { path: file.path, line: commit.line, character: commit.character };
        const fix = isHere ? refreshFix(read, node.body, file) : undefined;
        report({
          message: attribute === undefined ? "schema" : "attribute",
          data: {
            attribute: attribute ?? "",
            row:
              attribute === undefined ? (name === "" ? "What is returned" : `\`${name}\``) : name,
          },
          range: rangeOf(read.node),
          related: isHere ? [{ location: locationOf(place), message: "the commit" }] : [],
          ...(fix && { fix }),
        });
      }
    }
  },
});

/** Refreshes the row behind the commit; none where the commit is of many rows, one after the other. */
function refreshFix(
  { name, row, commit }: ExpiredRead,
  body: readonly Statement[],
  { document }: PythonFile,
): Report<string>["fix"] {
  const statement = ownStatements(body).find(
    (one) =>
      one.nodeType === "Expr" && one.value.nodeType === "Await" && one.value.value === commit,
  );
  if (statement === undefined || row.isOneOfMany || name === "") return undefined;
  const isAlone = [body, ...ownStatements(body).flatMap(blocksOf)].every((block) =>
    block.every((one) => one === statement || one.line !== statement.endLine),
  );
  const start = { line: statement.line, character: 0 };
  const indent = document.getText({ start, end: rangeOf(statement).start });
  if (!isAlone || indent.trim() !== "") return undefined;
  const { end } = rangeOf(statement);
  const newText = `\n${indent}await ${row.session}.refresh(${name})`;
  return {
    title: `Refresh \`${name}\` after the commit`,
    edits: { replacements: [{ range: { start: end, end }, newText }], insertions: [] },
  };
}
