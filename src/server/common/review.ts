import type { CancellationToken } from "vscode-languageserver";
import { changesOf } from "../../core/changes/changesOf";
import { RewindableFiles } from "../../core/changes/rewindableFiles";
import type { BackendSpec } from "../../core/index";
import type { FileSystem, VersionControl } from "../../core/ports";
import { folderUri, joinUri } from "../../core/project/paths";
import { reviewMarkdown } from "../../core/review/reviewMarkdown";
import { reviewProject } from "../../core/review/reviewProject";
import { type ReviewResult, reviewParamsSchema } from "./protocol";
import type { Workspace } from "./workspace";

/** What a review needs of the server. */
export interface ReviewServices {
  readonly core: BackendSpec;
  readonly fileSystem: FileSystem;
  readonly versionControl: VersionControl | undefined;
  readonly workspace: Workspace;
}

/** Reviews a folder as its files are on disk, or what changed in it. Rejects with a message for the user. */
export async function reviewFolder(
  { core, fileSystem, versionControl, workspace }: ReviewServices,
  params: unknown,
  token: CancellationToken,
): Promise<ReviewResult> {
  const { folder, since } = reviewParamsSchema.parse(params ?? {});
  const asked = folder ?? workspace.all()[0]?.project.root;
  if (asked === undefined) throw new Error("Open a folder first: a review is of its files.");
  const { root } = workspace.projectOf(joinUri(folderUri(asked), "x"));
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  // A project of its own: while it is shown another state, the editor's goes on.
  const files = new RewindableFiles(fileSystem);
  const project = core.openProject(root, files);
  await project.scan(undefined, abort.signal);
  if (since !== undefined && versionControl === undefined) {
    throw new Error("Changes can only be reviewed where Git runs: on the desktop or a server.");
  }
  const changes =
    since !== undefined && versionControl
      ? await changesOf(project, versionControl, since)
      : undefined;
  const below = project.pathOf(joinUri(folderUri(asked), "x"))?.slice(0, -1) ?? "";
  const review = await reviewProject(project, files, {
    root,
    nameOf: (path) => path,
    isAsked: (path) => path.startsWith(below),
    changes,
    signal: abort.signal,
  });
  return { root, markdown: reviewMarkdown(review), notes: [...(changes?.notes ?? [])] };
}
