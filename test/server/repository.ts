import { execFileSync } from "node:child_process";
import { workspaceOf } from "./client";

/** Runs Git in a folder, as somebody. */
export function git(folder: string, ...args: string[]): string {
  const identity = ["user.name=a", "user.email=a@b.example", "commit.gpgsign=false"];
  const all = [...identity.flatMap((one) => ["-c", one]), ...args];
  return execFileSync("git", all, { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

/** A repository with one commit on `main`; removed by `remove`. */
export async function repositoryOf(files: Readonly<Record<string, string>>) {
  const { folder, remove } = await workspaceOf({
    ".backend-spec.yaml": "profile: modular\n",
    ".gitignore": ".backend-spec_cache\n",
    ...files,
  });
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", "--all");
  git(folder, "commit", "--quiet", "--message=first");
  return { folder, remove };
}
