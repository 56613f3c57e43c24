import { readFile } from "node:fs/promises";

/**
 * Posts the review as a comment on a pull request, or updates the one that is there. Reads `COMMENT` (a file),
 * `PULL_REQUEST`, and what GitHub's Actions set: `GITHUB_API_URL`, `GITHUB_REPOSITORY`, `GITHUB_TOKEN`
 * (https://docs.github.com/en/rest/issues/comments).
 */
const { COMMENT, PULL_REQUEST, GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN } = process.env;
const comments = `/repos/${GITHUB_REPOSITORY}/issues/${PULL_REQUEST}/comments`;

try {
  const body = await readFile(COMMENT, "utf8");
  const [mark] = body.split("\n", 1);
  const known = await ownComment(mark);
  if (known === undefined) await ask("POST", comments, { body });
  else await ask("PATCH", `/repos/${GITHUB_REPOSITORY}/issues/comments/${known}`, { body });
  process.stdout.write(
    known === undefined ? "The review is posted.\n" : "The review is updated.\n",
  );
} catch (error) {
  // A pull request from a fork has no right to write: its findings stand in the annotations and the summary.
  process.stdout.write(`::warning::The review could not be posted: ${error.message}\n`);
}

/** The comment that an earlier run posted: a bot's, so that a person who quotes one keeps his own words. */
async function ownComment(mark) {
  const most = 100;
  for (let page = 1; ; page++) {
    const found = await ask("GET", `${comments}?per_page=${most}&page=${page}`);
    if (!Array.isArray(found)) throw new Error("GitHub's answer is no list of comments.");
    const own = found.find((one) => one.user?.type === "Bot" && one.body?.startsWith(mark));
    if (own !== undefined || found.length < most) return own?.id;
  }
}

async function ask(method, path, content) {
  const answer = await fetch(`${GITHUB_API_URL}${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${GITHUB_TOKEN}`,
      "content-type": "application/json",
    },
    ...(content && { body: JSON.stringify(content) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
  return await answer.json();
}
