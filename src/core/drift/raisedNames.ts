import type { CodeBase } from "../project/codeBase";
import { isTestPath } from "../project/testPaths";
import { forEachStatement } from "../python/ast/statementsIn";

/** The last names of all that a code base raises, tests left out. Every statement is looked at: ask it last. */
export function raisedNames(code: CodeBase): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of code.paths) {
    if (isTestPath(path)) continue;
    for (const top of code.statements(path)) {
      forEachStatement(top, (one) => {
        if (one.nodeType !== "Raise" || one.exc === null) return;
        const named = one.exc.nodeType === "Call" ? one.exc.func : one.exc;
        if (named.nodeType === "Name") found.add(named.id);
        if (named.nodeType === "Attribute") found.add(named.attr);
      });
    }
  }
  return found;
}
