import { enqueueAt } from "../../behaviour/enqueues";
import { type Outside, outsideCall, queueName } from "../../behaviour/outsideCalls";
import { placed } from "../../behaviour/place";
import { partName, projectTargets } from "../../behaviour/projectTargets";
import { otherRoles } from "../../behaviour/roles";
import { detectedLayers } from "../../detection/layers";
import type { FunctionV } from "../../evaluation/value";
import { callsOf } from "../../frameworks/callGraph";
import type { CodeBase } from "../../project/codeBase";
import type { CodePlace, DependencyFact } from "./facts";

/** The most functions that are looked at from a module's own. */
const mostReached = 400;

/** The functions of some files, methods and helpers among them. */
export function functionsIn(files: readonly string[], code: CodeBase): readonly FunctionV[] {
  return files.flatMap((path) => code.functionRuns(path).map((one) => one.function));
}

/** Functions with those that they call, as far as that is known. */
function reachedFrom(functions: readonly FunctionV[], code: CodeBase): readonly FunctionV[] {
  const found = new Map<object, FunctionV>(functions.map((one) => [one.node, one]));
  const pending = [...functions];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    for (const called of callsOf(next, code)) {
      if (found.has(called.node) || found.size > mostReached + functions.length) continue;
      found.set(called.node, called);
      pending.push(called);
    }
  }
  return [...found.values()];
}

/** The functions that those of each class reach, and those that belong to none, with the name of the class. */
function reachedByClass(
  functions: readonly FunctionV[],
  code: CodeBase,
): readonly { readonly func: FunctionV; readonly by: string }[] {
  const byClass = new Map<string, FunctionV[]>();
  for (const one of functions) {
    const by = one.owner?.name ?? "";
    byClass.set(by, [...(byClass.get(by) ?? []), one]);
  }
  return [...byClass].flatMap(([by, own]) => reachedFrom(own, code).map((func) => ({ func, by })));
}

type Growing = Omit<DependencyFact, "uses" | "by" | "timeouts"> & {
  readonly uses: DependencyFact["uses"][number][];
  readonly by: string[];
  readonly timeouts: DependencyFact["timeouts"][number][];
};

/** What some functions need: databases, clients, and the services of other modules. */
export function dependencyFacts(
  functions: readonly FunctionV[],
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly DependencyFact[] {
  const layers = detectedLayers(code);
  const taken = otherRoles(code);
  const found = new Map<string, Growing>();
  const add = (
    one: Outside,
    by: string,
    use: CodePlace & { readonly text: string },
    timeout?: string,
  ): void => {
    const known = found.get(one.name) ?? {
      name: one.name,
      type: one.type,
      shape: one.shape,
      uses: [],
      by: [],
      timeouts: [],
    };
    if (timeout !== undefined && !known.timeouts.some(({ text }) => text === timeout)) {
      known.timeouts.push({ text: timeout, place: use });
    }
    if (by !== "" && !known.by.includes(by)) known.by.push(by);
    // The first place of each call stands for the others.
    const isNew = !known.uses.some(({ path, text }) => path === use.path && text === use.text);
    if (isNew) known.uses.push(use);
    found.set(one.name, known);
  };
  for (const { func, by } of reachedByClass(functions, code)) {
    for (const { outside, timeout, targets, text, path, line } of usesIn(func, code)) {
      if (outside !== undefined) add(outside, by, { text, path, line }, timeout);
      if (!files.has(func.path)) continue;
      for (const { called, of } of targets) {
        const isOther = !files.has(called.path) && layers.layerOf(called.path).includes("service");
        if (!isOther || /^__\w+__$/.test(called.name)) continue;
        if (called.owner !== undefined && taken.has(called.owner.node)) continue;
        const name = partName(called, of);
        add({ name, type: "Internal service", shape: "box" }, by, {
          text: `${called.name}()`,
          path,
          line,
        });
      }
    }
  }
  // What the module itself does comes before what others do for it.
  return [...found.values()].map((one) => {
    const own = one.uses.filter(({ path }) => files.has(path));
    return own.length > 0 ? { ...one, uses: own } : one;
  });
}

/** What one call of a function goes to. */
interface Use extends CodePlace {
  readonly text: string;
  readonly outside: Outside | undefined;
  readonly timeout: string | undefined;
  readonly targets: ReturnType<typeof projectTargets>;
}

/** What the calls in a function go to; kept for each function, since a key changes one of them. */
function usesIn(func: FunctionV, code: CodeBase): readonly Use[] {
  return code.remember("uses in a function", func, (current) =>
    (code.functionRun(current)?.effects ?? []).flatMap(({ call }): readonly Use[] => {
      const place = placed(call.place);
      const enqueue = enqueueAt(call.place, code);
      if (enqueue !== undefined && enqueue.task?.kind !== "background") {
        const { task, name } = enqueue;
        const text = `${task?.function?.name ?? name ?? "a task"}.${enqueue.method}()`;
        const outside = {
          name: queueName(task?.kind),
          type: "Message queue",
          shape: "queue",
        } as const;
        return [{ ...place, text, outside, timeout: undefined, targets: [] }];
      }
      const outside = outsideCall(call, code);
      const targets = projectTargets(call);
      if (outside === undefined && targets.length === 0) return [];
      const { text = "", timeout } = outside ?? {};
      return [{ ...place, text, outside, timeout, targets }];
    }),
  );
}
