import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Finding } from "../rules/finding";
import { fingerprint } from "./fingerprint";
import { type FixedFiles, mergeFixes } from "./fixEdits";
import type { FileEdit } from "./plan";

/** A text that fixes were made for. */
export interface FixBase {
  readonly uri: string;
  /** Its fingerprint. */
  readonly basis: string;
  readonly lineBreak: string;
}

/** Findings of a file that are to be mended. */
export interface ToFix {
  /** The file's path in the project. */
  readonly path: string;
  /** In the order in which their fixes win. */
  readonly findings: readonly Finding[];
  /** The texts that their fixes were made for, by path. */
  readonly bases: ReadonlyMap<string, FixBase>;
}

/**
 * The edits that mend findings together; fixes that conflict with an earlier one are left for the next run. Edits in one
 * group belong together: all of them are applied, or none.
 */
export function fixFindings(files: readonly ToFix[]): readonly (readonly FileEdit[])[] {
  const bases = new Map<string, FixBase>();
  const fixes: FixedFiles[] = [];
  for (const file of files) {
    for (const { fix } of file.findings) {
      if (fix === undefined) continue;
      const edits = new Map([...(fix.elsewhere ?? []), [file.path, fix.edits]]);
      const own = [...edits.keys()].map((path) => [path, file.bases.get(path)] as const);
      // Made for a text that another fix does not know: one of the two is too old.
      const isOdd = own.some(
        ([path, base]) =>
          base === undefined || (bases.get(path)?.basis ?? base.basis) !== base.basis,
      );
      if (isOdd) continue;
      for (const [path, base] of own) if (base !== undefined) bases.set(path, base);
      fixes.push(edits);
    }
  }
  const { edits, conflicting } = mergeFixes(fixes, (path) => bases.get(path)?.lineBreak ?? "\n");
  const leftOut = new Set(conflicting);
  const taken = fixes.filter((_, index) => !leftOut.has(index));
  return groups(taken)
    .map((paths) =>
      paths.flatMap((path): FileEdit[] => {
        const base = bases.get(path);
        const own = edits.get(path) ?? [];
        return base === undefined || own.length === 0
          ? []
          : [{ uri: base.uri, basis: base.basis, edits: own }];
      }),
    )
    .filter((group) => group.length > 0);
}

/** The findings whose fix may be applied without being looked at. */
export function safelyFixable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ fix }) => fix?.safety === "safe");
}

/** The paths that fixes touch, those together that fixes tie together. */
function groups(fixes: readonly FixedFiles[]): readonly (readonly string[])[] {
  const groupOf = new Map<string, Set<string>>();
  for (const fix of fixes) {
    const paths = [...fix.keys()];
    const joined = new Set(paths.flatMap((path) => [path, ...(groupOf.get(path) ?? [])]));
    for (const path of joined) groupOf.set(path, joined);
  }
  return [...new Set(groupOf.values())].map((group) => [...group].sort());
}

/** What the fixes of a document are made for. */
export function fixBase(document: TextDocument): FixBase {
  const text = document.getText();
  const lineBreak = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  return { uri: document.uri, basis: fingerprint(text), lineBreak };
}
