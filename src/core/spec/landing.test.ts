import { describe, expect, test } from "vitest";
import type { FileSystem } from "../ports";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { findLanding, type LandingRequest } from "./landing";

const folder = "file:///work/shop";

/** A file system of empty files. */
function filesAt(uris: readonly string[]): FileSystem {
  return new MemoryFileSystem(Object.fromEntries(uris.map((uri) => [uri, ""])));
}

function land(request: Partial<LandingRequest>, fileSystem: FileSystem = filesAt([])) {
  const place = { folder, specsFolder: "specs", slug: "scoring-service", file: "backend-spec.md" };
  return findLanding({ ...place, ...request }, fileSystem);
}

async function pathOf(request: Partial<LandingRequest>, fileSystem?: FileSystem): Promise<string> {
  const result = await land(request, fileSystem);
  if ("problem" in result) throw new Error(result.problem);
  expect(decodeURIComponent(result.uri)).toBe(`${folder}/${result.path}`);
  return result.path;
}

async function problemOf(request: Partial<LandingRequest>, fileSystem?: FileSystem) {
  const result = await land(request, fileSystem);
  if (!("problem" in result)) throw new Error("there is a place");
  return result;
}

describe("the number", () => {
  const under = (...names: string[]) =>
    filesAt(names.map((name) => `${folder}/specs/${name}/spec.md`));

  test.each([
    [["001-users"], "002"],
    [["001-users", "004-orders"], "005"],
    [["0999-old", "12-short"], "1000"],
    [["1000-many"], "1001"],
    [["drafts", "x-7", "7", "20260115-143022-import", "v2-api"], "001"],
    [["003-scoring-service"], "004"],
    [["003-scoring-service-v2"], "004"],
  ])("after %j is %s", async (names, number) => {
    expect(await pathOf({}, under(...names))).toBe(
      `specs/${number}-scoring-service/backend-spec.md`,
    );
  });

  test("is that of an empty folder of the same name, which undo leaves", async () => {
    const files = filesAt([`${folder}/specs/003-scoring-service/x`]);
    const emptied: FileSystem = {
      readFile: (uri) => files.readFile(uri),
      stat: (uri) => files.stat(uri),
      readDirectory: async (uri) =>
        uri.endsWith("-scoring-service") ? [] : await files.readDirectory(uri),
    };
    expect(await pathOf({}, emptied)).toBe("specs/003-scoring-service/backend-spec.md");
  });

  test("does not look at files", async () => {
    const fileSystem = filesAt([`${folder}/specs/009-notes.md`, `${folder}/specs/001-a/spec.md`]);
    expect(await pathOf({}, fileSystem)).toBe("specs/002-scoring-service/backend-spec.md");
  });

  test("counts in the configured folder, wherever that is", async () => {
    const fileSystem = filesAt([`${folder}/docs/my%20specs/010-a/spec.md`, `${folder}/002-b/x.md`]);
    const name = "scoring-service/backend-spec.md";
    expect(await pathOf({ specsFolder: "./docs//my specs/" }, fileSystem)).toBe(
      `docs/my specs/011-${name}`,
    );
    expect(await pathOf({ specsFolder: "." }, fileSystem)).toBe(`003-${name}`);
    expect(await pathOf({ specsFolder: "docs\\new" }, fileSystem)).toBe(`docs/new/001-${name}`);
  });
});

describe("a feature folder", () => {
  const feature = `${folder}/specs/003-scoring/spec.md`;

  test("that the user names is used", async () => {
    expect(await pathOf({ into: "specs/003-scoring/" }, filesAt([feature]))).toBe(
      "specs/003-scoring/backend-spec.md",
    );
  });

  test("that is none is a problem", async () => {
    expect((await problemOf({ into: "specs/004-x" }, filesAt([feature]))).problem).toBe(
      "There is no folder “specs/004-x” to put the spec into.",
    );
    expect(
      (await problemOf({ into: "specs/003-scoring/spec.md" }, filesAt([feature]))).problem,
    ).toMatch(/^There is no folder/);
  });

  test("that holds a document already is a problem that names it", async () => {
    const existing = `${folder}/specs/003-scoring/backend-spec.md`;
    const result = await problemOf({ into: "specs/003-scoring" }, filesAt([feature, existing]));
    expect(result.existing).toBe(existing);
    expect(result.problem).toMatch(/^specs\/003-scoring\/backend-spec\.md is there already/);
  });
});

describe("a problem", () => {
  test("is a document of the same name, which stays as it is", async () => {
    const existing = `${folder}/specs/002-scoring-service/backend-spec.md`;
    const fileSystem = filesAt([existing, `${folder}/specs/001-scoring-service/spec.md`]);
    expect(await problemOf({}, fileSystem)).toEqual({
      problem:
        "specs/002-scoring-service/backend-spec.md is there already. Open it, choose another name, or name another folder.",
      existing,
    });
  });

  test.each(["../specs", "a/../../b", "/etc", "C:\\specs", "\\\\host\\specs"])(
    "is the folder %j",
    async (outside) => {
      const message = `“${outside}” does not lie inside the workspace folder.`;
      expect((await problemOf({ specsFolder: outside })).problem).toBe(message);
      expect((await problemOf({ into: outside })).problem).toBe(message);
    },
  );

  test("is a folder of specs that is a file", async () => {
    const { problem } = await problemOf({}, filesAt([`${folder}/specs`]));
    expect(problem).toBe("“specs” is a file, so no spec can go into it.");
  });
});
