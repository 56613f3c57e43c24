import { writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { joinUri } from "../../core/project/paths";
import type { Review } from "../../core/review/review";
import { reviewComment } from "../../core/review/reviewComment";
import { reviewMarkdown } from "../../core/review/reviewMarkdown";
import { reviewProject } from "../../core/review/reviewProject";
import { explain } from "../../node/fileSystem";
import { changesSince } from "../changesSince";
import { exitCodes, UsageError } from "../exit";
import { refuseUnreadBaselines } from "../lint/baseline";
import { analysisOptions, isGiven, openProject } from "../openProject";
import { progress } from "../progress";

/** The formats of `review`. */
export const reviewFormats = ["markdown", "json", "comment"] as const;

const optionsSchema = analysisOptions.extend({
  format: z.enum(reviewFormats),
  since: z.string().optional(),
  out: z.string().optional(),
});

/** `backend-spec review`. @returns the exit code, which is 0 whenever it could be written */
export async function runReview(path: string | undefined, given: unknown): Promise<number> {
  const options = optionsSchema.parse(given);
  const opened = await openProject(path === undefined ? [] : [path], options);
  const { project, files, root, paths } = opened;
  const changes =
    options.since === undefined ? undefined : await changesSince(project, options.since);
  for (const note of changes?.notes ?? []) console.error(note);
  const review = await reviewProject(project, files, {
    root: root.split(sep).join("/"),
    nameOf: (one) => {
      const absolute = fileURLToPath(joinUri(project.root, one));
      return relative(root, absolute).split(sep).join("/");
    },
    isAsked: (one) => isGiven(project, one, paths),
    changes,
    onProgress: progress("Checking"),
  });
  refuseUnreadBaselines(project);
  const text = written(review, options.format);
  if (options.out === undefined) process.stdout.write(text);
  else await write(resolve(options.out), text);
  return exitCodes.clean;
}

function written(review: Review, format: (typeof reviewFormats)[number]): string {
  if (format === "json") return `${JSON.stringify(review, undefined, 2)}\n`;
  return format === "markdown" ? reviewMarkdown(review) : reviewComment(review, onGitHub(review));
}

/** Addresses of places in the commit that GitHub's Actions run on; none elsewhere. */
function onGitHub({ root }: Review) {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_WORKSPACE, REVIEW_SHA, GITHUB_SHA } =
    process.env;
  const commit = REVIEW_SHA || GITHUB_SHA;
  return ({ path, line }: { readonly path: string; readonly line: number }): string | undefined => {
    if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !commit) return undefined;
    const file = relative(GITHUB_WORKSPACE || process.cwd(), resolve(root, path));
    const parts = file.split(sep).map(encodeURIComponent).join("/");
    return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${commit}/${parts}#L${line}`;
  };
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written, ${explain(error)}`);
  }
}
