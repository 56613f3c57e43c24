import type { Arg } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { isDecoratedAs } from "../../syntax/decorators";
import type { FunctionPlace } from "../../syntax/functions";

/**
 * The parameters of a function that have no type. The receiver of a method needs none, nor does a parameter that is
 * named as unused, nor `*args` and `**kwargs` that are only handed on.
 */
export function untypedParameters({ node, within }: FunctionPlace): readonly string[] {
  const { posonlyargs, args, kwonlyargs, vararg, kwarg } = node.args;
  const positional = [...posonlyargs, ...args];
  const isMethod = within.at(-1)?.nodeType === "ClassDef" && !isDecoratedAs(node, "staticmethod");
  const named = [...(isMethod ? positional.slice(1) : positional), ...kwonlyargs].filter(
    ({ arg }) => !arg.startsWith("_"),
  );
  const isAsked = (one: Arg | null): one is Arg =>
    one !== null && isUntyped(one) && !isHandedOn(one, node.body);
  return [
    ...named.filter(isUntyped).map(({ arg }) => arg),
    ...[vararg].filter(isAsked).map(({ arg }) => `*${arg}`),
    ...[kwarg].filter(isAsked).map(({ arg }) => `**${arg}`),
  ];
}

function isUntyped({ annotation }: Arg): boolean {
  return annotation === null;
}

/** Whether a body gives `*args` or `**kwargs` on to a call, or does not use them at all. */
function isHandedOn({ arg }: Arg, body: FunctionPlace["node"]["body"]): boolean {
  let handedOn = false;
  let uses = 0;
  for (const statement of body) {
    walk(statement, (node) => {
      if (node.nodeType === "Name" && node.id === arg) uses++;
      const value =
        node.nodeType === "Starred" || (node.nodeType === "keyword" && node.arg === null)
          ? node.value
          : undefined;
      if (value?.nodeType === "Name" && value.id === arg) handedOn = true;
    });
  }
  return handedOn || uses === 0;
}
