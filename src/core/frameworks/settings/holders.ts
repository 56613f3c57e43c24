import { isSettings } from "../../evaluation/fields";
import { type ClassV, optionsOf, usualOf, type Value } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";
import type { SettingsGetter, SettingsInstance } from "./setting";

/** The variables of a module that hold an object of a settings class; one entry for each class it may be. */
export function settingsInstances(run: ModuleRun, codeBase: CodeBase): readonly SettingsInstance[] {
  const found = new Map<string, SettingsInstance>();
  for (const { line, bindings } of codeBase.outlineOf(run.path)) {
    for (const { kind, name } of bindings) {
      if (kind !== "variable") continue;
      const value = run.scope.names.get(name);
      const place = { path: run.path, line, character: 0 };
      const module = codeBase.nameOf(run.path).name;
      for (const of of value === undefined || value.kind === "import"
        ? []
        : settingsClasses(value)) {
        found.set(`${name} ${of.qualname}`, { class: of, name, module, place });
      }
    }
  }
  return [...found.values()];
}

/** The functions of a module that return an object of a settings class, such as `get_settings`. */
export function settingsGetters(run: ModuleRun, codeBase: CodeBase): readonly SettingsGetter[] {
  return codeBase.functionRuns(run.path).flatMap(({ function: func, returned }) => {
    if (func.owner !== undefined || func.node.nodeType === "Lambda") return [];
    const { line, character } = func.node;
    const place = { path: func.path, line, character };
    return settingsClasses(returned).map((of) => ({ class: of, function: func, place }));
  });
}

/** The settings classes that a value is an object of one of, the usual one first. */
function settingsClasses(value: Value): readonly ClassV[] {
  const classes = [usualOf(value), ...optionsOf(value)].flatMap((option) => {
    const of =
      option.kind === "instance" ? option.class : option.kind === "some" ? option.type : undefined;
    return of?.kind === "class" && isSettings(of) ? [of] : [];
  });
  return [...new Set(classes)];
}
