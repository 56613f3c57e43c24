import { Evaluation } from "../../evaluation/evaluator";
import { isSettings } from "../../evaluation/fields";
import type { CallV, Place } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import { placeKey, projectCalls } from "../dependencies/projectCalls";
import { classesOf } from "../pydantic/classesOf";
import type { PydanticMajor } from "../pydantic/schema";
import { writtenType } from "../pydantic/writtenType";
import { plainDefault } from "./defaults";
import { settingsGetters, settingsInstances } from "./holders";
import { type Lookup, lookupOf } from "./lookups";
import { targetAt } from "./lookupTarget";
import type { Setting, SettingsGetter, SettingsInstance, Unresolved } from "./setting";
import { classSettings } from "./settingsClasses";

/** What some modules read from the environment, and how they hand it on. */
export interface Settings {
  readonly settings: readonly Setting[];
  readonly instances: readonly SettingsInstance[];
  readonly getters: readonly SettingsGetter[];
  readonly unresolved: readonly Unresolved[];
}

/**
 * The fields of settings classes, and each look-up of an environment variable elsewhere. A field is one setting for each
 * variable that it is read from, however many classes inherit it.
 * @param pydanticMajor the version of Pydantic that the project uses
 */
export function settingsOf(
  runs: readonly ModuleRun[],
  codeBase: CodeBase,
  pydanticMajor: PydanticMajor,
): Settings {
  const found = new Map<string, Setting>();
  const unresolved = new Map<string, Unresolved>();
  const add = (setting: Setting): void => {
    const { place, environment, name } = setting;
    // A field and the look-up that is its default are one setting, if they read the same variable.
    const key =
      setting.class === ""
        ? keyOf(place, environment)
        : `${place.path}:${setting.class}.${name}:${environment}`;
    if (!found.has(key)) found.set(key, setting);
  };
  for (const run of runs) {
    for (const of of classesOf(run)) {
      if (!isSettings(of)) continue;
      const own = classSettings(codeBase, of, pydanticMajor);
      for (const setting of own.settings) add(setting);
      for (const one of own.unresolved) unresolved.set(keyOf(one, one.what), one);
    }
  }
  for (const run of runs) {
    const named = new Set<string>();
    const computed = new Map<string, Place>();
    for (const { call } of projectCalls(run, codeBase)) {
      const lookup = lookupOf(call);
      if (lookup === undefined) continue;
      const setting = lookupSetting(codeBase, call, lookup);
      if (setting === undefined) computed.set(placeKey(call), call.place);
      else {
        named.add(placeKey(call));
        add(setting);
      }
    }
    for (const [key, place] of computed) {
      const what = "an environment variable whose name is computed";
      if (!named.has(key)) unresolved.set(keyOf(place, what), { ...place, what });
    }
  }
  return {
    settings: [...found.values()],
    instances: runs.flatMap((run) => settingsInstances(run, codeBase)),
    getters: runs.flatMap((run) => settingsGetters(run, codeBase)),
    unresolved: [...unresolved.values()],
  };
}

function keyOf({ path, line }: Place, rest: string): string {
  return `${path}:${line}:${rest}`;
}

function lookupSetting(codeBase: CodeBase, call: CallV, lookup: Lookup): Setting | undefined {
  const { environment } = lookup;
  if (environment === undefined) return undefined;
  const { place } = call;
  const target = targetAt(codeBase.statements(place.path), place);
  const { annotation } = target;
  const { definitions, scope } = codeBase.run(place.path);
  const of = definitions.get(`class ${target.class}`);
  const type =
    annotation === undefined
      ? lookup.type
      : writtenType(new Evaluation(codeBase, false), annotation, of?.scope ?? scope);
  return {
    class: target.class,
    name: target.name ?? environment,
    environment,
    type,
    default: plainDefault(lookup.default),
    required: lookup.isStrict,
    place,
  };
}
