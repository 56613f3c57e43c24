import * as z from "zod";
import { isGenerated } from "../../../project/generated";
import { isAtLeast } from "../../../project/layout/versions";
import { range } from "../../../text/range";
import { defineRule } from "../../rule";
import { isMigration } from "../../syntax/files";
import { hasDocstring } from "../../syntax/functions";
import { hasAnnotations } from "./annotations";
import { futureImportFix } from "./fix";

const options = z.strictObject({});

/** See docs/rules/missing-future-annotations.md. */
export const missingFutureAnnotations = defineRule({
  meta: {
    name: "missing-future-annotations",
    summary: "Begin files that have annotations with from __future__ import annotations",
    rationale:
      "With it annotations are not evaluated when the module is imported: they may name what is defined further " +
      "down, or is imported for type checkers only, without quotes. From Python 3.14 on that is so without it.",
    area: "style",
    source:
      "Code style: Python 3.11+ with from __future__ import annotations for forward references",
    severity: "warning",
    on: { modular: "warning" },
    fix: "safe",
    options,
    messages: { missing: "The file has annotations, but no from __future__ import annotations." },
  },
  check(context) {
    const { file, code, report } = context;
    const { body } = file.parsed.module;
    if (isAtLeast(code.versionsFor(file.path).get("python"), "3.14")) return;
    if (isMigration(file) || isGenerated(file.parsed.comments) || !hasAnnotations(file)) return;
    const first = body[hasDocstring(body) ? 1 : 0];
    const isThere = body.some(
      (statement) =>
        statement.nodeType === "ImportFrom" &&
        statement.module === "__future__" &&
        statement.names.some(({ name }) => name === "annotations"),
    );
    if (isThere || first === undefined) return;
    const fix = futureImportFix(first, context);
    report({ message: "missing", range: range(0, 0, 0, 0), ...(fix && { fix }) });
  },
});
