import * as z from "zod";
import { ancestors } from "../../../evaluation/classes";
import { type ClassV, externalName, type Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { namedValue } from "../../../frameworks/namedValue";
import { rootOf } from "../../../frameworks/sqlalchemy/declarative";
import type { TableModel } from "../../../frameworks/sqlalchemy/model";
import { isAside } from "../../../project/asidePaths";
import { defineRule, type RuleContext } from "../../rule";
import { nameRange } from "../../syntax/functions";

const options = z.strictObject({});
type Context = RuleContext<typeof options, "base" | "mixin" | "second">;

/** See docs/rules/model-base.md. */
export const modelBase = defineRule({
  meta: {
    name: "model-base",
    summary: "Make every model from the project's base and mixin",
    rationale:
      "The base and the mixin give all tables the same key, times and mark of deletion, and one metadata for " +
      "migrations. A model without them is forgotten by what relies on that.",
    area: "data",
    source: "Models: inherit from `Base` and `BaseModelMixin`; one primary model a module",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      base: "{model} does not inherit from {name}, as the project's models do.",
      mixin: "{model} does not take {name}, as the project's models do.",
      second: "{model} is another primary model of this module, beside {name}.",
    },
  },
  check(context) {
    const { file, report } = context;
    if (isAside(file.path)) return;
    const models = modelsIn(context);
    for (const { class: of } of models) {
      if (of === undefined) continue;
      for (const key of ["base", "mixin"] as const) {
        const name = missing(of, key, context);
        if (name === undefined) continue;
        const data = { model: of.name, name };
        report({ message: key, data, range: nameRange(of.node) });
        break;
      }
    }
    if (!/(^|\/)models\.py$/.test(file.path)) return;
    const [first, ...others] = models.filter((model) => isPrimary(model, models));
    for (const { class: of } of others) {
      if (of === undefined || first === undefined) continue;
      const data = { model: of.name, name: first.name };
      report({ message: "second", data, range: nameRange(of.node), severity: "hint" });
    }
  },
});

/** The tables whose classes stand in the file; those that only join others are left out. */
function modelsIn({ file, code }: Context): readonly TableModel[] {
  return backend
    .tables(code)
    .tables.filter(
      ({ class: of, isAssociationTable }) => of?.path === file.path && !isAssociationTable,
    );
}

/** The name of the project's base or mixin, where a class does not inherit from it. */
function missing(
  of: ClassV,
  key: "base" | "mixin",
  { config, file, code }: Context,
): string | undefined {
  const { value: name } = config.key(`database.${key}`);
  const wanted = name === undefined ? undefined : namedValue(name, file.path, code);
  if (name === undefined || wanted === undefined || inherits(of, wanted) !== false) {
    return undefined;
  }
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Whether a class inherits from another, or from what `declarative_base()` made; `undefined` where that is not known. */
function inherits(of: ClassV, wanted: Value): boolean | undefined {
  if (wanted.kind === "class") {
    const all = ancestors(of);
    if (all.some((one) => one.kind === "class" && one.node === wanted.node)) return true;
    return all.some(({ kind }) => kind === "unknown" || kind === "choice") ? undefined : false;
  }
  const call = wanted.kind === "instance" ? wanted.call : wanted;
  const root = rootOf(of)?.base;
  if (call.kind !== "call" || call.node === undefined || root === undefined) return undefined;
  if (root.kind === "class" || externalName(root) !== undefined) return false;
  return root.kind === "call" ? root.node === call.node : undefined;
}

/** Whether a model does not belong to another one of the file. */
function isPrimary({ table, columns }: TableModel, models: readonly TableModel[]): boolean {
  const others = new Set(models.map((one) => one.table).filter((name) => name !== table));
  return !columns.some(({ foreignKeys }) =>
    foreignKeys.some((key) => others.has(key.split(".").at(-2) ?? "")),
  );
}
