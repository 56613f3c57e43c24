import type { Place } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { walk } from "../../python/ast/visit";
import type { Dependency } from "./dependency";
import { urlKind } from "./urlKinds";

/** The f-strings of a file that begin as the URL of a database or a queue does. */
export function writtenUrls(path: string, codeBase: CodeBase): readonly Dependency[] {
  return codeBase.queries.get(`written URLs ${path}`, () => urlsIn(path, codeBase));
}

function urlsIn(path: string, codeBase: CodeBase): readonly Dependency[] {
  // Bodies of functions count as well.
  codeBase.factsOf(path);
  const found: Dependency[] = [];
  for (const statement of codeBase.statements(path)) {
    walk(statement, (node) => {
      if (node.nodeType !== "JoinedStr") return;
      const [first] = node.values;
      const start = first?.nodeType === "Constant" ? first.value : undefined;
      // What follows the scheme is computed, as a rule.
      const kind = typeof start === "string" ? urlKind(`${start} `) : undefined;
      const place: Place = { path, line: node.line, character: node.character };
      if (kind !== undefined) found.push({ kind, place });
    });
  }
  return found;
}
