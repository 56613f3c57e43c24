import { folderOf } from "../paths";
import { type Candidate, CandidateFinder, type Candidates } from "./candidates";
import { type FileTree, foldersAbove, sharedFolders } from "./fileTree";

/** The absolute dotted names that a file imports: `a.b` for `import a.b`, `a` and `a.b` for `from a import b`. */
export type ImportsOf = (path: string) => Iterable<string>;

/** How much speaks for each folder to be the root of another one, by root. */
export type Ballot = ReadonlyMap<string, number>;

/** What the imports of a repository say about a folder. */
export interface FolderVotes {
  /** Names of two parts and more: hardly ever a coincidence. */
  readonly strong: Ballot;
  /** `import helpers` in a file at or below the folder that `helpers.py` is in. */
  readonly near: Ballot;
  /** `import helpers` elsewhere, where only one file can be meant. */
  readonly far: Ballot;
}

interface MutableVotes {
  readonly strong: Map<string, number>;
  readonly near: Map<string, number>;
  readonly far: Map<string, number>;
}

/** More files of one name than this, none of them above the importing file, tell nothing. */
const maxFarCandidates = 16;

/**
 * What the imports of all files say: each import that fits a file is a vote for the folder it must start from, for
 * that file's folder and those between. Takes time in proportion to the number of files and imports.
 */
export function countVotes(tree: FileTree, importsOf: ImportsOf): ReadonlyMap<string, FolderVotes> {
  const finder = new CandidateFinder(tree);
  const byName = new Map<string, Candidates>();
  let folder: string | undefined;
  let above: readonly string[] = [];
  for (const path of tree.files) {
    if (folderOf(path) !== folder) {
      folder = folderOf(path);
      above = [...foldersAbove(path), ""];
    }
    for (const name of importsOf(path)) {
      let candidates = byName.get(name);
      if (candidates === undefined) {
        candidates = finder.candidatesOf(name);
        byName.set(name, candidates);
      }
      if (candidates.size > 0) vote(path, above, candidates);
    }
  }
  const votes = new Map<string, MutableVotes>();
  for (const [name, candidates] of byName) {
    const isLong = name.includes(".");
    for (const candidate of candidates.values()) {
      spread(candidate, isLong, candidates.size === 1, votes);
    }
  }
  return votes;
}

function vote(from: string, above: readonly string[], candidates: Candidates): void {
  for (const folder of above) {
    const nearest = candidates.get(folder);
    if (nearest === undefined) continue;
    // A file `redis.py` that imports `redis` means the package of that name.
    if (nearest.path !== from) nearest.near += 1;
    return;
  }
  if (candidates.size > maxFarCandidates) return;
  let most = -1;
  let nearest: Candidate[] = [];
  for (const candidate of candidates.values()) {
    const shared = candidates.size === 1 ? 0 : sharedFolders(candidate.root, from);
    if (shared > most) nearest = [];
    if (shared >= most) nearest.push(candidate);
    most = Math.max(most, shared);
  }
  for (const candidate of nearest) candidate.far += 1;
}

function spread(
  { path, root, near, far }: Candidate,
  isLong: boolean,
  isOnly: boolean,
  votes: Map<string, MutableVotes>,
): void {
  const counts = isLong
    ? { strong: 2 * near + far, near: 0, far: 0 }
    : { strong: 0, near, far: isOnly ? far : 0 };
  if (counts.strong + counts.near + counts.far === 0) return;
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    let own = votes.get(folder);
    if (own === undefined) {
      own = { strong: new Map(), near: new Map(), far: new Map() };
      votes.set(folder, own);
    }
    for (const kind of ["strong", "near", "far"] as const) {
      if (counts[kind] > 0) own[kind].set(root, (own[kind].get(root) ?? 0) + counts[kind]);
    }
    if (folder === root) return;
  }
}
