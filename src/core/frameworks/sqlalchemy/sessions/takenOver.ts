import { ancestors } from "../../../evaluation/classes";
import { type ClassV, externalName, type FunctionV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call, Expression, Node } from "../../../python/ast/nodes";
import { functionsCalled, parameterGiven } from "../../callGraph";
import { closesIn } from "./closing";
import { type FunctionBody, isHandedOn, leavesAt } from "./handedOn";

/** Functions that only look at what they are given. */
const looking = /^builtins\.(?:isinstance|bool|print|str|repr|id|type|hasattr|callable)$/;

/** Whether what is called may close a session that it is given, or keep it. */
export function isTakenOver(
  node: Call,
  argument: Expression,
  parents: readonly Node[],
  within: FunctionBody,
): boolean {
  const { path, code, isOwner = false } = within;
  if (
    isOwner &&
    !/close|clean|dispos|releas|finish|^(append|insert|put|push)/i.test(calledName(node))
  )
    return false;
  const called = (fileCalls(code, path).get(node) ?? []).flatMap(({ func }) => optionsOf(func));
  return (
    called.length === 0 ||
    called.some((one) => {
      if (looking.test(externalName(one) ?? "")) return false;
      const [func] = functionsCalled(one);
      const isMethod = one.kind === "bound" || one.kind === "class";
      const parameter = func && parameterGiven(func, node, argument, isMethod);
      if (func === undefined || parameter === undefined) return true;
      if (one.kind !== "class") return takesOver(func, parameter, code);
      return isKept(one, func, parameter, code) || leavesWithHolder(node, parents, within);
    })
  );
}

function calledName({ func }: Call): string {
  return func.nodeType === "Attribute" ? func.attr : func.nodeType === "Name" ? func.id : "close";
}

/** Functions that are being looked through, which may call themselves. */
const running = new Set<object>();

function takesOver(func: FunctionV, parameter: string, code: CodeBase, keeper?: string): boolean {
  const { node } = func;
  if (node.nodeType === "Lambda") return true;
  if (running.has(node)) return false;
  running.add(node);
  try {
    return code.remember(`takes over ${parameter} ${keeper}`, func, () => {
      const within = { body: node.body, path: func.path, code, ...(keeper && { keeper }) };
      const isClosed = node.body.some((statement) => closesIn(parameter, statement));
      return isClosed || isHandedOn(parameter, within);
    });
  } finally {
    running.delete(node);
  }
}

/** Whether an object that is made with a session may close it, or hand it on while it is made. */
function isKept(of: ClassV, init: FunctionV, parameter: string, code: CodeBase): boolean {
  const mayClose = ancestors(of).some((one) =>
    one.kind === "class"
      ? ["close", "aclose", "__exit__", "__aexit__", "__del__"].some((name) =>
          one.members.has(name),
        )
      : !/^(?:builtins\.object|abc\.ABC|typing\.(?:Generic|Protocol))$/.test(
          externalName(one) ?? "",
        ),
  );
  const self = init.node.args.args[0]?.arg;
  return mayClose || self === undefined || takesOver(init, parameter, code, self);
}

/** Whether an object that holds a session leaves the function; not where it is used at once, or stays in a local name. */
function leavesWithHolder(node: Call, parents: readonly Node[], within: FunctionBody): boolean {
  const parent = parents.at(-1);
  if (parent?.nodeType !== "Assign") return leavesAt(node, parents, within);
  const [target, ...others] = parent.targets;
  if (target?.nodeType !== "Name" || others.length > 0) return true;
  return isHandedOn(target.id, within);
}
