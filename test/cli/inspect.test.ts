import { execFileSync } from "node:child_process";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const place = { file: z.string(), line: z.int().min(1) };

// The shape that `cli.md` fixes, key for key.
const inspection = z.strictObject({
  version: z.literal("1"),
  root: z.string(),
  profile: z.strictObject({ name: z.string().nullable(), reasons: z.array(z.string()) }),
  modules: z.array(
    z.strictObject({ name: z.string(), path: z.string(), files: z.array(z.string()) }),
  ),
  endpoints: z.array(
    z.strictObject({
      method: z.string(),
      path: z.string(),
      handler: z.string(),
      ...place,
      status: z.int(),
      response: z.string().nullable(),
      tags: z.array(z.string()),
      calls: z.array(z.string()),
    }),
  ),
  models: z.array(
    z.strictObject({
      name: z.string(),
      table: z.string(),
      schema: z.string().nullable(),
      ...place,
      columns: z.array(
        z.strictObject({
          name: z.string(),
          type: z.string(),
          nullable: z.boolean(),
          primaryKey: z.boolean(),
          unique: z.boolean(),
          indexed: z.boolean(),
          foreignKeys: z.array(z.string()),
        }),
      ),
    }),
  ),
  schemas: z.array(
    z.strictObject({
      name: z.string(),
      ...place,
      fields: z.array(
        z.strictObject({ name: z.string(), type: z.string(), required: z.boolean() }),
      ),
    }),
  ),
  tasks: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.string(),
      queue: z.string().nullable(),
      maxRetries: z.int().nullable(),
      timeLimitSeconds: z.number().nullable(),
      ...place,
    }),
  ),
  settings: z.array(
    z.strictObject({
      class: z.string(),
      name: z.string(),
      environment: z.string(),
      type: z.string(),
      default: z.union([z.string(), z.number(), z.boolean()]).nullable(),
      ...place,
    }),
  ),
  dependencies: z.array(z.strictObject({ kind: z.string(), ...place })),
  unresolved: z.array(z.strictObject({ what: z.string(), ...place })),
});

const example = join(import.meta.dirname, "../../examples/bookshop");

async function inspect(...words: string[]) {
  const { stdout, code } = await runCli(example, "inspect", ...words, "--format", "json");
  expect(code).toBe(0);
  return inspection.parse(JSON.parse(stdout));
}

describe("inspect", () => {
  test("says what the example is made of, in the shape that is fixed", async () => {
    const found = await inspect(example, "--no-cache");
    expect(found.root).toBe(example);
    expect(found.endpoints.length).toBeGreaterThan(5);
    expect(found.models.length).toBeGreaterThan(1);
    expect(found.schemas.length).toBeGreaterThan(3);
    expect(found.settings.length).toBeGreaterThan(1);
    for (const { file } of [...found.endpoints, ...found.models]) expect(file).not.toMatch(/^\.\./);
  });

  test("prints sections for people", async () => {
    const { stdout } = await runCli(example, "inspect", example, "--no-cache");
    expect(stdout).toMatch(/^Profile: /);
    expect(stdout).toMatch(/\nEndpoints \(\d+\)\n {2}\w+ +\//);
  });

  test("narrows what it says to the folder, with paths relative to it", async () => {
    const { folder, remove } = await workspaceOf({
      "pyproject.toml": "",
      "app/main.py":
        "from fastapi import FastAPI\nfrom app.users import router\napp = FastAPI()\napp.include_router(router.router, prefix='/api')\n",
      "app/users/router.py":
        "from fastapi import APIRouter\nrouter = APIRouter()\n@router.get('/users')\ndef read(): ...\n",
    });
    cleanUp.push(remove);
    const { endpoints } = await inspect(join(folder, "app/users"), "--no-cache");
    expect(endpoints).toMatchObject([{ path: "/api/users", file: "router.py" }]);
  });

  test("keeps a cache, and says the same with it", async () => {
    const { folder, remove } = await workspaceOf({
      "app.py": "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/a')\ndef a(): ...\n",
    });
    cleanUp.push(remove);
    const first = await inspect(folder);
    expect((await readdir(join(folder, ".backend-spec_cache"))).sort()).toEqual([
      ".gitignore",
      "facts.bin",
    ]);
    expect(await inspect(folder)).toEqual(first);
    execFileSync("git", ["init", "-q"], { cwd: folder });
    expect(execFileSync("git", ["status", "--short"], { cwd: folder }).toString()).toBe(
      "?? app.py\n",
    );
    await writeFile(join(folder, ".backend-spec_cache", "facts.bin"), "damaged");
    expect(await inspect(folder)).toEqual(first);
  });
});
