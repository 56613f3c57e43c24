import type { Import, ImportFrom } from "../python/ast/nodes";
import { bind } from "./assign";
import { type Evaluation, placeOf } from "./evaluator";
import { iterated } from "./iteration";
import { absoluteName, moduleAttribute, moduleNamed, noteImport, starred } from "./names";
import type { Scope } from "./scope";
import { external, listOf, textOf, unknown } from "./value";

/** `import a.b`, `import a.b as c` */
export function runImport(evaluation: Evaluation, statement: Import, scope: Scope): void {
  for (const { name, asname } of statement.names) {
    const module = moduleNamed(evaluation, name, scope.path);
    noteImport(evaluation, name, [], placeOf(statement, scope));
    // Importing runs the module, for what it does to others.
    if (module.kind === "module" && module.path !== undefined) {
      evaluation.modules.namespace(module.path);
    }
    if (asname !== null) bind(asname, module, scope);
    else {
      const top = name.split(".")[0] ?? name;
      bind(top, moduleNamed(evaluation, top, scope.path), scope);
    }
  }
}

/** `from a import b as c`, `from . import b`, `from a import *` */
export function runImportFrom(evaluation: Evaluation, statement: ImportFrom, scope: Scope): void {
  const module = absoluteName(evaluation, statement.module ?? "", statement.level, scope.path);
  if (module !== undefined) {
    const names = statement.names.map(({ name }) => name);
    noteImport(evaluation, module, names, placeOf(statement, scope));
  }
  for (const { name, asname } of statement.names) {
    if (module === undefined) bind(asname ?? name, unknown("import beyond the top"), scope);
    else if (name === "*") importAll(evaluation, module, scope);
    else {
      scope.names.set(asname ?? name, {
        kind: "import",
        module,
        attribute: name,
        path: scope.path,
      });
    }
  }
}

/** Binds the names in `__all__`, or all that do not begin with an underscore. */
function importAll(evaluation: Evaluation, name: string, scope: Scope): void {
  const module = moduleNamed(evaluation, name, scope.path);
  if (module.kind === "external") {
    const before = scope.names.get(starred);
    scope.names.set(starred, listOf([...(before?.kind === "list" ? before.items : []), module]));
  }
  if (module.kind !== "module" || module.path === undefined) return;
  const { names } = evaluation.modules.namespace(module.path).scope;
  const all = names.get("__all__");
  const listed =
    all === undefined || all.kind === "import"
      ? [...names.keys()].filter((one) => !one.startsWith("_"))
      : iterated(all).items.map(textOf);
  for (const one of listed) {
    if (one === undefined) continue;
    const value = moduleAttribute(evaluation, module, one, scope.path);
    if (value.kind !== "unknown") scope.names.set(one, value);
    else if (!names.has(one)) scope.names.set(one, external(`${name}.${one}`));
  }
}
