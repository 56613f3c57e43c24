import * as z from "zod";
import { rangeOf, walk } from "../../../python/ast/visit";
import { ModuleConstants } from "../../../python/edit/moduleConstants";
import type { PythonFile } from "../../../python/pythonFile";
import { defineRule, type RuleContext } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { functionsOf } from "../../syntax/functions";
import { constantFix, stateName, type UsedValue, upper } from "./fix";
import { magicValues } from "./magicValues";

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
    fix: "safe",
    options,
    messages: { magic: "{value} has no name as {role}; make it a module-level constant." },
  },
  check(context) {
    const { file } = context;
    if (isAsideFile(file)) return;
    const found: UsedValue[] = [];
    for (const { node } of functionsOf(file.parsed.module)) {
      for (const statement of node.body) {
        walk(statement, (inner) => {
          // Texts for people say what they like.
          if (inner.nodeType === "JoinedStr") return false;
          // Functions and classes within come by themselves, or are declarations.
          if (inner.nodeType === "ClassDef" || inner.nodeType.endsWith("FunctionDef")) return false;
          const values = magicValues(inner, ({ func }) => file.resolve(func, file.scopeOf(func)));
          found.push(
            ...values.map((value) => {
              const isText = typeof value.node.value === "string";
              const kind = isText ? value.role.replace(/^.*_/, "") : value.role;
              return { ...value, within: node.name, kind: upper(kind) };
            }),
          );
          return true;
        });
      }
    }
    if (found.length === 0) return;
    const constants = new ModuleConstants(file, "");
    const magic = found.filter((value) => isMagic(value, found, constants, file));
    for (const value of magic) reportValue(value, constants, context);
  },
});

/** A text is only one word of many until it is used again, or has a name that is not used. */
function isMagic(
  { node, kind }: UsedValue,
  all: readonly UsedValue[],
  constants: ModuleConstants,
  { document }: PythonFile,
): boolean {
  const { value } = node;
  if (typeof value !== "string") return true;
  const same = all.filter((other) => other.node.value === value && other.kind === kind);
  const source = document.getText(rangeOf(node));
  return (
    same.length > 1 || constants.literalNamed(node, source, [stateName(value, kind)]) !== undefined
  );
}

function reportValue(
  value: UsedValue,
  constants: ModuleConstants,
  { file, report }: Context,
): void {
  const { node, role } = value;
  const range = rangeOf(node);
  const source = file.document.getText(range);
  const fix = constantFix(value, source, constants);
  report({ message: "magic", data: { value: source, role }, range, ...(fix && { fix }) });
}
