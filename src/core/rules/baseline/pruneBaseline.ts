import type { BaselineEntry } from "./baseline";

/** A file that was judged: which of its findings the baseline knew. */
export interface JudgedFile {
  /** As the baseline names it. */
  readonly path: string;
  readonly baselined: readonly { readonly entry: BaselineEntry }[];
}

/** What a run could tell of the entries. */
export interface Judged {
  readonly files: readonly JudgedFile[];
  /** Whether it can be said of an entry that it matches nothing: its rule was asked, its file was read or is gone. */
  isJudged(entry: BaselineEntry): boolean;
}

/** A baseline without what matches nothing any more. */
export interface Pruned {
  readonly entries: readonly BaselineEntry[];
  /** How many findings it knew that are gone. */
  readonly dropped: number;
  /** Whether an entry went or took another path. */
  readonly isChanged: boolean;
}

/** Leaves out of a baseline what matches nothing any more; what has moved takes its file's new path. */
export function pruneBaseline(entries: readonly BaselineEntry[], judged: Judged): Pruned {
  const uses = new Map<BaselineEntry, Map<string, number>>();
  for (const { path, baselined } of judged.files) {
    for (const { entry } of baselined) {
      const paths = uses.get(entry) ?? new Map<string, number>();
      uses.set(entry, paths.set(path, (paths.get(path) ?? 0) + 1));
    }
  }
  let dropped = 0;
  let isChanged = false;
  const kept = entries.flatMap((entry): readonly BaselineEntry[] => {
    if (!judged.isJudged(entry)) return [entry];
    const used = [...(uses.get(entry) ?? [])].map(([path, count]) => ({ ...entry, path, count }));
    dropped += Math.max(0, entry.count - used.reduce((sum, { count }) => sum + count, 0));
    isChanged ||= uses.get(entry)?.get(entry.path) !== entry.count;
    return used;
  });
  return { entries: joined(kept), dropped, isChanged };
}

/** One entry of each path, rule and source: a moved file may hold what its new place held already. */
function joined(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = [entry.path, entry.rule, entry.hash].join(" ");
    byKey.set(key, { ...entry, count: entry.count + (byKey.get(key)?.count ?? 0) });
  }
  return [...byKey.values()];
}
