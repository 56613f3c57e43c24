import { dottedText } from "../../behaviour/place";
import { typeOf } from "../../evaluation/types";
import type { ClassV, FunctionV } from "../../evaluation/value";
import { constantText } from "../../frameworks/pydantic/valueText";
import { writtenType } from "../../frameworks/pydantic/writtenType";
import type { CodeBase } from "../../project/codeBase";
import type { Arg, AsyncFunctionDef, Expression, FunctionDef } from "../../python/ast/nodes";
import { codeDocstring } from "./codeDocstring";
import type { ArgumentFact, MethodFact } from "./facts";
import { isSecretText } from "./secrets";

/** The last parts of the names that stand as bases. */
export function basesOf({ node }: ClassV): readonly string[] {
  return node.bases.flatMap((base) => {
    const named = base.nodeType === "Subscript" ? base.value : base;
    return dottedText(named)?.split(".").at(-1) ?? [];
  });
}

/** An annotation as a person writes it, safe to stand in Python. */
export function annotationText(node: Expression, func: FunctionV, code: CodeBase): string {
  const written = writtenType(code.typeEvaluation(), node, func.scope);
  if (!/\bUnknown\b/.test(written)) return written;
  return dottedText(node) ?? "object";
}

/** What a function is called with, gives and says of itself. @param raises found elsewhere */
export function methodFact(
  func: FunctionV,
  code: CodeBase,
  raises: MethodFact["raises"],
): MethodFact | undefined {
  const { node, name } = func;
  if (node.nodeType === "Lambda") return undefined;
  const { args } = node;
  const typed = (arg: Arg) => arg.annotation && annotationText(arg.annotation, func, code);
  const written = (arg: Arg, value?: Expression | null): string => {
    const type = typed(arg);
    const text = type ? `${arg.arg}: ${type}` : arg.arg;
    if (value === undefined || value === null) return text;
    const shown = defaultOf(arg, value);
    return type ? `${text} = ${shown}` : `${text}=${shown}`;
  };
  const positional = [...args.posonlyargs, ...args.args];
  const firstDefault = positional.length - args.defaults.length;
  const all = positional.map((arg, index) => written(arg, args.defaults[index - firstDefault]));
  if (args.posonlyargs.length > 0) all.splice(args.posonlyargs.length, 0, "/");
  if (args.vararg) all.push(`*${written(args.vararg)}`);
  else if (args.kwonlyargs.length > 0) all.push("*");
  all.push(...args.kwonlyargs.map((arg, index) => written(arg, args.kw_defaults[index])));
  if (args.kwarg) all.push(`**${written(args.kwarg)}`);
  const returns = node.returns ? annotationText(node.returns, func, code) : undefined;
  const def = node.nodeType === "AsyncFunctionDef" ? "async def" : "def";
  const said = codeDocstring(node.body);
  const isOther = ({ arg }: Arg): boolean => arg !== "self" && arg !== "cls";
  const parameters = [
    ...positional.map((arg, index) => [arg, args.defaults[index - firstDefault]] as const),
    ...args.kwonlyargs.map((arg, index) => [arg, args.kw_defaults[index]] as const),
  ].filter(([arg]) => isOther(arg));
  const argument = (arg: Arg, stars = ""): ArgumentFact => {
    const own = said.parameters.get(arg.arg);
    const text = own?.text || undefined;
    return { name: stars + arg.arg, type: typed(arg) ?? own?.type, text };
  };
  return {
    name,
    signature: `${def} ${name}(${all.join(", ")})${returns === undefined ? "" : ` -> ${returns}`}`,
    isBroken: isBroken(node, func.path, code),
    decorators: node.decorator_list.flatMap((one) => {
      const text = dottedText(one);
      return /^(?:staticmethod|classmethod|property)$/.test(text ?? "") && text ? [text] : [];
    }),
    summary: said.summary,
    parameters: parameters.map(([arg, value]) => ({
      name: arg.arg,
      type: typed(arg) ?? undefined,
      default: value ? defaultOf(arg, value) : undefined,
    })),
    arguments: [
      ...positional.filter(isOther).map((arg) => argument(arg)),
      ...(args.vararg ? [argument(args.vararg, "*")] : []),
      ...args.kwonlyargs.map((arg) => argument(arg)),
      ...(args.kwarg ? [argument(args.kwarg, "**")] : []),
    ],
    returns,
    returned: said.returns,
    raises,
    saidOfErrors: said.raises,
    path: func.path,
    line: node.nameLine + 1,
  };
}

/** Whether the lines of a definition above its body have a syntax error. */
function isBroken(
  { nameLine, body }: FunctionDef | AsyncFunctionDef,
  path: string,
  code: CodeBase,
): boolean {
  const end = body[0]?.line ?? nameLine + 1;
  return code.parsed(path).errors.some(({ start }) => nameLine <= start.line && start.line < end);
}

/** The default of a parameter, unless it is a secret. */
function defaultOf({ arg }: Arg, value: Expression): string {
  const text = defaultText(value);
  return isSecretText(arg, text) ? "..." : text;
}

/** A default as Python; what is computed is `...`. */
function defaultText(node: Expression): string {
  if (node.nodeType === "Constant") return constantText(node.value);
  return dottedText(node) ?? "...";
}

/** The type of an attribute's annotation, what `Mapped` holds in it. */
export function attributeType(of: ClassV, name: string, code: CodeBase): string | undefined {
  const annotation = of.annotations.get(name);
  if (annotation === undefined) return undefined;
  const isMapped =
    annotation.nodeType === "Subscript" &&
    /^(?:Dynamic|WriteOnly)?Mapped$/.test(dottedText(annotation.value)?.split(".").at(-1) ?? "");
  const inner = isMapped ? annotation.slice : annotation;
  const text = writtenType(code.typeEvaluation(), inner, of.scope);
  if (!/\bUnknown\b/.test(text)) return text;
  const type = typeOf(code.typeEvaluation(), inner, of.scope);
  return type.kind === "class" ? type.name : dottedText(inner);
}
