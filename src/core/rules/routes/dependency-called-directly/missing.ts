import { type CallV, externalName, type FunctionV, type Value } from "../../../evaluation/value";
import { functionsCalled } from "../../../frameworks/callGraph";
import { routerOf } from "../../../frameworks/fastapi/applications";
import { markerOf } from "../../../frameworks/fastapi/dependencies/markers";
import { walk } from "../../../python/ast/visit";

/** A parameter that a call leaves to FastAPI, which is not there. */
export interface LeftOut {
  readonly func: FunctionV;
  readonly parameter: string;
}

/** The parameter that a call by hand leaves at its `Depends(…)`, and that the function called reads. */
export function leftOutBy(call: CallV): LeftOut | undefined {
  if (call.open) return undefined;
  const [func, ...others] = functionsCalled(call.func);
  if (func === undefined || others.length > 0 || !func.decorators.every(isPlain)) return undefined;
  const { args, posonlyargs } = func.node.args;
  const isBound = call.func.kind === "bound" || call.func.kind === "class";
  const byPosition = [...posonlyargs, ...args].slice(isBound ? 1 : 0, undefined);
  const given = new Set(byPosition.slice(0, call.args.length).map(({ arg }) => arg));
  for (const [parameter, value] of func.defaults) {
    const marker = markerOf(value);
    const isLeft = !given.has(parameter) && !call.keywords.has(parameter);
    if (marker === undefined || marker.kind === "field" || !isLeft) continue;
    if (isRead(parameter, func)) return { func, parameter };
  }
  return undefined;
}

const plain =
  /^(builtins\.(staticmethod|classmethod)|functools\.(lru_cache|cache|wraps)|contextlib\.\w+|typing\.\w+|typing_extensions\.\w+)$/;

/** Whether a decorator leaves the function as it is: it may be there to fill in what is left out. */
function isPlain(decorator: Value): boolean {
  const made = decorator.kind === "call" ? decorator.func : decorator;
  if (plain.test(externalName(made) ?? "")) return true;
  return made.kind === "attribute" && routerOf(made.value) !== undefined;
}

/** Whether a function reads a parameter as it came: it neither sets it nor asks what it is. */
function isRead(parameter: string, { node }: FunctionV): boolean {
  let found = false;
  let isReplaced = false;
  for (const part of node.nodeType === "Lambda" ? [node.body] : node.body) {
    walk(part, (one) => {
      if (one.nodeType === "Call" && one.func.nodeType === "Name" && one.func.id === "isinstance") {
        const [asked] = one.args;
        isReplaced ||= asked?.nodeType === "Name" && asked.id === parameter;
      }
      if (one.nodeType !== "Name" || one.id !== parameter) return;
      if (one.ctx === "Load") found = true;
      else isReplaced = true;
    });
  }
  return found && !isReplaced;
}
