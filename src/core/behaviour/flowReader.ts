import { detectedLayers, type Layers } from "../detection/layers";
import type { CallV, FunctionV } from "../evaluation/value";
import { type Guard, guardOf, managerGuard } from "../frameworks/exceptions/guards";
import type { CodeBase } from "../project/codeBase";
import type { Call, Expression, Node, Pattern, Statement } from "../python/ast/nodes";
import { walk } from "../python/ast/visit";
import { conditionText } from "./conditionText";
import { enqueueAt } from "./enqueues";
import { isLeftOpen, onlyImplementation } from "./implementations";
import { outsideCall, queueName } from "./outsideCalls";
import { type CodePlace, dottedText, placed } from "./place";
import { partName, projectTargets } from "./projectTargets";
import { raisedBy } from "./raises";
import { type FlowBranch, type FlowStep, placeOf } from "./requestFlow";
import { otherRoles } from "./roles";

/** The most calls that are followed from one endpoint. */
const mostCalls = 400;
/** How deep calls are followed. */
const deepest = 12;

/** Follows calls from one part of the code to the next, statement by statement. */
export class FlowReader {
  /** Calls that were not followed. */
  leftOut = 0;
  /** What stands around the statement that is read, in the functions that led to it, too. */
  readonly guards: Guard[] = [];
  private readonly running = new Set<object>();
  private readonly layers: Layers;
  private calls = 0;

  constructor(private readonly code: CodeBase) {
    this.layers = detectedLayers(code);
  }

  /** What a function does, as the part of the code that it belongs to. */
  stepsOf(func: FunctionV, from: string): readonly FlowStep[] {
    if (func.node.nodeType === "Lambda" || this.running.has(func.node)) return [];
    if (this.running.size > deepest || this.calls >= mostCalls) {
      this.leftOut += 1;
      return [];
    }
    this.running.add(func.node);
    const steps = new FunctionReading(func, from, this, this.code).block(func.node.body);
    this.running.delete(func.node);
    return steps;
  }

  /** A call with what follows from it; what stays in one place, or leads nowhere, is no message. */
  into(
    called: FunctionV,
    of: string | undefined,
    from: string,
    place: CodePlace,
  ): readonly FlowStep[] {
    const isOpen = isLeftOpen(called);
    const written = isOpen ? onlyImplementation(called, this.code) : undefined;
    if (written !== undefined) return this.into(written, written.owner?.name, from, place);
    const to = partName(called, of);
    this.calls += 1;
    const inner = isOpen ? [] : this.stepsOf(called, to);
    if (to === from) return inner;
    const isLayer = this.layers
      .layerOf(called.path)
      .some((layer) => layer === "service" || layer === "repository");
    const isData = called.owner !== undefined && otherRoles(this.code).has(called.owner.node);
    const isPart =
      isOpen || (isLayer && !isData && (called.owner !== undefined || inner.length > 0));
    if (!isPart && !hasCalls(inner)) return saidBy(from, inner);
    const target = placeOf(called);
    return [{ kind: "call", from, to, text: `${called.name}()`, target, inner, ...place }];
  }

  /** The calls of a function on objects of which nothing is known. */
  unresolvedIn(func: FunctionV): readonly (CodePlace & { readonly text: string })[] {
    const found = new Map<string, CodePlace & { readonly text: string }>();
    for (const { call } of this.code.functionRun(func)?.effects ?? []) {
      const name = call.node && dottedText(call.node.func);
      if (call.func.kind !== "unknown" || name === undefined || !name.includes(".")) continue;
      found.set(name, { text: `${name}()`, ...placed(call.place) });
    }
    return [...found.values()];
  }
}

/** Reads the statements of one function. */
class FunctionReading {
  private readonly callsBy = new Map<Call, CallV[]>();

  constructor(
    private readonly func: FunctionV,
    private readonly from: string,
    private readonly reader: FlowReader,
    private readonly code: CodeBase,
  ) {
    for (const { call } of code.functionRun(func)?.effects ?? []) {
      if (call.node === undefined) continue;
      const known = this.callsBy.get(call.node);
      if (known === undefined) this.callsBy.set(call.node, [call]);
      else known.push(call);
    }
  }

