import { nearestName } from "../../core/text/nearestName";
import { git, gitText } from "./git";

/** The commit that a work tree is compared with. */
export interface BaseCommit {
  /** Its full name. */
  readonly hash: string;
  /** Why it is another one than one would expect. */
  readonly note: string | undefined;
}

/**
 * The commit at which the work tree's history and that of a reference part. Rejects with a message that says what is
 * missing, and in a shallow clone with the command that brings it.
 */
export async function baseCommit(folder: string, reference: string): Promise<BaseCommit> {
  const named = await commitNamed(folder, reference);
  // A checkout of a pull request has the other branch as the remote's alone.
  const remote = `origin/${reference}`;
  const given = named ?? (await commitNamed(folder, remote));
  if (given === undefined) throw new Error(await whyUnknown(folder, reference));
  const base = await git(folder, ["merge-base", given, "HEAD"]);
  const hash = base.output.toString().trim();
  const isRemote = named === undefined;
  const note = isRemote ? `There is no "${reference}" here: compared with ${remote}.` : undefined;
  if (base.code === 0 && hash !== "") return { hash, note };
  if (await isShallow(folder)) {
    throw new Error(
      `This clone is shallow and ends before "${reference}" and HEAD meet. ${whatBringsAll}`,
    );
  }
  return {
    hash: given,
    note: `"${reference}" shares no history with HEAD: compared with it as it is.`,
  };
}

async function commitNamed(folder: string, name: string): Promise<string | undefined> {
  // The end of options keeps a name that begins with a dash from being one.
  const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const { code, output } = await git(folder, args);
  return code === 0 ? output.toString().trim() : undefined;
}

async function whyUnknown(folder: string, reference: string): Promise<string> {
  if ((await commitNamed(folder, "HEAD")) === undefined) {
    return "The repository has no commit yet: there is nothing to compare with.";
  }
  if (await isShallow(folder)) {
    const remote = /^(?:refs\/remotes\/)?origin\/(.+)$/.exec(reference)?.[1] ?? reference;
    const fetch = /^[0-9a-f]{7,64}$|[~^@]/.test(remote)
      ? "git fetch --unshallow"
      : `git fetch --unshallow origin +${remote}:refs/remotes/origin/${remote}`;
    return `This clone is shallow and does not have "${reference}". Bring it with: ${fetch} (in GitHub's checkout action: fetch-depth: 0)`;
  }
  const names = await gitText(folder, ["for-each-ref", "--format=%(refname:short)"]);
  const nearest = nearestName(reference, names.split("\n").filter(Boolean));
  const hint = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
  return `There is no commit "${reference}".${hint}`;
}

const whatBringsAll =
  "Bring the rest with: git fetch --unshallow (in GitHub's checkout action: fetch-depth: 0)";

async function isShallow(folder: string): Promise<boolean> {
  const answer = await git(folder, ["rev-parse", "--is-shallow-repository"]);
  return answer.output.toString().trim() === "true";
}
