import * as z from "zod";
import type { Arg, Expression } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { defineRule, type RuleContext } from "../../rule";
import { isBareAny, needsAny } from "../../syntax/anyType";
import { isDecoratedAs } from "../../syntax/decorators";
import { isAsideFile } from "../../syntax/files";
import { type FunctionPlace, functionsOf, isPublic } from "../../syntax/functions";
import { mayOverride } from "../../syntax/methodOrigin";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "any">;

/** See docs/rules/any-type.md. */
export const anyType = defineRule({
  meta: {
    name: "any-type",
    summary: "Name the types of parameters rather than Any",
    rationale:
      "A parameter of type `Any` takes everything and lets everything be done with it: the type checker is silent " +
      "where it is needed most. `object`, a union, a protocol or a type variable says what is meant.",
    area: "schemas",
    source: "Red flag 6: no Any unless genuinely unavoidable",
    severity: "hint",
    on: { modular: "hint" },
    fix: "none",
    options,
    messages: { any: "Parameter {name} of {function} is Any; name its type." },
  },
  check(context) {
    if (isAsideFile(context.file)) return;
    for (const place of functionsOf(context.file.parsed.module)) {
      if (isPublic(place) && !needsAny(place)) reportParameters(place, context);
    }
  },
});

/** `*args` and `**kwargs` of `Any` say that they are handed on. */
function reportParameters(place: FunctionPlace, context: Context): void {
  const { file, report } = context;
  const { name, args } = place.node;
  if (takesAnything.test(name) || isDecoratedAs(place.node, "setter")) return;
  for (const parameter of [...args.posonlyargs, ...args.args, ...args.kwonlyargs]) {
    const { arg, annotation } = parameter;
    if (annotation === null || arg.startsWith("_") || anyValue.test(arg)) continue;
    if (!isAny(annotation, place, file) || isToldApart(parameter, place)) continue;
    // The class above says what the method takes.
    if (mayOverride(place, context)) return;
    report({ message: "any", data: { name: arg, function: name }, range: rangeOf(parameter) });
  }
}

/** Functions that keep, ask or turn over what they are given, whatever it is. */
const takesAnything =
  /^(?:set|put|push|store|publish|emit|send|log|dump|dumps|encode|serialize|convert|coerce|normalize|parse|ensure|is|to|as)(?:_|$)/;

/** Parameters that say by their names that any value will do. */
const anyValue = /^(?:value|val|v|obj|o|other|default)$/;

/** `Any` itself, or a union with it. */
function isAny(annotation: Expression, place: FunctionPlace, file: Context["file"]): boolean {
  if (annotation.nodeType === "BinOp" && annotation.op === "BitOr") {
    return isAny(annotation.left, place, file) || isAny(annotation.right, place, file);
  }
  if (annotation.nodeType === "Subscript") {
    const of = file.resolve(annotation.value, file.scopeOf(place.node)) ?? "";
    return /^typing(?:_extensions)?\.Optional$/.test(of) && isAny(annotation.slice, place, file);
  }
  return isBareAny(annotation, place, file);
}

/** Functions that ask a value what it is, or turn whatever there is into a text, take anything on purpose. */
const forAnything =
  /^(?:isinstance|callable|hasattr|getattr|type|repr|str|id|jsonable_encoder|dumps|vars)$/;

/** Whether a function asks a parameter for its type, so that it can be anything. */
function isToldApart({ arg }: Arg, { node }: FunctionPlace): boolean {
  let found = false;
  for (const statement of node.body) {
    walk(statement, (inner) => {
      if (inner.nodeType === "Match" && inner.subject.nodeType === "Name") {
        found ||= inner.subject.id === arg;
      }
      if (inner.nodeType !== "Call") return;
      const { func, args } = inner;
      const name = func.nodeType === "Attribute" ? func.attr : func.nodeType === "Name" && func.id;
      const [first] = args;
      if (name && forAnything.test(name) && first?.nodeType === "Name" && first.id === arg)
        found = true;
    });
  }
  return found;
}