  block(body: readonly Statement[]): readonly FlowStep[] {
    const [first, ...rest] = body;
    if (first === undefined) return [];
    if (first.nodeType === "If" && returns(first) && rest.length > 0) {
      // What stands behind is what happens otherwise.
      return this.conditional(first, rest);
    }
    return [...this.statement(first), ...this.block(rest)];
  }

  private statement(statement: Statement): readonly FlowStep[] {
    switch (statement.nodeType) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        return [];
      case "If":
        return this.conditional(statement);
      case "For":
      case "AsyncFor": {
        const label = `for ${conditionText(statement.target)} in ${conditionText(statement.iter)}`;
        const loop = this.branch(label, statement.body, statement);
        return [
          ...this.expression(statement.iter),
          ...blockOf("loop", [loop]),
          ...this.block(statement.orelse),
        ];
      }
      case "While": {
        const label = `while ${conditionText(statement.test)}`;
        const inner = [...this.expression(statement.test), ...this.block(statement.body)];
        const loop = { label, steps: inner, ...this.placeOf(statement) };
        return [...blockOf("loop", [loop]), ...this.block(statement.orelse)];
      }
      case "Try":
      case "TryStar":
        return [
          ...this.guarded(statement.body, [guardOf(statement, this.func, this.code)]),
          ...statement.handlers.flatMap((handler) => {
            const what = handler.type === null ? "any error" : conditionText(handler.type);
            return blockOf("opt", [this.branch(`on ${what}`, handler.body, handler)]);
          }),
          ...this.block(statement.orelse),
          ...this.block(statement.finalbody),
        ];
      case "With":
      case "AsyncWith":
        return [
          ...statement.items.flatMap(({ context_expr }) => this.expression(context_expr)),
          ...this.guarded(statement.body, managerGuard(statement, this.func, this.code)),
        ];
      case "Match": {
        const subject = conditionText(statement.subject);
        const branches = statement.cases.map((one) =>
          this.branch(`${subject} is ${patternText(one.pattern)}`, one.body, statement),
        );
        return [...this.expression(statement.subject), ...blockOf("alt", branches)];
      }
      case "Raise": {
        const all = raisedBy(statement, this.func, this.code, this.reader.guards);
        return all.map(({ name, status, detail }): FlowStep => {
          const said = [name, status, detail === undefined ? undefined : `(${detail})`];
          const text = `raises ${said.filter((one) => one !== undefined).join(" ")}`;
          return { kind: "raise", by: this.from, text, ...this.placeOf(statement) };
        });
      }
      default:
        return this.expression(statement);
    }
  }

  private guarded(body: readonly Statement[], guards: readonly Guard[]): readonly FlowStep[] {
    this.reader.guards.push(...guards);
    const steps = this.block(body);
    this.reader.guards.length -= guards.length;
    return steps;
  }

  /** `if`, `elif` and `else` as one choice. */
  private conditional(
    first: Statement & { readonly nodeType: "If" },
    behind: readonly Statement[] = [],
  ): readonly FlowStep[] {
    const before: FlowStep[] = [];
    const branches: FlowBranch[] = [];
    let rest: readonly Statement[] = [first];
    let next = rest[0];
    while (rest.length === 1 && next?.nodeType === "If") {
      before.push(...this.expression(next.test));
      branches.push(this.branch(conditionText(next.test), next.body, next));
      rest = next.orelse;
      next = rest[0];
    }
    const [only] = branches;
    const otherwise = [...rest, ...behind];
    const [start] = otherwise;
    if (start !== undefined) {
      const label = branches.length === 1 && only ? negated(only) : "otherwise";
      branches.push(this.branch(label, otherwise, start));
    }
    return [...before, ...blockOf("alt", branches)];
  }

  private branch(label: string, body: readonly Statement[], at: { line: number }): FlowBranch {
    return { label, steps: this.block(body), ...this.placeOf(at) };
  }

  /** The calls in an expression, or in a statement without statements in it, in the order in which they are made. */
  private expression(root: Expression | Statement): readonly FlowStep[] {
    const steps: FlowStep[] = [];
    const loops: { readonly node: Node; readonly steps: FlowStep[] }[] = [];
    walk(
      root,
      (node) => {
        if (node.nodeType === "Lambda") return false;
        if (isComprehension(node)) loops.push({ node, steps: [] });
        return true;
      },
      (node) => {
        const into = loops.at(-1)?.steps ?? steps;
        if (node.nodeType === "Call") into.push(...this.call(node));
        const loop = loops.at(-1);
        if (loop === undefined || loop.node !== node || !isComprehension(node)) return;
        loops.pop();
        const [generator] = node.generators;
        const over = generator
          ? `for ${conditionText(generator.target)} in ${conditionText(generator.iter)}`
          : "each";
        const branch = { label: over, steps: loop.steps, ...this.placeOf(node) };
        (loops.at(-1)?.steps ?? steps).push(...blockOf("loop", [branch]));
      },
    );
    return steps;
  }

  private call(node: Call): readonly FlowStep[] {
    const { from } = this;
    const place = this.placeOf(node);
    const enqueue = enqueueAt({ ...node, path: this.func.path }, this.code);
    if (enqueue !== undefined) {
      const { task, name } = enqueue;
      const to = queueName(task?.kind);
      const text = (task?.function?.name ?? name ?? "a task").split(".").at(-1) ?? "";
      return [{ kind: "call", from, to, text, target: undefined, inner: [], ...place }];
    }
    const calls = this.callsBy.get(node) ?? [];
    for (const call of calls) {
      const outside = outsideCall(call, this.code);
      if (outside !== undefined) {
        const { name: to, text } = outside;
        return [{ kind: "call", from, to, text, target: undefined, inner: [], ...place }];
      }
      // One of several ways stands for all of them.
      const [target] = projectTargets(call);
      if (target === undefined || /^__\w+__$/.test(target.called.name)) continue;
      // A method that is inherited runs on the object that it was called on.
      const isOwn = this.func.owner !== undefined && target.of === this.func.owner.name;
      return this.reader.into(target.called, isOwn ? from : target.of, from, place);
    }
    return [];
  }

  private placeOf({ line }: { readonly line: number }): CodePlace {
    return { path: this.func.path, line: line + 1 };
  }
}

