import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ChangedFile, Changes, VersionControl } from "../../core/ports";
import { joinUri } from "../../core/project/paths";
import { baseCommit } from "./baseCommit";
import { git, gitText } from "./git";
import { readObjects } from "./readObjects";

/** Git, by its own program: it reads objects and compares, and writes nothing. */
export const gitVersionControl: VersionControl = {
  async changesSince(folderUri, reference, isWanted): Promise<Changes> {
    const folder = fileURLToPath(folderUri);
    const top = await topOf(folder);
    const { hash, note } = await baseCommit(folder, reference);
    const within = (path: string | undefined): string | undefined => {
      if (path === undefined) return undefined;
      const own = relative(folder, join(top, path)).split(sep).join("/");
      const uri = joinUri(folderUri, own);
      return !own.startsWith("../") && isWanted(uri) ? uri : undefined;
    };
    const compared = await comparedFiles(top, hash);
    const entries = await withMoves(top, compared, await untrackedFiles(top));
    const wanted = entries
      .map((entry) => ({ ...entry, now: within(entry.now), earlier: within(entry.earlier) }))
      .filter(({ now, earlier }) => now !== undefined || earlier !== undefined);
    const objects = wanted.flatMap(({ earlier, object }) => (earlier && object ? [object] : []));
    const contents = await readObjects(top, objects);
    const files = wanted.map(
      ({ now, earlier, object }): ChangedFile => ({
        now,
        earlier,
        before: contents.get(object ?? ""),
      }),
    );
    return {
      commit: hash.slice(0, 10),
      files,
      notes: [...(note ? [note] : []), ...(await notes(top))],
    };
  },
};

async function topOf(folder: string): Promise<string> {
  const { code, output, problem } = await git(folder, ["rev-parse", "--show-toplevel"]);
  if (code === 0) return output.toString().replace(/\r?\n$/, "");
  if (/not a git repository/i.test(problem)) {
    throw new Error(`${folder} is in no Git repository: there is nothing to compare with.`);
  }
  if (/must be run in a work tree/i.test(problem)) {
    throw new Error(
      `${folder} belongs to a Git repository without a work tree: there is nothing to compare.`,
    );
  }
  throw new Error(problem.replace(/^fatal: /, ""));
}

interface Compared {
  /** Paths from the work tree's top. */
  readonly now: string | undefined;
  readonly earlier: string | undefined;
  /** The name of what the file held then. */
  readonly object: string | undefined;
}

const submodule = "160000";
/** Instead of a user's own order of files (`diff.orderFile`), which may name a file that is not here. */
const ownOrder = "-O/dev/null";

/** The files that differ between a commit and the work tree, with those that were moved. */
async function comparedFiles(top: string, commit: string): Promise<readonly Compared[]> {
  const plain = ["-M", "--no-abbrev", "--no-ext-diff", ownOrder];
  const args = ["diff", "--raw", "-z", ...plain, commit, "--"];
  const fields = (await gitText(top, args)).split("\0");
  const found: Compared[] = [];
  for (let at = 0; at < fields.length; ) {
    // `:100644 100644 before after M`, then the path; for a rename both paths.
    const [oldMode, newMode, object, , status = ""] = (fields[at++] ?? "").slice(1).split(" ");
    const path = fields[at++];
    if (path === undefined || object === undefined) break;
    const isMoved = status.startsWith("R") || status.startsWith("C");
    const moved = isMoved ? fields[at++] : path;
    if (oldMode === submodule || newMode === submodule) continue;
    const wasThere = !status.startsWith("A");
    found.push({
      now: status.startsWith("D") ? undefined : moved,
      earlier: wasThere && !status.startsWith("C") ? path : undefined,
      object: wasThere && !/^0+$/.test(object) ? object : undefined,
    });
  }
  return unmerged(found);
}

/** A file in conflict stands twice: as unmerged, without what it held, and as changed. */
function unmerged(found: readonly Compared[]): readonly Compared[] {
  const byPath = new Map<string, Compared>();
  for (const one of found) {
    const key = one.now ?? one.earlier ?? "";
    const known = byPath.get(key);
    if (known?.object === undefined) byPath.set(key, one);
  }
  return [...byPath.values()];
}

async function untrackedFiles(top: string): Promise<readonly Compared[]> {
  const names = await gitText(top, ["ls-files", "--others", "--exclude-standard", "-z"]);
  return names
    .split("\0")
    .filter(Boolean)
    .map((now) => ({ now, earlier: undefined, object: undefined }));
}

/** A file that is gone and one that Git does not know with the same contents are one that was moved. */
async function withMoves(
  top: string,
  compared: readonly Compared[],
  untracked: readonly Compared[],
): Promise<readonly Compared[]> {
  const gone = compared.filter(({ now, object }) => now === undefined && object !== undefined);
  if (gone.length === 0 || untracked.length === 0) return [...compared, ...untracked];
  const paths = untracked.map(({ now }) => now ?? "");
  const { output } = await git(top, ["hash-object", "--stdin-paths"], `${paths.join("\n")}\n`);
  const objects = output.toString().split("\n");
  const moved = new Map<Compared, Compared>();
  for (const [index, file] of untracked.entries()) {
    const from = gone.find((one) => one.object === objects[index] && !moved.has(one));
    if (from !== undefined) moved.set(from, { ...from, now: file.now });
  }
  const found = new Set([...moved.values()].map(({ now }) => now));
  return [
    ...compared.map((one) => moved.get(one) ?? one),
    ...untracked.filter(({ now }) => !found.has(now)),
  ];
}

async function notes(top: string): Promise<readonly string[]> {
  const conflicts = await gitText(top, ["diff", "--name-only", "--diff-filter=U", "-z", ownOrder]);
  const names = [...new Set(conflicts.split("\0").filter(Boolean))];
  if (names.length === 0) return [];
  return [`A merge is not resolved yet in ${names.join(", ")}: judged as it stands.`];
}
