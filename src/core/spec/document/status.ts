import type { MarkdownDocument } from "../../markdown/document";
import { type Range, rangeContains } from "../../text/range";

/** How far what a row or item says has come; what says nothing is there (`drift.md`). */
export type Status = "planned" | "implemented" | "deprecated";

/** The status of a row or item: the comment in it that says one. */
export function statusOf(range: Range, { comments }: MarkdownDocument): Status {
  for (const comment of comments) {
    if (!rangeContains(range, comment.range)) continue;
    const { text } = comment;
    if (text === "planned" || text === "implemented" || text === "deprecated") return text;
  }
  return "implemented";
}