type Comprehension = Extract<
  Node,
  { readonly nodeType: "ListComp" | "SetComp" | "DictComp" | "GeneratorExp" }
>;

function isComprehension(node: Node): node is Comprehension {
  return /^(?:ListComp|SetComp|DictComp|GeneratorExp)$/.test(node.nodeType);
}

/** Whether a choice without `else` returns in each of its ways. */
function returns({ body, orelse }: Statement & { readonly nodeType: "If" }): boolean {
  if (body.at(-1)?.nodeType !== "Return") return false;
  const [next] = orelse;
  return orelse.length === 0 || (orelse.length === 1 && next?.nodeType === "If" && returns(next));
}

/** A block of the branches in which something happens; nothing where there is none. */
function blockOf(kind: "alt" | "opt" | "loop", branches: readonly FlowBranch[]): FlowStep[] {
  const busy = branches.filter(({ steps }) => steps.length > 0);
  if (busy.length === 0) return [];
  return [{ kind: kind === "alt" && busy.length === 1 ? "opt" : kind, branches: busy }];
}

/** What holds where a condition does not; in short where the condition itself is shown above. */
function negated({ label, steps }: FlowBranch): string {
  if (/^not [\w.]+(?:\(.*\))?$/.test(label)) return label.slice(4);
  if (/^\S+ is (?:not )?None$/.test(label)) {
    return label.endsWith(" not None")
      ? label.replace(" is not ", " is ")
      : label.replace(" is ", " is not ");
  }
  if (!/ (?:and|or) /.test(label)) return `not ${label}`;
  return steps.length > 0 ? "otherwise" : `not (${label})`;
}

function patternText(pattern: Pattern): string {
  if (pattern.nodeType === "MatchValue") return conditionText(pattern.value);
  return pattern.nodeType === "MatchAs" && pattern.pattern === null ? "anything else" : "…";
}

function hasCalls(steps: readonly FlowStep[]): boolean {
  return steps.some((step) => {
    if (step.kind === "call") return true;
    return step.kind !== "raise" && step.branches.some((branch) => hasCalls(branch.steps));
  });
}

/** What a helper raises, said of the part that calls it. */
function saidBy(from: string, steps: readonly FlowStep[]): readonly FlowStep[] {
  return steps.map((step): FlowStep => {
    if (step.kind === "raise") return { ...step, by: from };
    if (step.kind === "call") return step;
    const branches = step.branches.map((one) => ({ ...one, steps: saidBy(from, one.steps) }));
    return { ...step, branches };
  });
}
