import { ancestors } from "../evaluation/classes";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  type Value,
} from "../evaluation/value";
import type { Call, Expression, Node } from "../python/ast/nodes";
import { walk } from "../python/ast/visit";

/** A call whose coroutine runs beside others. */
export interface ConcurrentCall {
  readonly node: Call;
  /** The names that the loops around it bind anew each time; `undefined` for one that is made once. */
  readonly repeatedWith: ReadonlySet<string> | undefined;
}

/** Calls that run at the same time. */
export interface ConcurrentGroup {
  /** What lets them: the call of `gather`, or that of the task group. */
  readonly by: Call;
  readonly calls: readonly ConcurrentCall[];
}

const gathering = /^asyncio\.(?:gather|wait|as_completed)$/;
const groups =
  /^(?:asyncio\.TaskGroup|anyio\.create_task_group|asyncer\.create_task_group|aiotools\.\w*TaskGroup)$/;
const starting: ReadonlySet<string> = new Set(["create_task", "start_soon", "soonify"]);

/** The calls that a function lets run at the same time, by `gather` or in a task group, a subclass of the project's too. */
export function concurrentGroups(
  func: FunctionV,
  calls: ReadonlyMap<Call, readonly CallV[]>,
): readonly ConcurrentGroup[] {
  const { node } = func;
  if (node.nodeType === "Lambda") return [];
  const body = new FunctionBody(node.body);
  const found: ConcurrentGroup[] = [];
  const started = new Map<string, { by: Call; calls: ConcurrentCall[] }>();
  for (const { node: one, repeatedWith } of body.nodes) {
    if (one.nodeType === "withitem") {
      const by = one.context_expr;
      const name = one.optional_vars?.nodeType === "Name" ? one.optional_vars.id : undefined;
      if (by.nodeType !== "Call" || name === undefined) continue;
      if (calls.get(by)?.some(isGroup)) started.set(name, { by, calls: [] });
    }
    if (one.nodeType !== "Call") continue;
    if (calls.get(one)?.some(({ func: called }) => gathering.test(externalName(called) ?? ""))) {
      found.push({ by: one, calls: one.args.flatMap((arg) => body.callsGiven(arg, undefined)) });
    }
    const { func: method, args } = one;
    if (method.nodeType !== "Attribute" || !starting.has(method.attr)) continue;
    const group = method.value.nodeType === "Name" ? started.get(method.value.id) : undefined;
    const [first] = args;
    if (group === undefined || first === undefined) continue;
    if (first.nodeType === "Call") group.calls.push({ node: first, repeatedWith });
    // `group.start_soon(work, session)` calls it later.
    else group.calls.push({ node: { ...one, func: first, args: args.slice(1) }, repeatedWith });
  }
  return [...found, ...started.values()];
}

function isGroup({ func }: CallV): boolean {
  if (func.kind !== "class") return groups.test(externalName(func) ?? "");
  return ancestors(func).some((one: ClassV | Value) => groups.test(externalName(one) ?? ""));
}

/** A node, and the names that the loops around it bind. */
interface NodeInLoops {
  readonly node: Node;
  readonly repeatedWith: ReadonlySet<string> | undefined;
}

/** The nodes of a function, those of functions in it left out. */
class FunctionBody {
  readonly nodes: readonly NodeInLoops[];

  constructor(body: readonly Node[]) {
    const nodes: NodeInLoops[] = [];
    const loops: ReadonlySet<string>[] = [new Set()];
    for (const root of body) {
      walk(
        root,
        (node) => {
          if (opensScope(node)) return false;
          nodes.push({ node, repeatedWith: loops.length > 1 ? loops.at(-1) : undefined });
          if (isLoop(node)) loops.push(new Set([...(loops.at(-1) ?? []), ...namesBoundIn(node)]));
          return true;
        },
        (node) => {
          if (isLoop(node)) loops.pop();
        },
      );
    }
    this.nodes = nodes;
  }

  /** The calls whose coroutines an argument of `gather` is, or holds. */
  callsGiven(
    node: Expression,
    repeatedWith: ConcurrentCall["repeatedWith"],
  ): readonly ConcurrentCall[] {
    switch (node.nodeType) {
      case "Call": {
        const isTask = /^(?:create_task|ensure_future|wait_for|shield)$/.test(calledName(node));
        const [first] = node.args;
        return isTask && first ? this.callsGiven(first, repeatedWith) : [{ node, repeatedWith }];
      }
      case "Starred":
        return this.callsGiven(node.value, repeatedWith);
      case "List":
      case "Tuple":
      case "Set":
        return node.elts.flatMap((one) => this.callsGiven(one, repeatedWith));
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return this.callsGiven(node.elt, new Set(namesBoundIn(node)));
      case "BinOp":
        return [node.left, node.right].flatMap((one) => this.callsGiven(one, repeatedWith));
      case "IfExp":
        return this.callsGiven(node.body, repeatedWith);
      case "Name":
        return this.callsNamed(node.id);
      default:
        return [];
    }
  }

  /** `tasks = [read(one) for one in all]`, `tasks.append(read(one))` */
  private callsNamed(name: string): readonly ConcurrentCall[] {
    return this.nodes.flatMap(({ node, repeatedWith }): readonly ConcurrentCall[] => {
      if (node.nodeType === "Assign") {
        const isNamed = node.targets.some((one) => one.nodeType === "Name" && one.id === name);
        const isOther = node.value.nodeType === "Name" || node.value.nodeType === "Await";
        return isNamed && !isOther ? this.callsGiven(node.value, undefined) : [];
      }
      if (node.nodeType !== "Call" || node.func.nodeType !== "Attribute") return [];
      const { value, attr } = node.func;
      const isFilled =
        value.nodeType === "Name" && value.id === name && /^(?:append|add)$/.test(attr);
      const [first] = node.args;
      // A list that is made anew in each round holds one of them.
      const isAnew = repeatedWith?.has(name) ?? false;
      return isFilled && first?.nodeType === "Call"
        ? this.callsGiven(first, isAnew ? undefined : repeatedWith)
        : [];
    });
  }
}

function namesBoundIn(root: Node): readonly string[] {
  const found: string[] = [];
  walk(root, (node) => {
    if (node.nodeType === "Name" && node.ctx === "Store") found.push(node.id);
  });
  return found;
}

function calledName({ func }: Call): string {
  return func.nodeType === "Attribute" ? func.attr : func.nodeType === "Name" ? func.id : "";
}

function isLoop({ nodeType }: Node): boolean {
  return /^(?:For|AsyncFor|While|ListComp|SetComp|DictComp|GeneratorExp)$/.test(nodeType);
}

function opensScope({ nodeType }: Node): boolean {
  return /^(?:FunctionDef|AsyncFunctionDef|ClassDef|Lambda)$/.test(nodeType);
}
