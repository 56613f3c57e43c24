import type { Finding } from "../finding";
import type { BaselineEntry } from "./baseline";
import { sourceHash } from "./sourceHash";

/** The entries that would make a file's findings known. @param path as a baseline names the file */
export function recordFindings(
  path: string,
  findings: readonly Finding[],
  sourceOf: (finding: Finding) => string,
): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const finding of findings) {
    const { rule } = finding;
    const hash = sourceHash(sourceOf(finding));
    const key = `${rule} ${hash}`;
    entries.set(key, { path, rule, hash, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries.values()];
}
