import type { ContractChange } from "../contract/contractChange";
import { codeDiagrams } from "../diagrams/code/codeDiagrams";
import type { CodeBase } from "../project/codeBase";

/** The sequence of a route that was added or changed; `null` for all else, and where the route calls nothing. */
export function routeSequence(
  { part, kind, file, name }: ContractChange,
  code: CodeBase,
): string | null {
  if (part !== "endpoint" || kind === "removed") return null;
  const drawn = codeDiagrams({ kind: "sequence", path: file, of: name }, code);
  if ("problem" in drawn) return null;
  const text = drawn[0]?.text ?? "";
  // The first message is the request itself.
  return [...text.matchAll(/(?<!-)->>/g)].length > 1 ? text : null;
}
