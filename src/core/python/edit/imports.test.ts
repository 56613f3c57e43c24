import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { fixFindings } from "../../edits/fixAll";
import { createTestProject } from "../../testing/testProject";
import { missingImports, type NeededImport } from "./imports";

const query: NeededImport = { module: "fastapi", name: "Query", packages: ["fastapi"] };

async function linesFor(needed: readonly NeededImport[], text: string) {
  const { project } = await createTestProject({ "app.py": text });
  const file = await project.pythonFile("app.py");
  if (file === undefined) throw new Error("no file");
  return missingImports(needed, file)?.map(({ at, lead, lines }) => `${at.line}:${lead}${lines}`);
}

describe("missingImports", () => {
  test("below the imports at the top, in the group of their package", async () => {
    const text =
      '"""Text."""\n\nimport os\nfrom fastapi import APIRouter\n\nrouter = APIRouter()\n';
    expect(await linesFor([query], text)).toEqual(["4:from fastapi import Query"]);
    expect(await linesFor([{ module: "anyio" }], text)).toEqual(["4:\nimport anyio"]);
  });

  test("nothing for what is there, be it from another module of the same package", async () => {
    expect(await linesFor([query], "from fastapi.params import Query\n")).toEqual([]);
    expect(await linesFor([{ module: "anyio" }], "import anyio\n")).toEqual([]);
  });

  test.each([
    ["another thing has the name", "import os\n\n\nclass Query:\n    pass\n"],
    ["it comes from another package", "from strawberry import Query\n"],
    ["the name is that of something else's import", "import os\nfrom x import y as Query\n"],
    [
      "it is there for type checkers only",
      "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from fastapi import Query\n",
    ],
    ["there are no imports", "x = 1\n"],
    ["the last import has no line break behind it", "import os"],
  ])("none at all where %s", async (_, text) => {
    expect(await linesFor([query, { module: "os" }], text)).toBeUndefined();
  });
});

test("fixes of several rules leave imports above constants", async () => {
  const before = `import time
from fastapi import APIRouter, HTTPException
router = APIRouter()


@router.get("/users/{user_id}")
async def read_user(user_id: int):
    time.sleep(5)
    raise HTTPException(404, "There is no such user")
`;
  const { project } = await createTestProject({ "app.py": before });
  const rules = ["inline-error-string", "blocking-call-in-async"];
  const report = await project.check("app.py", { select: rules, ignore: [] });
  expect(report.findings.map(({ rule }) => rule).sort()).toEqual(rules.toSorted());
  // Whichever comes first, as another order of findings gives another order of insertions.
  for (const findings of [report.findings, report.findings.toReversed()]) {
    const [edit] = fixFindings([{ ...report, findings }]).flat();
    const document = TextDocument.create("", "python", 0, before);
    expect(TextDocument.applyEdits(document, [...(edit?.edits ?? [])])).toBe(`import time
from fastapi import APIRouter, HTTPException

import anyio

ERROR_THERE_IS_NO_SUCH_USER = "There is no such user"

router = APIRouter()


@router.get("/users/{user_id}")
async def read_user(user_id: int):
    await anyio.sleep(5)
    raise HTTPException(404, ERROR_THERE_IS_NO_SUCH_USER)
`);
  }
});
