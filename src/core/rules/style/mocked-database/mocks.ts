import type { Call, Expression } from "../../../python/ast/nodes";
import { isPositioned } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";
import { lookUp } from "../../../python/scopes/scope";
import type { AnyRuleContext } from "../../rule";
import { queryMethods } from "./databaseNames";
import { databaseThing } from "./databaseThing";
import { injectsFault } from "./faults";
import { sessionByUse } from "./sessionByUse";

const mockClass =
  /^(?:unittest\.mock|mock|mocker)\.(?:Mock|MagicMock|AsyncMock|NonCallableMock|NonCallableMagicMock)$/;
const autospec = /^(?:unittest\.mock|mock|mocker)\.create_autospec$/;
const patch = /^(?:unittest\.mock|mock|mocker)\.patch$/;
const patchObject = /^(?:unittest\.mock|mock|mocker)\.patch\.object$/;

/**
 * The session, engine or repository that a mock is made after: `AsyncMock(spec=AsyncSession)`, or that it is called and
 * used as.
 */
export function mockedThing(call: Call, context: AnyRuleContext): string | undefined {
  const name = calledName(call, context) ?? "";
  if (mockClass.test(name) && call.args.length === 0 && !keyword(call, "spec")) {
    return sessionByUse(call, context);
  }
  const spec = autospec.test(name)
    ? call.args[0]
    : mockClass.test(name)
      ? (keyword(call, "spec") ?? keyword(call, "spec_set") ?? call.args[0])
      : undefined;
  return spec === undefined ? undefined : thingOf(spec, context);
}

/**
 * What a patch puts a mock in the place of, where that is a session, an engine, a repository or a part of one. A patch
 * that only injects a fault, or puts in something that somebody wrote, replaces nothing by a mock.
 */
export function replacedThing(call: Call, context: AnyRuleContext): string | undefined {
  const name = calledName(call, context) ?? "";
  const isObject = patchObject.test(name);
  if (!isObject && !patch.test(name)) {
    if (!/(?:^|\.)monkeypatch\.setattr$/.test(name)) return undefined;
    const [target, attribute, value] = call.args;
    const [place, given] = value === undefined ? [target, attribute] : [target, value];
    if (given === undefined || !isMock(given, context)) return undefined;
    return value === undefined ? textThing(place, context) : partOf(place, attribute, context);
  }
  const given = keyword(call, "new") ?? call.args[isObject ? 2 : 1];
  if (given !== undefined && !isMock(given, context)) return undefined;
  const { keywords } = call;
  if (keywords.some(({ arg }) => arg === "wraps") || injectsFault(call, context)) return undefined;
  return isObject ? partOf(call.args[0], call.args[1], context) : textThing(call.args[0], context);
}

/** The dotted name of what is called; of pytest's fixtures as they are written. */
function calledName({ func }: Call, { file }: AnyRuleContext): string | undefined {
  const parts = dottedName(func);
  if (parts === undefined) return undefined;
  const scope = file.scopeOf(func);
  const isFixture = parts[0] === "mocker" || parts[0] === "monkeypatch";
  return isFixture ? parts.join(".") : file.resolve(func, scope);
}

function keyword({ keywords }: Call, name: string): Expression | undefined {
  return keywords.find(({ arg }) => arg === name)?.value;
}

function isMock(value: Expression, context: AnyRuleContext): boolean {
  if (value.nodeType === "Call") {
    const name = calledName(value, context) ?? "";
    return mockClass.test(name) || autospec.test(name);
  }
  if (value.nodeType === "Lambda") return isMock(value.body, context);
  if (value.nodeType !== "Name") return false;
  const bindings = lookUp(value.id, context.file.scopeOf(value))?.bindings ?? [];
  return bindings.some(({ kind, node }) => {
    if (kind !== "variable" || !isPositioned(node)) return false;
    const statement = context.file.parent(node);
    return statement?.nodeType === "Assign" && isMock(statement.value, context);
  });
}

function thingOf(value: Expression, context: AnyRuleContext): string | undefined {
  const name = context.file.resolve(value, context.file.scopeOf(value));
  return name === undefined ? undefined : databaseThing(name, context);
}

function textThing(value: Expression | undefined, context: AnyRuleContext): string | undefined {
  if (value?.nodeType !== "Constant" || typeof value.value !== "string") return undefined;
  return databaseThing(value.value, context);
}

/** `patch.object(session, "execute")`: the object is a session, or it is called one and has a session's method. */
function partOf(
  target: Expression | undefined,
  attribute: Expression | undefined,
  context: AnyRuleContext,
): string | undefined {
  if (target === undefined || attribute?.nodeType !== "Constant") return undefined;
  const part = attribute.value;
  if (typeof part !== "string") return undefined;
  const { file } = context;
  const name = file.resolve(target, file.scopeOf(target));
  const found = name === undefined ? undefined : databaseThing(`${name}.${part}`, context);
  if (found !== undefined) return found;
  const called = dottedName(target)?.at(-1) ?? "";
  const isSession = /^(?:db|database|(?:db_|async_)?session|(?:db_)?conn(?:ection)?)$/.test(called);
  return isSession && queryMethods.has(part) ? `${called}.${part}` : undefined;
}
