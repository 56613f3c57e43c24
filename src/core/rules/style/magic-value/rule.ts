import * as z from "zod";
import { rangeOf, walk } from "../../../python/ast/visit";
import { defineRule, type RuleContext } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { functionsOf } from "../../syntax/functions";
import { type MagicValue, magicValues } from "./magicValues";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "magic">;

/** See docs/rules/magic-value.md. */
export const magicValue = defineRule({
  meta: {
    name: "magic-value",
    summary: "Name limits, timeouts and states rather than write their values",
    rationale:
      "A number in the middle of a function says neither what it means nor where else it has to be the same. A " +
      "constant at the top of the module does. 0, 1, -1, HTTP status codes and what is declared rather than done " +
      "(defaults, fields, columns) are no such values; a text is one where a state is compared with it repeatedly.",
    area: "style",
    source: "Code style: named constants instead of magic values",
    severity: "hint",
    on: { modular: "hint" },
    fix: "none",
    options,
    messages: { magic: "{value} has no name as {role}; make it a module-level constant." },
  },
  check(context) {
    if (isAsideFile(context.file)) return;
    const found: MagicValue[] = [];
    for (const { node } of functionsOf(context.file.parsed.module)) {
      for (const statement of node.body) {
        walk(statement, (inner) => {
          // Functions and classes within come by themselves, or are declarations.
          // Texts for people say what they like.
          if (inner.nodeType === "JoinedStr") return false;
          if (inner.nodeType === "ClassDef" || inner.nodeType.endsWith("FunctionDef")) return false;
          found.push(...magicValues(inner));
          return true;
        });
      }
    }
    for (const value of found) if (isMagic(value, found)) reportValue(value, context);
  },
});

/** A text is only one word of many until it is compared with again. */
function isMagic({ node: { value } }: MagicValue, all: readonly MagicValue[]): boolean {
  return typeof value !== "string" || all.filter(({ node }) => node.value === value).length > 1;
}

function reportValue({ node, role }: MagicValue, { file, report }: Context): void {
  const range = rangeOf(node);
  report({ message: "magic", data: { value: file.document.getText(range), role }, range });
}
