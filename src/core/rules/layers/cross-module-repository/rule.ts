import * as z from "zod";
import type { ConfigView } from "../../../config/configView";
import { optionsOf } from "../../../evaluation/value";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { rangeOf } from "../../../python/ast/visit";
import { configFolder } from "../../configFolder";
import { defineRule, type Kept } from "../../rule";
import { moduleOf } from "../moduleFolders";
import { detectedRoles, repositoryOf, rolesFor } from "../roles";
import { importedRepositories } from "./importedRepositories";

const options = z.strictObject({});

/** See docs/rules/cross-module-repository.md. */
export const crossModuleRepository = defineRule({
  meta: {
    name: "cross-module-repository",
    summary: "Ask another module's service, not its repository",
    rationale:
      "A module decides in its service what may be read and changed, and how. Who goes to its repository passes that " +
      "by, and ties itself to tables that are not its own.",
    area: "layers",
    source: "Anti-pattern 9: cross-module communication goes from service to service",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      import: "{name} is a repository of {other}; {own} should go through its service.",
      construct:
        "{name}, which {own} makes here, is a repository of {other}; go through its service.",
    },
  },
  check(context) {
    const { file, code, config, report } = context;
    if (isAside(file.path)) return;
    const folder = configFolder(context);
    const own = moduleOf(file.path, code, config, folder);
    if (own === undefined) return;
    const roles = rolesFor(context);
    const otherOf = (path: string): string | undefined => {
      const other = moduleOf(path, code, config, folder);
      return other === undefined || isRelated(own, other) ? undefined : other;
    };
    const imported = importedRepositories(file.path, roles, code);
    for (const { alias, name, path } of imported) {
      const other = otherOf(path);
      if (other === undefined) continue;
      report({ message: "import", data: { name, own, other }, range: rangeOf(alias) });
    }
    for (const [node, calls] of context.calls) {
      const made = calls
        .flatMap(({ func }) => optionsOf(func))
        .map((func) => (func.kind === "class" ? repositoryOf(func, roles) : undefined))
        .find((one) => one !== undefined);
      const other = made && otherOf(made.path);
      if (made === undefined || other === undefined) continue;
      if (imported.some(({ path }) => path === made.path)) continue;
      report({
        message: "construct",
        data: { name: made.name, own, other },
        range: rangeOf(node.func),
      });
    }
  },
  keptBy(code, config) {
    return code.queries.get(
      "imports of repositories by their own module",
      () => keptNow(code, config),
      (a, b) => a.kept === b.kept && a.places === b.places,
    );
  },
});

/** With fewer modules than these that keep to it, nothing says that modules are to be apart. */
const fewestModules = 3;

/** How many of the repositories that modules import are their own. */
function keptNow(code: CodeBase, config: ConfigView): Kept {
  const roles = detectedRoles(code);
  const moduleAt = (path: string) => moduleOf(path, code, config, "");
  const places = code.paths.flatMap((path) => {
    const own = isAside(path) ? undefined : moduleAt(path);
    if (own === undefined) return [];
    return importedRepositories(path, roles, code).flatMap((one) => {
      const other = moduleAt(one.path);
      return other === undefined ? [] : [{ own, isOwn: isRelated(own, other) }];
    });
  });
  const kept = places.filter(({ isOwn }) => isOwn);
  const isHabit = new Set(kept.map(({ own }) => own)).size >= fewestModules;
  return isHabit ? { kept: kept.length, places: places.length } : { kept: 0, places: 0 };
}

/** Whether two modules are the same, or one is a part of the other. */
function isRelated(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}
