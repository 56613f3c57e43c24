import { folderOf } from "../paths";
import { baseName, type FileTree, isIdentifier } from "./fileTree";
import type { Ballot, FolderVotes } from "./importVotes";

/** Why a folder has the source root it has. */
export type RootReason = "configured" | "imports" | "packages" | "neighbours";

/** Where imports of a folder's files start. */
export interface RootDecision {
  readonly root: string;
  readonly reason: RootReason;
}

/**
 * Decides for each folder where the imports of its files start. What counts, the most telling first: imports of two
 * parts and more, the folder above, `__init__.py` files, imports of one part; folders that nothing is said about take
 * the nearest root above.
 */
export function decideRoots(
  tree: FileTree,
  votes: ReadonlyMap<string, FolderVotes>,
): ReadonlyMap<string, RootDecision> {
  const decided = new Map<string, RootDecision>();
  const open: string[] = [];
  for (const folder of tree.folders) {
    const decision = decide(folder, tree, votes.get(folder), decided);
    if (decision === undefined) open.push(folder);
    else decided.set(folder, decision);
  }
  const roots = new Set([...decided.values()].map(({ root }) => root));
  for (const folder of open) {
    decided.set(folder, { root: nearestRoot(folder, roots, decided), reason: "neighbours" });
  }
  return decided;
}

function decide(
  folder: string,
  tree: FileTree,
  votes: FolderVotes | undefined,
  decided: ReadonlyMap<string, RootDecision>,
): RootDecision | undefined {
  if (folder === "") return undefined;
  const above = folderOf(folder);
  const isPackage = tree.isPackage(folder);
  const canBeNamed = isIdentifier(baseName(folder));
  const byChain = isPackage && canBeNamed ? above : folder;
  const inherited = canBeNamed ? decided.get(above) : undefined;
  const strong = winner(votes?.strong, byChain);
  // A package is not torn apart: votes for another root above it were counted, and lost, in the package.
  const isPart =
    inherited?.reason === "imports" && inherited.root !== above && !isTop(folder, tree);
  if (strong !== undefined && !(isPart && strong !== folder)) {
    return { root: strong, reason: "imports" };
  }
  const near = winner(votes?.near, byChain);
  if (!isPackage && near !== undefined) return { root: near, reason: "imports" };
  if (inherited !== undefined && (inherited.reason === "imports" || !isTop(folder, tree))) {
    return inherited;
  }
  // Below a package, `import redis` beside a `redis.py` means what is installed; at its top, it may be a flat layout.
  if (isPackage && near !== undefined && isTop(folder, tree)) {
    return { root: near, reason: "imports" };
  }
  if (inherited !== undefined) return inherited;
  if (isPackage) return { root: byChain, reason: "packages" };
  const far = winner(votes?.far, byChain);
  return far === undefined ? undefined : { root: far, reason: "imports" };
}

/** Whether the folder above is no package. */
function isTop(folder: string, tree: FileTree): boolean {
  return !tree.isPackage(folderOf(folder));
}

/** The root with the most votes; of several the usual one, then the one that is farthest up. */
function winner(ballot: Ballot | undefined, usual: string): string | undefined {
  if (ballot === undefined) return undefined;
  let best: string | undefined;
  let most = 0;
  for (const [root, count] of ballot) {
    const wins =
      count > most ||
      (count === most && best !== usual && (root === usual || root.length < (best?.length ?? 0)));
    if (!wins) continue;
    best = root;
    most = count;
  }
  return best;
}

/** The nearest folder at or above one that imports start from, or that it shares a root with. */
function nearestRoot(
  folder: string,
  roots: ReadonlySet<string>,
  decided: ReadonlyMap<string, RootDecision>,
): string {
  for (let current = folder; ; current = folderOf(current)) {
    if (current === "" || roots.has(current) || !isIdentifier(baseName(current))) return current;
    const known = decided.get(current);
    if (known !== undefined) return known.root;
  }
}
