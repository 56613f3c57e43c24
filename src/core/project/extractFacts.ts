import type { Arguments, Call, Expression, Node } from "../python/ast/nodes";
import type { PythonFile } from "../python/pythonFile";
import type { Scope } from "../python/scopes/scope";
import type { CallFact, ClassFact, FunctionFact, ModuleFacts, ValueFact } from "./moduleFacts";

type AnyFunction = Extract<Node, { nodeType: "FunctionDef" | "AsyncFunctionDef" }>;

const other: ValueFact = { kind: "other" };

/** The facts of one file. */
export function extractFacts(file: PythonFile): ModuleFacts {
  const imports: Record<string, string> = {};
  for (const [name, bindings] of file.scopes.module.bindings) {
    for (const binding of bindings) {
      if (binding.kind === "import") imports[name] ??= binding.target;
    }
  }
  const callsOf = new Map<Scope, CallFact[]>();
  for (const { node, scope } of file.nodes("Call")) {
    const owner = ownerOf(scope);
    const calls = callsOf.get(owner) ?? [];
    calls.push(callFact(file, node, scope));
    callsOf.set(owner, calls);
  }
  const classes = file.nodes("ClassDef").map(({ node, scope }): ClassFact => {
    const bases = node.bases.map((base) => file.resolve(baseName(base), scope) ?? null);
    return { name: `${scope.qualifiedName}.${node.name}`, bases };
  });
  const functions = [...file.nodes("FunctionDef"), ...file.nodes("AsyncFunctionDef")].map(
    ({ node, scope }): FunctionFact => {
      const inner = file.scopes.opened(node);
      return {
        name: `${scope.qualifiedName}.${node.name}`,
        parameters: parameterNames(node, scope),
        decorators: node.decorator_list.map((decorator) =>
          decorator.nodeType === "Call"
            ? callFact(file, decorator, scope)
            : { ...calleeFact(file, decorator, scope), args: [], keywords: {} },
        ),
        calls: (inner && callsOf.get(inner)) ?? [],
      };
    },
  );
  const outside = [...callsOf].filter(([scope]) => !isFunction(scope.node));
  return {
    module: file.moduleName,
    imports,
    classes,
    functions,
    calls: outside.flatMap(([, calls]) => calls),
  };
}

function isFunction(node: Node): node is AnyFunction {
  return node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef";
}

/** The function or class body that a scope runs as part of: comprehensions and lambdas are part of what holds them. */
function ownerOf(scope: Scope): Scope {
  let current = scope;
  while (current.parent && !isFunction(current.node) && current.node.nodeType !== "ClassDef") {
    current = current.parent;
  }
  return current;
}

/** `Generic[T]` is the class `Generic`. */
function baseName(base: Expression): Expression {
  return base.nodeType === "Subscript" ? base.value : base;
}

function parameterNames(node: AnyFunction, scope: Scope): string[] {
  const names = [...node.args.posonlyargs, ...node.args.args].map(({ arg }) => arg);
  const isStatic = node.decorator_list.some(
    (decorator) => decorator.nodeType === "Name" && decorator.id === "staticmethod",
  );
  const own = scope.node.nodeType === "ClassDef" && !isStatic ? names.slice(1) : names;
  return [...own, ...node.args.kwonlyargs.map(({ arg }) => arg)];
}

/** A call as data. */
export function callFact(file: PythonFile, call: Call, scope: Scope): CallFact {
  const keywords: Record<string, ValueFact> = {};
  for (const { arg, value } of call.keywords) {
    if (arg !== null) keywords[arg] = valueFact(file, value, scope);
  }
  return {
    ...calleeFact(file, call.func, scope),
    args: call.args.map((argument) => valueFact(file, argument, scope)),
    keywords,
  };
}

function calleeFact(
  file: PythonFile,
  func: Expression,
  scope: Scope,
): Pick<CallFact, "callee" | "method"> {
  const method = func.nodeType === "Attribute" ? func.attr : null;
  return { callee: calleeName(file, func, scope) ?? null, method };
}

/**
 * What a call calls, as a dotted name; `super().method` of class `C` is `C.super().method`.
 */
export function calleeName(file: PythonFile, func: Expression, scope: Scope): string | undefined {
  if (func.nodeType === "Attribute" && isSuper(func.value)) {
    const owner = ownerOf(scope).parent;
    return owner?.node.nodeType === "ClassDef"
      ? `${owner.qualifiedName}.super().${func.attr}`
      : undefined;
  }
  return file.resolve(func, scope);
}

function isSuper(expression: Expression): boolean {
  return (
    expression.nodeType === "Call" &&
    expression.func.nodeType === "Name" &&
    expression.func.id === "super"
  );
}

function valueFact(file: PythonFile, value: Expression, scope: Scope): ValueFact {
  switch (value.nodeType) {
    case "Constant":
      return typeof value.value === "number" ? { kind: "number", value: value.value } : other;
    case "Name": {
      const { node } = ownerOf(scope);
      if (isFunction(node)) {
        const known = defaultOf(node.args, value.id);
        if (known !== undefined) {
          const fallback = known === null ? null : valueFact(file, known, file.scopes.module);
          return { kind: "parameter", name: value.id, default: fallback };
        }
      }
      return nameFact(file, value, scope);
    }
    case "Attribute":
      return nameFact(file, value, scope);
    case "List":
    case "Tuple":
    case "Set":
      return { kind: "list", items: value.elts.map((item) => valueFact(file, item, scope)) };
    case "Dict":
      return {
        kind: "dict",
        keys: value.keys.map((key) => (key === null ? other : valueFact(file, key, scope))),
        values: value.values.map((item) => valueFact(file, item, scope)),
      };
    default:
      return other;
  }
}

function nameFact(file: PythonFile, value: Expression, scope: Scope): ValueFact {
  const target = file.resolve(value, scope);
  return target === undefined ? other : { kind: "name", target };
}

/** The default of a parameter; `null` when it has none, `undefined` when there is no such parameter. */
function defaultOf(args: Arguments, name: string): Expression | null | undefined {
  const positional = [...args.posonlyargs, ...args.args];
  const index = positional.findIndex(({ arg }) => arg === name);
  if (index >= 0) return args.defaults[index - (positional.length - args.defaults.length)] ?? null;
  const keyword = args.kwonlyargs.findIndex(({ arg }) => arg === name);
  return keyword >= 0 ? (args.kw_defaults[keyword] ?? null) : undefined;
}
