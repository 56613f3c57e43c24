import { execFile, spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { repositoryOf } from "../server/repository";

const root = join(import.meta.dirname, "../..");
const cleanUp: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const raising = (name: string) =>
  `from __future__ import annotations\n\nfrom fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "${name}")\n`;

/** Runs the action's check in a repository whose only file changed. */
async function check(env: Record<string, string>) {
  const { folder, remove } = await repositoryOf({ "a.py": raising("one") });
  cleanUp.push(remove);
  await writeFile(join(folder, "a.py"), raising("two"));
  const temp = join(folder, ".temp");
  await mkdir(temp);
  const [output, summary] = [join(temp, "output"), join(temp, "summary")];
  const child = spawn("bash", [join(root, "ci/check.sh")], {
    cwd: folder,
    env: {
      ...process.env,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: folder,
      BACKEND_SPEC: join(root, "dist/cli.js"),
      TARGET: ".",
      FAIL_ON: "warning",
      SARIF: "true",
      ...env,
    },
  });
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => {
    log += chunk.toString();
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const lines = (await readFile(output, "utf8")).trim().split("\n");
  const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2)));
  return { code, log, outputs, summary };
}

test("the check annotates, and leaves review, comment and SARIF for the steps after it", async () => {
  const { code, log, outputs, summary } = await check({ SINCE: "HEAD" });
  expect(code).toBe(0);
  expect(outputs.code).toBe("1");
  expect(log).toMatch(/^::warning file=a\.py,line=7/m);
  expect(await readFile(summary, "utf8")).toContain("1 finding in 1 file");
  expect(await readFile(outputs.review, "utf8")).toContain("# Backend review");
  expect(await readFile(outputs.comment, "utf8")).toContain("<!-- backend-spec review -->");
  expect(JSON.parse(await readFile(outputs.sarif, "utf8")).runs).toHaveLength(1);
});

test("without a commit to compare with, all is checked; a wrong one fails and says why", async () => {
  const all = await check({ SINCE: "0000000000000000000000000000000000000000" });
  expect(all.outputs.code).toBe("1");
  const wrong = await check({ SINCE: "nowhere" });
  expect({ code: wrong.code, outputs: wrong.outputs }).toEqual({ code: 2, outputs: { code: "2" } });
});

/** A server that keeps comments as GitHub's does, with one of somebody else. */
async function comments(mayWrite = true) {
  const kept = [{ id: 1, body: "<!-- backend-spec review -->\nquoted", user: { type: "User" } }];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const id = Number(/comments\/(\d+)$/.exec(request.url ?? "")?.[1]);
    const isAllowed = mayWrite || request.method === "GET";
    response.writeHead(isAllowed ? 200 : 403, { "content-type": "application/json" });
    if (isAllowed && request.method === "POST")
      kept.push({ id: 2, user: { type: "Bot" }, ...JSON.parse(text) });
    const own = kept.find((one) => one.id === id);
    if (isAllowed && request.method === "PATCH" && own) Object.assign(own, JSON.parse(text));
    response.end(JSON.stringify(request.method === "GET" ? kept : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUp.push(() => server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { kept, api: `http://127.0.0.1:${address.port}` };
}

async function post(api: string, file: string): Promise<string> {
  const env = {
    ...process.env,
    COMMENT: file,
    PULL_REQUEST: "7",
    GITHUB_API_URL: api,
    GITHUB_REPOSITORY: "a/b",
    GITHUB_TOKEN: "t",
  };
  const run = promisify(execFile);
  return (await run(process.execPath, [join(root, "ci/postComment.mjs")], { env })).stdout.trim();
}

test("one comment is posted, and updated by the next run", async () => {
  const { outputs } = await check({ SINCE: "HEAD" });
  const { kept, api } = await comments();
  expect(await post(api, outputs.comment)).toBe("The review is posted.");
  await writeFile(outputs.comment, `${await readFile(outputs.comment, "utf8")}more\n`);
  expect(await post(api, outputs.comment)).toBe("The review is updated.");
  expect(kept.map(({ id }) => id)).toEqual([1, 2]);
  expect(kept[1]?.body).toMatch(/more\n$/);
});

test("without the right to write, the run goes on with a warning", async () => {
  const { outputs } = await check({ SINCE: "HEAD" });
  const { api } = await comments(false);
  expect(await post(api, outputs.comment)).toMatch(/^::warning::The review could not be posted/);
});

test("action.yml names only inputs and outputs that it has", async () => {
  const text = await readFile(join(root, "action.yml"), "utf8");
  const { inputs } = z.object({ inputs: z.record(z.string(), z.unknown()) }).parse(parse(text));
  const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name ?? "");
  expect(Object.keys(inputs).sort()).toEqual([...new Set(used)].sort());
});
