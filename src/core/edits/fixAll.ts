import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../rules/finding";
import { fingerprint } from "./fingerprint";
import { mergeFixes } from "./fixEdits";
import type { FileEdit } from "./plan";

/**
 * The edits that mend findings of one file together; fixes that conflict with an earlier one are left for the next
 * run. `undefined` when there is nothing to mend.
 * @param findings those to mend, in the order in which their fixes win.
 */
export function fixFindings(
  document: TextDocument,
  findings: readonly Finding[],
): FileEdit | undefined {
  const fixes = findings.flatMap(({ fix }) => (fix === undefined ? [] : [fix.edits]));
  const text = document.getText();
  const { edits } = mergeFixes(fixes, lineBreakOf(text));
  return edits.length === 0 ? undefined : { uri: document.uri, basis: fingerprint(text), edits };
}

/** The findings whose fix may be applied without being looked at. */
export function safelyFixable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ fix }) => fix?.safety === "safe");
}

/** The line break of a text: the one it has most likely throughout. */
function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}
