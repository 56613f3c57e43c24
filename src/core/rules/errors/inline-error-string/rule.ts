import * as z from "zod";
import type { CallV } from "../../../evaluation/value";
import {
  calledClass,
  clientMessageArgument,
  isMappedException,
} from "../../../frameworks/fastapi/clientErrors";
import { isTestPath } from "../../../project/testPaths";
import type { Call, Expression } from "../../../python/ast/nodes";
import { rangeOf } from "../../../python/ast/visit";
import { constantName } from "../../../python/edit/constantName";
import { ModuleConstants } from "../../../python/edit/moduleConstants";
import type { PythonFile } from "../../../python/pythonFile";
import { rangeContains } from "../../../text/range";
import { defineRule, type RuleContext } from "../../rule";
import { extractFix } from "./fix";
import { type MessageLiteral, messageLiterals } from "./messageLiterals";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "inline">;

/** See docs/rules/inline-error-string.md. */
export const inlineErrorString = defineRule({
  meta: {
    name: "inline-error-string",
    summary: "Keep error messages in module-level constants",
    rationale:
      "A message that stands where it is raised is written again in the next place with other words, and neither " +
      "tests nor translations nor clients can refer to it. A constant at the top of the file has a name, stands " +
      "once, and shows at a glance what the module can answer.",
    area: "errors",
    source:
      "Red flag 4 and anti-pattern 3: error messages are module-level constants with the prefix ERROR_",
    severity: "warning",
    on: { modular: "warning", layered: "hint" },
    fix: "safe",
    options,
    messages: {
      inline: "Error message is written inline; name it as a module-level constant such as {name}.",
    },
  },
  check(context) {
    if (isTestPath(context.file.path)) return;
    const literals = new Map<Expression, MessageLiteral>();
    for (const [node, calls] of context.calls) {
      for (const literal of calls.flatMap((call) => inlineMessages(node, call, context))) {
        literals.set(literal.node, literal);
      }
    }
    if (literals.size === 0) return;
    const constants = new ModuleConstants(context.file, context.config.errorConstantPrefix);
    const inOrder = [...literals.values()].sort((a, b) => comparePlaces(a.node, b.node));
    for (const literal of inOrder) reportLiteral(literal, constants, context);
  },
});

/** The message literals that a call gives to a client. */
function inlineMessages(node: Call, call: CallV, context: Context): readonly MessageLiteral[] {
  const { file } = context;
  const argument = clientMessageArgument(call, context.code);
  if (argument !== undefined) {
    const value = argumentOf(node, argument.name, argument.position);
    return value ? messageLiterals(value, file.scopeOf(node), context, "any") : [];
  }
  const called = calledClass(call);
  if (called === undefined || !isMappedException(called.of, context.code)) return [];
  // In `layered`, the exception's class is the place where its message lives.
  if (called.isSuper && context.config.profile?.name === "layered") return [];
  return [...node.args, ...node.keywords.map(({ value }) => value)].flatMap((value) =>
    messageLiterals(value, file.scopeOf(node), context, "prose"),
  );
}

function argumentOf(
  call: Call,
  name: string,
  position: number | undefined,
): Expression | undefined {
  const keyword = call.keywords.find(({ arg }) => arg === name);
  if (keyword !== undefined) return keyword.value;
  const before = call.args.slice(0, (position ?? -1) + 1);
  if (position === undefined || before.some(({ nodeType }) => nodeType === "Starred"))
    return undefined;
  return call.args[position];
}

function reportLiteral(
  literal: MessageLiteral,
  constants: ModuleConstants,
  context: Context,
): void {
  const fix = extractFix(literal, constants, context.file);
  const prefix = context.config.errorConstantPrefix;
  const name = fix?.constant.name ?? constantName(sourceOf(literal, context.file), prefix);
  context.report({
    message: "inline",
    data: { name },
    range: rangeOf(literal.node),
    ...(fix && { fix: { title: `Extract to ${name}`, edits: fix.edits, safety: fix.safety } }),
  });
}

function comparePlaces(a: Expression, b: Expression): number {
  return a.line - b.line || a.character - b.character;
}

/** What a literal says, as far as a name can be made of it; the comments between its parts are no part of it. */
function sourceOf({ node }: MessageLiteral, { document, parsed }: PythonFile): string {
  if (node.nodeType === "Constant" && typeof node.value === "string") return node.value;
  const range = rangeOf(node);
  const comments = parsed.comments.filter((comment) => rangeContains(range, comment.range));
  return comments.reduce(
    (text, comment) => text.replace(comment.text, ""),
    document.getText(range),
  );
}
