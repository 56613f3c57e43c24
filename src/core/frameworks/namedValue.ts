import { attributeOf } from "../evaluation/attributes";
import { moduleAttribute } from "../evaluation/names";
import type { ModuleV, Value } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";

/**
 * What a dotted name of a configuration stands for in the project: `app.db.Base`, also where `app.db` only imports it.
 * @param from the file from whose place the name is meant
 */
export function namedValue(name: string, from: string, code: CodeBase): Value | undefined {
  const parts = name.split(".");
  for (let length = parts.length - 1; length > 0; length--) {
    const moduleName = parts.slice(0, length).join(".");
    const path = code.resolve(moduleName, from);
    if (typeof path !== "string") continue;
    const module: ModuleV = { kind: "module", name: moduleName, path };
    const [first = "", ...rest] = parts.slice(length);
    const evaluation = code.typeEvaluation();
    const { scope } = code.namespace(path);
    const value = moduleAttribute(evaluation, module, first, from);
    const found = rest.reduce((of, attr) => attributeOf(evaluation, of, attr, scope), value);
    return found.kind === "unknown" ? undefined : found;
  }
  return undefined;
}
