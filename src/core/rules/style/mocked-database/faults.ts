import type {
  AsyncFunctionDef,
  Call,
  Expression,
  FunctionDef,
  Statement,
} from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";
import type { AnyRuleContext } from "../../rule";

/**
 * Whether the mock that a patch gives only raises: `side_effect=OperationalError`, or
 * `with patch.object(…) as failing: failing.side_effect = …`, also as the argument that a decorator gives.
 */
export function injectsFault(call: Call, { file }: AnyRuleContext): boolean {
  const given = call.keywords.find(({ arg }) => arg === "side_effect")?.value;
  if (given !== undefined) return isFault(given);
  const parent = file.parent(call);
  if (parent?.nodeType === "withitem") {
    const name = parent.optional_vars?.nodeType === "Name" ? parent.optional_vars.id : undefined;
    return name !== undefined && raises(name, file.parsed.module.body);
  }
  if (parent?.nodeType === "Assign") {
    const [target] = parent.targets;
    return target?.nodeType === "Name" && raises(target.id, file.parsed.module.body);
  }
  if (parent?.nodeType !== "FunctionDef" && parent?.nodeType !== "AsyncFunctionDef") return false;
  const name = argumentOf(call, parent);
  return name !== undefined && raises(name, parent.body);
}

/** An exception, or a class of them; a list or a function gives results one after the other. */
function isFault(value: Expression): boolean {
  const name = dottedName(value.nodeType === "Call" ? value.func : value)?.at(-1);
  return name !== undefined && /^[A-Z]/.test(name);
}

/** Whether a mock is told to raise, and not to answer. */
function raises(name: string, body: readonly Statement[]): boolean {
  let isRaising = false;
  let isAnswering = false;
  for (const statement of body) {
    walk(statement, (node) => {
      if (node.nodeType !== "Assign") return;
      for (const target of node.targets) {
        const [root, attribute, ...rest] = dottedName(target) ?? [];
        if (root !== name || rest.length > 0) continue;
        if (attribute === "side_effect" && isFault(node.value)) isRaising = true;
        if (attribute === "return_value") isAnswering = true;
      }
    });
  }
  return isRaising && !isAnswering;
}

/** The parameter that gets the mock of a decorator: the nearest decorator gives the first one. */
function argumentOf(
  call: Call,
  { decorator_list, args }: FunctionDef | AsyncFunctionDef,
): string | undefined {
  const giving = decorator_list.filter(
    (decorator) =>
      decorator.nodeType === "Call" &&
      /(?:^|\.)patch(?:\.object)?$/.test(dottedName(decorator.func)?.join(".") ?? "") &&
      !decorator.keywords.some(({ arg }) => arg === "new") &&
      decorator.args.length < (dottedName(decorator.func)?.at(-1) === "object" ? 3 : 2),
  );
  const index = giving.length - 1 - giving.indexOf(call);
  const names = [...args.posonlyargs, ...args.args].map(({ arg }) => arg);
  const own = names[0] === "self" || names[0] === "cls" ? names.slice(1) : names;
  return giving.includes(call) ? own[index] : undefined;
}
