import type { CodeBase } from "../project/codeBase";
import { isSameSet } from "../project/queries";
import { isTestPath } from "../project/testPaths";
import { forEachStatement } from "../python/ast/statementsIn";

/** The last names of all that a code base raises, tests left out. Every statement is looked at: ask it last. */
export function raisedNames(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "raised names",
    () =>
      new Set(code.paths.flatMap((path) => (isTestPath(path) ? [] : [...raisedIn(path, code)]))),
    isSameSet,
  );
}

function raisedIn(path: string, code: CodeBase): ReadonlySet<string> {
  return code.queries.get(`raised names ${path}`, () => namesIn(path, code), isSameSet);
}

function namesIn(path: string, code: CodeBase): ReadonlySet<string> {
  // Bodies of functions count as well.
  code.factsOf(path);
  const found = new Set<string>();
  for (const top of code.statements(path)) {
    forEachStatement(top, (one) => {
      if (one.nodeType !== "Raise" || one.exc === null) return;
      const named = one.exc.nodeType === "Call" ? one.exc.func : one.exc;
      if (named.nodeType === "Name") found.add(named.id);
      if (named.nodeType === "Attribute") found.add(named.attr);
    });
  }
  return found;
}
