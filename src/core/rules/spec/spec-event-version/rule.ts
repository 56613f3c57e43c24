import * as z from "zod";
import { isOpen } from "../../../spec/document/cells";
import { defineSpecRule } from "../specRule";

export const specEventVersion = defineSpecRule({
  meta: {
    name: "spec-event-version",
    summary: "Give each event type a version",
    rationale:
      "A payload changes one day. Without a version in the type, readers of the old payload and of the new one cannot be " +
      "told apart, and both break.",
    area: "spec",
    source: "the guidelines of the format: events have schema versions",
    severity: "warning",
    on: "everywhere",
    fix: "none",
    options: z.strictObject({}),
    messages: { version: "The event type {type} has no version at its end, such as {type}.v1." },
  },
  check({ spec, report }) {
    for (const { rows } of spec.tables) {
      for (const row of rows) {
        const cell = row.cell("Event Type");
        if (cell === undefined || isOpen(cell) || isVersioned(cell.text)) continue;
        report({ message: "version", data: { type: cell.text }, range: cell.range });
      }
    }
  },
});

/** `order.created.v1`, or `OrderCreatedV1`. */
function isVersioned(type: string): boolean {
  return /[._-]v\d+$/i.test(type) || /[\p{Ll}\d]V\d+$/u.test(type);
}
