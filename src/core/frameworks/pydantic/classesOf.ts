import type { ClassV } from "../../evaluation/value";
import type { ModuleRun } from "../../project/codeBase";

/** The classes that a module makes when it is imported, also within other classes, in the order of the text. */
export function classesOf(run: ModuleRun): readonly ClassV[] {
  const classes = [...run.definitions.values()].filter((one) => one.kind === "class");
  return classes.sort((a, b) => a.node.line - b.node.line);
}
