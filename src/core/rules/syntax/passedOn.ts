import type { CodeBase } from "../../project/codeBase";

/** What a module imports under a name. */
export interface PassedOn {
  /** The absolute dotted name of the module that it is imported from. */
  readonly module: string;
  /** Its name there; `null` where the module itself is meant. */
  readonly attribute: string | null;
}

/** Where a module's name comes from; `own` where its code gives it a meaning itself, `undefined` where nothing does. */
export function originOf(name: string, path: string, code: CodeBase): PassedOn | "own" | undefined {
  const statements = code.outlineOf(path);
  const bindings = statements.flatMap((statement) => statement.bindings);
  const binding = bindings.findLast((one) => one.name === name);
  if (binding === undefined) return undefined;
  if (binding.kind !== "import") return "own";
  const { from, attribute } = binding;
  const own = code.nameOf(path);
  const up = own.isPackage ? from.level - 1 : from.level;
  const parts = own.name.split(".");
  const base = from.level === 0 ? [] : parts.slice(0, Math.max(0, parts.length - up));
  return { module: [...base, from.module].filter((part) => part !== "").join("."), attribute };
}
