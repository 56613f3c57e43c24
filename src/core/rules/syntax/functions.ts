import type {
  AsyncFunctionDef,
  ClassDef,
  FunctionDef,
  Module,
  Statement,
} from "../../python/ast/nodes";
import { blocksOf } from "../../python/ast/statementsIn";
import { type Range, range } from "../../text/range";

/** A function of a file and what it stands in. */
export interface FunctionPlace {
  readonly node: FunctionDef | AsyncFunctionDef;
  /** The classes and functions around it, outermost first. */
  readonly within: readonly Definition[];
}

type Definition = FunctionDef | AsyncFunctionDef | ClassDef;

const known = new WeakMap<Module, readonly FunctionPlace[]>();

/** All functions of a file in the order of the text: methods, and functions within functions, too. */
export function functionsOf(module: Module): readonly FunctionPlace[] {
  let found = known.get(module);
  if (found === undefined) {
    found = findFunctions(module);
    known.set(module, found);
  }
  return found;
}

function findFunctions(module: Module): readonly FunctionPlace[] {
  const found: FunctionPlace[] = [];
  // An explicit stack: a chain of `elif` nests deeper than the call stack reaches.
  const pending: [Statement, readonly Definition[]][] = module.body
    .toReversed()
    .map((statement) => [statement, []]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [statement, within] = next;
    if (isFunction(statement)) found.push({ node: statement, within });
    const isDefinition = isFunction(statement) || statement.nodeType === "ClassDef";
    const inside = isDefinition ? [...within, statement] : within;
    for (const inner of blocksOf(statement).flat().reverse()) pending.push([inner, inside]);
  }
  return found;
}

/** Whether a statement defines a function. */
export function isFunction(statement: Statement): statement is FunctionDef | AsyncFunctionDef {
  return statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef";
}

/** Where the name of a definition stands. */
export function nameRange({ name, nameLine, nameCharacter }: Definition): Range {
  return range(nameLine, nameCharacter, nameLine, nameCharacter + name.length);
}

/**
 * Whether other code is meant to call a function: neither its name nor that of a class around it begins with an
 * underscore, and it is not local to another function. Special methods are Python's to call.
 */
export function isPublic({ node, within }: FunctionPlace): boolean {
  if (node.name.startsWith("_")) return false;
  return within.every((outer) => outer.nodeType === "ClassDef" && !outer.name.startsWith("_"));
}

/** The statements of a function without its docstring. */
export function bodyOf({ body }: Definition): readonly Statement[] {
  return hasDocstring(body) ? body.slice(1) : body;
}

/** Whether a body begins with a docstring. */
export function hasDocstring([first]: readonly Statement[]): boolean {
  return (
    first?.nodeType === "Expr" &&
    first.value.nodeType === "Constant" &&
    typeof first.value.value === "string"
  );
}
