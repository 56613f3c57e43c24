import * as z from "zod";
import type { FixEdits } from "../../../edits/fixEdits";
import { isAside } from "../../../project/asidePaths";
import type { Call, Node } from "../../../python/ast/nodes";
import { pathTo } from "../../../python/ast/pathTo";
import { rangeOf } from "../../../python/ast/visit";
import { range } from "../../../text/range";
import { defineRule } from "../../rule";
import { wholeDumps } from "./wholeDumps";
import { isWritten } from "./writes";

/** See docs/rules/partial-update.md. */
export const partialUpdate = defineRule({
  meta: {
    name: "partial-update",
    summary: "Write only what a PATCH request sends",
    rationale:
      "model_dump() holds every field of the schema, and its default where the client sent nothing: a PATCH of one " +
      "field sets all others back.",
    area: "routes",
    source: "Bugs that reviews miss: a partial update that overwrites what was not sent",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    versions: "FastAPI with Pydantic 1 and 2",
    options: z.strictObject({}),
    messages: {
      whole:
        "{route} writes every field of {schema}: {field}, where the client does not send it, is set back to its default; dump with exclude_unset=True.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path)) return;
    for (const { call, endpoint, schema, field } of wholeDumps(code).get(file.path) ?? []) {
      const { node } = call;
      const around = node && functionAround(pathTo(file.parsed.module, node));
      if (node === undefined || around === undefined || !isWritten(node, around)) continue;
      const edits = onlySent(node);
      report({
        message: "whole",
        data: { route: `${endpoint.method} ${endpoint.path}`, schema: schema.name, field },
        range: rangeOf(node),
        related: [{ location: locationOf(endpoint.route.call.place), message: "the route" }],
        ...(edits && { fix: { title: "Dump with exclude_unset=True", edits } }),
      });
    }
  },
});

function functionAround(chain: readonly Node[]): Node | undefined {
  return chain.findLast(
    ({ nodeType }) => nodeType === "FunctionDef" || nodeType === "AsyncFunctionDef",
  );
}

/** Adds `exclude_unset=True` to a call that does not have it. */
function onlySent({ args, keywords, endLine, endCharacter }: Call): FixEdits | undefined {
  if (keywords.some(({ arg }) => arg === "exclude_unset")) return undefined;
  const ends = [...args, ...keywords].toSorted(
    (a, b) => a.endLine - b.endLine || a.endCharacter - b.endCharacter,
  );
  const last = ends.at(-1);
  const [line, character] =
    last === undefined ? [endLine, endCharacter - 1] : [last.endLine, last.endCharacter];
  const newText = `${last === undefined ? "" : ", "}exclude_unset=True`;
  return {
    replacements: [{ range: range(line, character, line, character), newText }],
    insertions: [],
  };
}
