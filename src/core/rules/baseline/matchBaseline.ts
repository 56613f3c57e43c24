import type { Finding } from "../finding";
import type { BaselineEntry } from "./baseline";
import { sourceHash } from "./sourceHash";

/** A finding that a baseline knows. */
export interface BaselinedFinding {
  readonly finding: Finding;
  readonly entry: BaselineEntry;
}

/** A file's findings, and those of them that a baseline knows. */
export interface Matched {
  readonly findings: readonly Finding[];
  readonly baselined: readonly BaselinedFinding[];
}

/** The entries of a baseline, to be asked file by file. */
export class Baseline {
  private readonly byFinding = new Map<string, BaselineEntry[]>();
  private readonly paths: ReadonlySet<string>;

  constructor(readonly entries: readonly BaselineEntry[]) {
    this.paths = new Set(entries.map(({ path }) => path));
    for (const entry of entries) {
      const key = keyOf(entry.rule, entry.hash);
      const same = this.byFinding.get(key);
      if (same === undefined) this.byFinding.set(key, [entry]);
      else same.push(entry);
    }
  }

  /**
   * Parts a file's findings into those that are new and those that the baseline knows: under the file's own path or,
   * where it has nothing of that, under one that is gone, as the file may have been moved.
   */
  match(
    path: string,
    findings: readonly Finding[],
    sourceOf: (finding: Finding) => string,
    isGone: (path: string) => boolean,
  ): Matched {
    if (this.entries.length === 0) return { findings, baselined: [] };
    const isNew = !this.paths.has(path);
    const used = new Map<BaselineEntry, number>();
    const baselined: BaselinedFinding[] = [];
    const left = findings.filter((finding) => {
      const source = sourceOf(finding);
      const known = this.byFinding.get(keyOf(finding.rule, sourceHash(source))) ?? [];
      // What is said of a file as a whole stands at its first character, which many files share: there the name tells.
      const isTelling = source.trim().length > 1;
      const mayBeFrom = (old: string): boolean =>
        isNew && isGone(old) && (isTelling || nameOf(old) === nameOf(path));
      const isFree = (entry: BaselineEntry): boolean => (used.get(entry) ?? 0) < entry.count;
      const entry =
        known.find((one) => one.path === path && isFree(one)) ??
        known.find((one) => isFree(one) && mayBeFrom(one.path));
      if (entry === undefined) return true;
      used.set(entry, (used.get(entry) ?? 0) + 1);
      baselined.push({ finding, entry });
      return false;
    });
    return { findings: left, baselined };
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function keyOf(rule: string, hash: string): string {
  return `${rule} ${hash}`;
}
