import { type Outside, outsideCall } from "../../behaviour/outsideCalls";
import { placed } from "../../behaviour/place";
import { partName, projectTargets } from "../../behaviour/projectTargets";
import { otherRoles } from "../../behaviour/roles";
import { detectedLayers } from "../../detection/layers";
import { classOf } from "../../evaluation/attributes";
import { ancestors } from "../../evaluation/classes";
import { isSettings } from "../../evaluation/fields";
import { type FunctionV, optionsOf } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import { callsOf, valuesIn } from "../../frameworks/callGraph";
import type { CodeBase } from "../../project/codeBase";
import type { CodePlace, DependencyFact, SettingFact } from "./facts";

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

/** What some functions need: databases, clients, and the services of other modules. */
export function dependencyFacts(
  functions: readonly FunctionV[],
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly DependencyFact[] {
  const layers = detectedLayers(code);
  const taken = otherRoles(code);
  const found = new Map<
    string,
    Omit<DependencyFact, "uses" | "by"> & { uses: DependencyFact["uses"][number][]; by: string[] }
  >();
  const add = (one: Outside, by: string, use: CodePlace & { readonly text: string }): void => {
    const known = found.get(one.name) ?? {
      name: one.name,
      type: one.type,
      shape: one.shape,
      uses: [],
      by: [],
    };
    if (by !== "" && !known.by.includes(by)) known.by.push(by);
    // The first place of each call stands for the others.
    const isNew = !known.uses.some(({ path, text }) => path === use.path && text === use.text);
    if (isNew) known.uses.push(use);
    found.set(one.name, known);
  };
  for (const { func, by } of reachedByClass(functions, code)) {
    for (const { call } of code.functionRun(func)?.effects ?? []) {
      const outside = outsideCall(call, code);
      if (outside !== undefined) add(outside, by, { text: outside.text, ...placed(call.place) });
      if (!files.has(func.path)) continue;
      for (const { called, of } of projectTargets(call)) {
        const isOther = !files.has(called.path) && layers.layerOf(called.path).includes("service");
        if (!isOther || /^__\w+__$/.test(called.name)) continue;
        if (called.owner !== undefined && taken.has(called.owner.node)) continue;
        const name = partName(called, of);
        add({ name, type: "Internal service", shape: "box" }, by, {
          text: `${called.name}()`,
          ...placed(call.place),
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

/** The settings that some functions read, each once. */
export function settingFacts(
  functions: readonly FunctionV[],
  files: ReadonlySet<string>,
  code: CodeBase,
): readonly SettingFact[] {
  const { settings } = backend.settings(code);
  const found = new Map<string, SettingFact>();
  const add = (setting: (typeof settings)[number], place: CodePlace): void => {
    const { name, type, environment, default: value } = setting;
    if (found.has(environment)) return;
    const text = value === null ? undefined : value === "" ? '""' : String(value);
    found.set(environment, { name, type, environment, default: text, ...place });
  };
  for (const setting of settings) {
    if (files.has(setting.place.path)) add(setting, placed(setting.place));
  }
  for (const func of functions) {
    for (const [node] of valuesIn(func, code)) {
      if (node.nodeType !== "Attribute") continue;
      const value = valuesIn(func, code).get(node.value);
      const of =
        value &&
        optionsOf(value)
          .map(classOf)
          .find((one) => one !== undefined);
      if (of === undefined || !isSettings(of)) continue;
      const own = new Set(ancestors(of).flatMap((one) => (one.kind === "class" ? [one.name] : [])));
      const setting = settings.find((one) => own.has(one.class) && one.name === node.attr);
      if (setting) add(setting, placed({ path: func.path, line: node.line }));
    }
  }
  return [...found.values()];
}
