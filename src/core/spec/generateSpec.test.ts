import { describe, expect, test } from "vitest";
import { frontMatterText } from "../markdown/frontMatter";
import { parseMarkdown } from "../markdown/parseMarkdown";
import type { FileSystem } from "../ports";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { formats } from "./formats";
import { generateSpec, type SpecRequest } from "./generateSpec";
import { countPlaces } from "./places";
import { renderSpec, writersOf } from "./renderSpec";
import { subjectOf } from "./subject";

const folder = "file:///work/shop";

/** A file system of empty files. */
function filesAt(uris: readonly string[]): FileSystem {
  return new MemoryFileSystem(Object.fromEntries(uris.map((uri) => [uri, ""])));
}
const line = "ScoringService — compute evaluation metrics for submissions";
const clock = { today: () => "2026-01-15" };

function generate(request: Partial<SpecRequest>, fileSystem: FileSystem = filesAt([])) {
  const whole: SpecRequest = { line, format: "service", folder, specsFolder: "specs", ...request };
  return generateSpec(whole, { fileSystem, clock });
}

async function problemOf(request: Partial<SpecRequest>, fileSystem?: FileSystem) {
  const result = await generate(request, fileSystem);
  if (!("problem" in result)) throw new Error("a document was generated");
  return result;
}

test("a line becomes one new file", async () => {
  const result = await generate({});
  if ("problem" in result) throw new Error(result.problem);
  const { plan, path, uri, toFill } = result;
  expect(path).toBe("specs/001-scoring-service/backend-spec.md");
  expect(uri).toBe(`${folder}/${path}`);
  expect(plan).toMatchObject({
    title: "Generate Backend Spec: ScoringService",
    creations: [{ uri }],
    edits: [],
  });
  const document = parseMarkdown(plan.creations[0]?.content ?? "");
  expect(document.frontMatter?.entries.map(({ key, value }) => [key, value])).toEqual([
    ["backend-spec", "service"],
    ["name", "ScoringService"],
    ["date", "2026-01-15"],
    ["status", "draft"],
  ]);
  expect(document.headings[0]).toMatchObject({ level: 1, text: "Backend Spec: ScoringService" });
  expect(toFill).toBe(countPlaces(document));
  expect(toFill).toBeGreaterThan(20);
});

describe("a problem", () => {
  test("is a document that is there already, which stays as it is", async () => {
    const existing = `${folder}/specs/002-scoring-service/backend-spec.md`;
    expect(await problemOf({}, filesAt([existing]))).toMatchObject({ existing });
  });

  test.each(["", "  ", "—", "?!", "42 — count"])("is the line %j", async (wrong) => {
    const { problem, existing } = await problemOf({ line: wrong });
    expect(problem).toContain("ScoringService — compute");
    expect(existing).toBeUndefined();
  });

  test("is a folder that cannot be read, in the file system's words", async () => {
    const readDirectory = () => Promise.reject(new Error("specs: permission denied"));
    const fileSystem = Object.assign(filesAt([`${folder}/specs/001-a/x.md`]), { readDirectory });
    expect((await problemOf({}, fileSystem)).problem).toBe("specs: permission denied");
  });

  test("is a format that nobody has heard of", async () => {
    expect((await problemOf({ format: "sonnet" })).problem).toBe(
      "There is no format “sonnet”. Choose one of: service, module, task, guide.",
    );
  });
});

test("front matter keeps names that YAML would read otherwise", () => {
  for (const name of [
    "null",
    "Yes",
    "a#b",
    "'x",
    "[y]",
    "{z}",
    "@at",
    "%p",
    "é😀x",
    "0x1f",
    "1e3a",
  ]) {
    const subject = subjectOf({ name, purpose: "" });
    const text = renderSpec(subject, formats.service, writersOf("service"), "2026-01-15");
    const { frontMatter } = parseMarkdown(text.slice(0, text.indexOf("\n# ")));
    expect(frontMatter?.problems).toEqual([]);
    expect(frontMatterText(frontMatter, "name")).toBe(name);
  }
});
