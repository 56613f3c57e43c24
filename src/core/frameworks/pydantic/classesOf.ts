import type { ClassV } from "../../evaluation/value";
import { optionsOf } from "../../evaluation/value";
import type { ModuleRun } from "../../project/codeBase";

/** The classes that a module defines, also within other classes, in the order of the text. */
export function classesOf(run: ModuleRun): readonly ClassV[] {
  const found = new Set<ClassV>();
  const collect = (of: ClassV): void => {
    if (of.path !== run.path || found.has(of)) return;
    found.add(of);
    for (const member of of.members.values()) if (member.kind === "class") collect(member);
  };
  for (const value of run.scope.names.values()) {
    if (value.kind === "import") continue;
    for (const option of optionsOf(value)) if (option.kind === "class") collect(option);
  }
  return [...found].sort((a, b) => a.node.line - b.node.line);
}
