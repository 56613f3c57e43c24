import type { TextDocument } from "vscode-languageserver-textdocument";
import { type FixBase, fixBase } from "../edits/fixAll";
import type { Finding, Fix } from "../rules/finding";
import type { FileReport, SourceText } from "./fileReport";

/** What has to be known of the files that fixes change. */
export interface FixedFiles {
  /** What the index read a file from. */
  contentOf(path: string): string | undefined;
  /** Whether a file is the project's own, and not excluded. */
  isOwn(path: string): boolean;
  /** Whether nothing in a file is an error of syntax. */
  isPython(path: string): boolean;
  /** A file's text as it is now; `undefined` where it cannot be read. */
  textOf(path: string): Promise<SourceText | undefined>;
}

/**
 * Findings with the texts that their fixes were made for. A fix that needs another file goes where that has changed since
 * the index read it, or is not the project's own; and each where a file it needs is not Python throughout.
 */
export async function withBases(
  path: string,
  document: TextDocument,
  findings: readonly Finding[],
  files: FixedFiles,
): Promise<Pick<FileReport, "findings" | "bases">> {
  const elsewhere = findings.flatMap(({ fix }) => [...(fix?.elsewhere?.keys() ?? [])]);
  const indexed = new Map(elsewhere.map((other) => [other, files.contentOf(other)]));
  const bases = new Map<string, FixBase>();
  if (findings.some(({ fix }) => fix)) bases.set(path, fixBase(document));
  for (const [other, content] of indexed) {
    if (!files.isOwn(other)) continue;
    const text = await files.textOf(other);
    if (text !== undefined && text.content === content) bases.set(other, fixBase(text.document));
  }
  const isWhole = ({ elsewhere }: Fix): boolean =>
    files.isPython(path) &&
    [...(elsewhere?.keys() ?? [])].every((other) => bases.has(other) && files.isPython(other));
  return {
    bases,
    findings: findings.map((one) =>
      one.fix === undefined || isWhole(one.fix) ? one : { ...one, fix: undefined },
    ),
  };
}
