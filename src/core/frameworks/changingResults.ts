import { evaluate } from "../evaluation/expressions";
import { externalName, type FunctionV, optionsOf, type Value } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import { fileCalls } from "../project/fileCalls";
import type { Call, Expression, Statement } from "../python/ast/nodes";
import { ownStatements } from "../python/ast/statementsIn";
import { yieldsIn } from "./fastapi/dependencies/yields";

/** Functions that give something else each time, by their dotted names: the time, ids, chance. */
const changing =
  /^(?:datetime\.datetime\.(?:now|utcnow|today)|datetime\.date\.today|time\.(?:time|monotonic|perf_counter)(?:_ns)?|uuid\.uuid[14678]|random\.(?:random|randint|randrange|uniform|choices?|sample|getrandbits|randbytes)|secrets\.(?:token_\w+|randbelow|randbits|choice)|os\.urandom|pendulum\.(?:now|today|yesterday|tomorrow)|arrow\.(?:now|utcnow)|whenever\.\w+\.(?:now|now_in_system_tz|today_in_system_tz)|shortuuid\.(?:uuid|random)|nanoid\.generate|cuid2?\.cuid|(?:ulid|ulid_py)\.new|uuid6\.uuid[678]|uuid_utils\.(?:\w+\.)?uuid[14678]|uuid_extensions\.uuid7(?:str)?|uuid7\.create)$/;
/** Those that do so where they are given nothing. */
const changingAlone =
  /^(?:time\.(?:gmtime|localtime|ctime)|bson\.(?:objectid\.)?ObjectId|ulid\.ULID|cuid2\.Cuid)$/;

/** How many functions within each other are looked into. */
const deepest = 3;

/**
 * Whether an expression of a file gives something else each time that it is evaluated: the time, an id, chance, or what is
 * made of these, also by a function of the project. What is not known does not.
 */
export function isChanging(node: Expression, path: string, code: CodeBase, depth = 0): boolean {
  return new Change(path, code, depth, new Map()).of(node);
}

class Change {
  constructor(
    private readonly path: string,
    private readonly code: CodeBase,
    private readonly depth: number,
    /** What a function's own names are set to; those that are being looked at are taken out. */
    private readonly locals: Map<string, readonly Expression[]>,
  ) {}

  of(node: Expression): boolean {
    switch (node.nodeType) {
      case "Call":
        return this.ofCall(node);
      case "Attribute":
      case "Subscript":
      case "FormattedValue":
        return this.of(node.value);
      case "BinOp":
        return this.of(node.left) || this.of(node.right);
      case "JoinedStr":
        return node.values.some((part) => this.of(part));
      case "GeneratorExp":
      case "ListComp":
        return this.of(node.elt);
      case "Name": {
        const values = this.locals.get(node.id) ?? [];
        this.locals.delete(node.id);
        return values.some((value) => this.of(value));
      }
      default:
        return false;
    }
  }

  private ofCall(node: Call): boolean {
    const called = this.called(node);
    if (called.length > 0 && called.every((one) => this.gives(one, node))) return true;
    // `datetime.now().isoformat()`; a method of a text, as `"".join(…)`, gives what it is given.
    if (node.func.nodeType !== "Attribute") return false;
    const { value } = node.func;
    const isText = value.nodeType === "Constant";
    return this.of(value) || (isText && node.args.some((one) => this.of(one)));
  }

  private gives(func: Value, { args, keywords }: Call): boolean {
    const name = externalName(func);
    if (name !== undefined) {
      if (changing.test(name)) return true;
      if (changingAlone.test(name)) return args.length + keywords.length === 0;
      // What SQL makes of a value is made when the row is written.
      return !/^(?:sqlalchemy|sqlmodel|pydantic)\./.test(name) && args.some((one) => this.of(one));
    }
    const inner = func.kind === "bound" ? func.function : func;
    return inner.kind === "function" && returnsChanging(inner, this.code, this.depth + 1);
  }

  private called(node: Call): readonly Value[] {
    const { code, path } = this;
    const calls = fileCalls(code, path).get(node) ?? [];
    if (calls.length > 0) return calls.flatMap(({ func }) => optionsOf(func));
    return optionsOf(evaluate(code.typeEvaluation(), node.func, code.run(path).scope));
  }
}

/** Whether every way out of a function of the project gives something else each time. */
function returnsChanging(func: FunctionV, code: CodeBase, depth: number): boolean {
  const { node, path, decorators } = func;
  if (depth > deepest || node.nodeType === "AsyncFunctionDef") return false;
  if (node.nodeType === "Lambda") return isChanging(node.body, path, code, depth);
  // What a decorator makes of it, such as a cache, is not known.
  const isPlain = decorators.every((one) =>
    /^builtins\.(?:static|class)method$/.test(externalName(one) ?? ""),
  );
  if (!isPlain || yieldsIn(node)) return false;
  const statements = ownStatements(node.body);
  const returned = statements.flatMap((one) => (one.nodeType === "Return" ? [one.value] : []));
  return (
    returned.length > 0 &&
    returned.every(
      (value) => value !== null && new Change(path, code, depth, assigned(statements)).of(value),
    )
  );
}

/** What the names of a function are set to. */
function assigned(statements: readonly Statement[]): Map<string, readonly Expression[]> {
  const found = new Map<string, readonly Expression[]>();
  for (const statement of statements) {
    const { targets, value } = bindingOf(statement);
    for (const target of targets) {
      if (target.nodeType !== "Name" || value === null) continue;
      found.set(target.id, [...(found.get(target.id) ?? []), value]);
    }
  }
  return found;
}

function bindingOf(statement: Statement): {
  readonly targets: readonly Expression[];
  readonly value: Expression | null;
} {
  switch (statement.nodeType) {
    case "Assign":
      return statement;
    case "AnnAssign":
    case "AugAssign":
      return { targets: [statement.target], value: statement.value };
    default:
      return { targets: [], value: null };
  }
}
