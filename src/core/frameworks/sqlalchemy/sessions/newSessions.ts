import { factoryProduct } from "../../../evaluation/library/results";
import {
  type CallV,
  externalName,
  type FunctionV,
  optionsOf,
  type Value,
} from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import type { Call } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { dottedName } from "../../../python/scopes/build";
import {
  type Colour,
  engineColour,
  isEngine,
  isSessionClass,
  sessionColour,
} from "../queries/sessions";
import { isHandedOn } from "./handedOn";

/**
 * How a session or connection came to be that its caller has to close: `made` by a factory, a class or an engine,
 * `given` by a function of the project that makes one, or `taken` by `next` out of a generator, which then closes
 * nothing.
 */
export type SessionOrigin = "made" | "given" | "taken";

/** How a call of a file opens a session; `undefined` where it does not, or where that is not known. */
export function sessionOrigin(node: Call, path: string, code: CodeBase): SessionOrigin | undefined {
  const calls = fileCalls(code, path).get(node) ?? [];
  const origins = calls.map((call) => originOf(call, code));
  const [first] = origins;
  return origins.every((one) => one === first) ? first : undefined;
}

function originOf(call: CallV, code: CodeBase): SessionOrigin | undefined {
  if (isTaken(call)) return "taken";
  if (isMade(call)) return "made";
  return functionsIn(call.func).some((one) => givesNew(one, code)) ? "given" : undefined;
}

/** Whether what a call opens is closed by `async with`; `undefined` where that is not known. */
export function openedColour(node: Call, path: string, code: CodeBase): Colour | undefined {
  const [call] = fileCalls(code, path).get(node) ?? [];
  if (call === undefined) return undefined;
  const { func } = call;
  if (func.kind === "attribute") return engineColour(func.value);
  const [given] = functionsIn(func);
  const returned = given && code.functionRun(given)?.returned;
  return sessionColour(call) ?? (returned && sessionColour(optionsOf(returned)[0] ?? returned));
}

function isMade(call: CallV): boolean {
  const { func } = call;
  if (func.kind === "attribute") {
    return /^(?:raw_)?connect(?:ion)?$/.test(func.attr) && isEngine(func.value);
  }
  if (func.kind === "call") {
    const isScoped = /scoped_session$/.test(externalName(func.func) ?? "");
    return factoryProduct(func) !== undefined && !isScoped && !isOnConnection(func);
  }
  // A session on somebody else's connection holds none of its own.
  const bind = bindOf(call);
  return isSessionClass(func) && bind !== undefined && (isEngine(bind) || isNamedEngine(call));
}

/** `Session(engine)`: what is not known is taken by its name. */
function isNamedEngine({ node }: CallV): boolean {
  const bind = node?.keywords.find(({ arg }) => arg === "bind")?.value ?? node?.args[0];
  if (bind?.nodeType === "Call") return false;
  const name = (bind && dottedName(bind))?.at(-1) ?? "";
  return /^_?(?:\w+_)?engine$/.test(name);
}

function isOnConnection(factory: CallV): boolean {
  const bind = bindOf(factory);
  return bind?.kind === "call" && bind.func.kind === "attribute" && /connect/.test(bind.func.attr);
}

function bindOf({ args: [first], keywords }: CallV): Value | undefined {
  return keywords.get("bind") ?? first;
}

/** `next(get_session())`, `await anext(get_session())`, `get_session().__next__()` */
function isTaken(call: CallV): boolean {
  const { func, node } = call;
  const isNext = /^builtins\.a?next$/.test(externalName(func) ?? "");
  const isMethod = func.kind === "attribute" && /^__a?next__$/.test(func.attr);
  if ((!isNext && !isMethod) || sessionColour(call) === undefined) return false;
  const generator =
    node?.func.nodeType === "Attribute" && isMethod ? node.func.value : node?.args[0];
  return generator?.nodeType === "Call";
}

function functionsIn(func: Value): readonly FunctionV[] {
  return optionsOf(func).flatMap((one) => {
    if (one.kind === "function") return [one];
    return one.kind === "bound" ? [one.function] : [];
  });
}

/** Functions that are being looked at, which may call themselves. */
const looking = new Set<object>();

/** Whether a function of the project opens a session on each call and returns it without keeping it. */
function givesNew(func: FunctionV, code: CodeBase): boolean {
  if (looking.has(func.node)) return false;
  looking.add(func.node);
  try {
    return code.remember("gives a new session", func, (current) => givesNewNow(current, code));
  } finally {
    looking.delete(func.node);
  }
}

function givesNewNow(func: FunctionV, code: CodeBase): boolean {
  const { node, path, decorators } = func;
  const isPlain = decorators.every((one) =>
    /^builtins\.(?:static|class)method$/.test(externalName(one) ?? ""),
  );
  const returned = code.functionRun(func)?.returned;
  if (node.nodeType === "Lambda" || !isPlain || returned === undefined) return false;
  const isNew = optionsOf(returned).every(
    (one) =>
      one.kind === "call" &&
      originOf(one, code) === "made" &&
      one.place.path === path &&
      one.place.line >= node.line &&
      one.place.line <= node.endLine,
  );
  if (!isNew) return false;
  return ownStatements(node.body).every((statement) => {
    if (statement.nodeType === "Global" || statement.nodeType === "Nonlocal") return false;
    if (statement.nodeType === "Expr") return !/^Yield/.test(statement.value.nodeType);
    if (statement.nodeType !== "Return" || statement.value === null) return true;
    const { value } = statement;
    if (value.nodeType === "Call" || value.nodeType === "Await") return true;
    const others = ownStatements(node.body).filter((one) => one.nodeType !== "Return");
    return value.nodeType === "Name" && !isHandedOn(value.id, { body: others, path, code });
  });
}
