import type { CallV } from "../../../evaluation/value";
import {
  calledClass,
  clientMessageArgument,
  isMappedException,
} from "../../../frameworks/fastapi/clientErrors";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import { isTestPath } from "../../../project/testPaths";
import type { Call, Expression } from "../../../python/ast/nodes";
import { originOf } from "../../syntax/passedOn";

/** The constants that some error which reaches a client is given as its text, as `path:NAME`. */
export function errorConstantUses(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "error constant uses",
    () => new Set(code.paths.flatMap((path) => (isTestPath(path) ? [] : usesIn(path, code)))),
    (a, b) => a.size === b.size && [...a].every((use) => b.has(use)),
  );
}

function usesIn(path: string, code: CodeBase): readonly string[] {
  return code.queries.get(
    `error constant uses ${path}`,
    () => {
      const uses = [...fileCalls(code, path)].flatMap(([node, calls]) =>
        calls.flatMap((call) => messagesOf(node, call, code)).flatMap(texts),
      );
      return [...new Set(uses.flatMap((name) => definedAt(name, path, code) ?? []))].sort();
    },
    (a, b) => a.length === b.length && a.every((use, index) => use === b[index]),
  );
}

/** The arguments of a call that a client reads. */
function messagesOf(node: Call, call: CallV, code: CodeBase): readonly Expression[] {
  const argument = clientMessageArgument(call, code);
  if (argument !== undefined) {
    const keyword = node.keywords.find(({ arg }) => arg === argument.name)?.value;
    const { position } = argument;
    const isOpen = node.args.some(({ nodeType }) => nodeType === "Starred");
    const given = keyword ?? (position === undefined || isOpen ? undefined : node.args[position]);
    return given === undefined ? [] : [given];
  }
  const called = calledClass(call);
  if (called === undefined || !isMappedException(called.of, code)) return [];
  // Of a mapped exception only what is plainly the message: its first argument.
  const given =
    node.args[0] ?? node.keywords.find(({ arg }) => arg === "message" || arg === "detail")?.value;
  return given === undefined ? [] : [given];
}

/** The names that a message is made of: `NAME`, `module.NAME`, `NAME.format(…)`, `NAME % …`, either of two. */
function texts(value: Expression): readonly Expression[] {
  switch (value.nodeType) {
    case "Name":
    case "Attribute":
      return [value];
    case "Call": {
      const { func } = value;
      return func.nodeType === "Attribute" && func.attr === "format" ? texts(func.value) : [];
    }
    case "BinOp":
      return value.op === "Mod" ? texts(value.left) : [];
    case "IfExp":
      return [...texts(value.body), ...texts(value.orelse)];
    default:
      return [];
  }
}

/** The most modules that pass a name on to each other. */
const mostHops = 8;

/** Where the constant that a name stands for is defined: `path:NAME`. */
function definedAt(name: Expression, from: string, code: CodeBase): string | undefined {
  if (name.nodeType === "Attribute") {
    const module = name.value.nodeType === "Name" && moduleOf(name.value.id, from, code);
    return module ? followed(name.attr, module, code) : undefined;
  }
  return name.nodeType === "Name" ? followed(name.id, from, code) : undefined;
}

function followed(name: string, from: string, code: CodeBase): string | undefined {
  let [current, path] = [name, from];
  for (let hop = 0; hop < mostHops; hop++) {
    const origin = originOf(current, path, code);
    if (origin === "own") return `${path}:${current}`;
    const next = origin && code.resolve(origin.module, path);
    if (origin?.attribute == null || next == null) return undefined;
    [current, path] = [origin.attribute, next];
  }
  return undefined;
}

/** The module that a name stands for: imported by `import errors` or `from app import errors`. */
function moduleOf(name: string, path: string, code: CodeBase): string | undefined {
  const origin = originOf(name, path, code);
  if (origin === "own" || origin === undefined) return undefined;
  const { module, attribute } = origin;
  return code.resolve(attribute === null ? module : `${module}.${attribute}`, path) ?? undefined;
}
