import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { silence } from "../../project/silence";
import { createTestProject } from "../../testing/testProject";

const selection = {
  select: ["inline-error-string", "unused-suppression", "unknown-rule"],
  ignore: [],
};
const head = "from fastapi import HTTPException\n\n\n";

async function check(body: string) {
  const { project } = await createTestProject({ "app.py": head + body });
  const report = await project.check("app.py", selection);
  return {
    project,
    report,
    found: report.findings.map(({ rule, range }) => `${range.start.line - 2}:${rule}`),
    reasons: report.suppressed.map(({ reason }) => reason),
  };
}

describe("suppressions", () => {
  it.each([
    [
      "at the end of the line",
      'raise HTTPException(404, "gone")  # backend-spec: ignore[inline-error-string] old\n',
    ],
    [
      "at the end of a statement's last line",
      'raise HTTPException(\n    404,\n    "gone",\n)  # backend-spec: ignore[inline-error-string] old\n',
    ],
    [
      "at the end of any of its lines",
      'raise HTTPException(\n    404,  # backend-spec: ignore[inline-error-string] old\n    "gone",\n)\n',
    ],
    [
      "alone within brackets",
      'raise HTTPException(\n    404,\n    # backend-spec: ignore[inline-error-string] old\n    "gone",\n)\n',
    ],
    [
      "between what other tools are told",
      'raise HTTPException(404, "gone")  # noqa: EM101  # backend-spec: ignore[inline-error-string] old  # type: ignore[misc]\n',
    ],
    [
      "alone above",
      '# backend-spec: ignore[inline-error-string] old\nraise HTTPException(404, "gone")\n',
    ],
    [
      "for the file",
      '# backend-spec: ignore-file[inline-error-string] old\nx = 1\nraise HTTPException(404, "gone")\n',
    ],
    [
      "beside another rule",
      'raise HTTPException(404, "gone")  # backend-spec: ignore[unused-suppression, inline-error-string] old\n',
    ],
  ])("%s", async (_, body) => {
    const { found, reasons } = await check(body);
    expect(found.filter((one) => one.includes("inline"))).toEqual([]);
    expect(reasons).toEqual(["old"]);
  });

  it("are taken away without what other tools are told", async () => {
    const body =
      "x = 1  # noqa: E501  # backend-spec: ignore[inline-error-string] old  # type: ignore\n";
    const { project, report } = await check(body);
    const [{ fix } = {}] = report.findings;
    const document = await project.textOf("app.py");
    const edits = fix?.edits.replacements.map(({ range, newText }) => ({ range, newText })) ?? [];
    expect(document && TextDocument.applyEdits(document, edits)).toBe(
      `${head}x = 1  # noqa: E501  # type: ignore\n`,
    );
  });

  it("do not reach the next statement", async () => {
    const { found } = await check(
      'x = 1  # backend-spec: ignore[inline-error-string]\nraise HTTPException(404, "gone")\n',
    );
    expect(found).toEqual(["1:unused-suppression", "2:inline-error-string"]);
  });

  it("of a header do not reach into its body", async () => {
    const { found } = await check(
      'def f():  # backend-spec: ignore[inline-error-string]\n    raise HTTPException(404, "gone")\n',
    );
    expect(found).toEqual(["1:unused-suppression", "2:inline-error-string"]);
  });

  it("name the rule that does not exist, at its place", async () => {
    const { report } = await check("x = 1  # backend-spec: ignore[inline-eror-string]\n");
    expect(report.findings).toMatchObject([
      {
        rule: "unknown-rule",
        message: 'There is no rule "inline-eror-string". Did you mean "inline-error-string"?',
        range: { start: { line: 3, character: 30 }, end: { line: 3, character: 48 } },
      },
    ]);
  });

  it.each([
    "# backend-spec: ignore[inline-error-string",
    "# backend-spec: ignore inline-error-string",
    "# backend-spec: ignore[]",
    "# backend-spec: ignore-file",
    "# backend-spec: ignore(inline-error-string) why",
    "# backend-spec ignore[inline-error-string] why",
  ])("are reported where they are written wrongly: %s", async (comment) => {
    const { report } = await check(`x = 1  ${comment}\n`);
    expect(report.findings).toMatchObject([
      {
        rule: "unused-suppression",
        message: expect.stringContaining("brackets"),
        range: {
          start: { line: 3, character: 7 },
          end: { line: 3, character: 7 + comment.length },
        },
        fix: undefined,
      },
    ]);
  });

  it.each([
    "# backend-spec ignores this",
    "# see backend-spec: ignore",
    "# backend-spec: ignored by all",
  ])("are not seen in prose: %s", async (comment) => {
    expect((await check(`x = 1  ${comment}\n`)).found).toEqual([]);
  });

  it("are not called unused where the rule did not run", async () => {
    const { project } = await createTestProject({
      "app.py": "x = 1  # backend-spec: ignore[inline-error-string]\n",
    });
    expect((await project.check("app.py")).findings).toEqual([]);
  });

  it.each([
    ["a module beside it is not there", { "shop/app.py": "from .gone import load\n" }],
    ["a package above it is not there", { "shop/app.py": "from ..gone import load\n" }],
    ["a module of its package is not there", { "shop/app.py": "from shop.gone import load\n" }],
    [
      "what it imports imports a module that is not there",
      {
        "shop/app.py": "from shop.other import load\n",
        "shop/other.py": "from shop.gone import load\n",
      },
    ],
    [
      "what it imports is no Python",
      { "shop/app.py": "from shop.other import load\n", "shop/other.py": "def load(:\n" },
    ],
    ["it is no Python itself", { "shop/app.py": "def load(:\n" }],
    ["the project is a folder of the package", { "shop/app.py": "from project_1.shop import a\n" }],
  ])("are not called unused where %s", async (_, files) => {
    const comment = "x = 1  # backend-spec: ignore[inline-error-string]\n";
    const found = async (head: string): Promise<readonly string[]> => {
      const all = { "shop/__init__.py": "", ...files, "shop/app.py": head + comment };
      const { project } = await createTestProject(all, false, "project_1");
      return (await project.check("shop/app.py", selection)).findings.map(({ rule }) => rule);
    };
    expect(await found(files["shop/app.py"])).toEqual([]);
    expect(await found("import os, fastapi, something_else\n")).toEqual(["unused-suppression"]);
  });

  it("that are not used can be removed", async () => {
    const { report } = await check(
      "x = 1  # backend-spec: ignore[inline-error-string] why\ny = 2\n",
    );
    const [finding] = report.findings;
    const document = report.document ?? TextDocument.create("", "", 0, "");
    const edits = finding?.fix?.edits.replacements ?? [];
    expect(TextDocument.applyEdits(document, [...edits])).toBe(`${head}x = 1\ny = 2\n`);
  });
});

describe("ignoring with a reason", () => {
  it.each([
    [
      'raise HTTPException(404, "gone")\n',
      'raise HTTPException(404, "gone")  # backend-spec: ignore[inline-error-string] reason\n',
    ],
    [
      'raise HTTPException(\n    404,\n    "gone",\n)\n',
      'raise HTTPException(\n    404,\n    "gone",\n)  # backend-spec: ignore[inline-error-string] reason\n',
    ],
    [
      'raise HTTPException(404, "gone")  # backend-spec: ignore[unknown] why\n',
      'raise HTTPException(404, "gone")  # backend-spec: ignore[unknown, inline-error-string] why\n',
    ],
    [
      'if x:\n    raise HTTPException(404, "gone")  # noqa: E501\n',
      'if x:\n    # backend-spec: ignore[inline-error-string] reason\n    raise HTTPException(404, "gone")  # noqa: E501\n',
    ],
    [
      'raise HTTPException(404, \\\n    "gone")  # a note\n',
      '# backend-spec: ignore[inline-error-string] reason\nraise HTTPException(404, \\\n    "gone")  # a note\n',
    ],
  ])("silences the finding: %j", async (before, after) => {
    const { project, report } = await check(before);
    const finding = report.findings.find(({ rule }) => rule === "inline-error-string");
    const edit = finding && (await silence(project, "app.py", finding));
    if (report.document === undefined || edit === undefined) throw new Error("nothing to edit");
    expect(TextDocument.applyEdits(report.document, [edit])).toBe(head + after);
    const { found } = await check(after);
    expect(found.filter((one) => one.includes("inline"))).toEqual([]);
  });

  it("says of a whole file what no statement holds", async () => {
    const files = {
      ".backend-spec.yaml": "profile: modular\nmodules: { root: app/modules }\n",
      "app/modules/a/__init__.py": "",
      "app/modules/a/models.py": "",
      "app/modules/a/router.py": "",
    };
    const { project } = await createTestProject(files);
    const path = "app/modules/a/__init__.py";
    const [finding] = (await project.check(path)).findings;
    expect(finding?.rule).toBe("module-files");
    const edit = finding && (await silence(project, path, finding));
    expect(edit?.newText).toBe("# backend-spec: ignore-file[module-files] reason\n");
    const { project: after } = await createTestProject({ ...files, [path]: edit?.newText ?? "" });
    expect((await after.check(path)).findings).toEqual([]);
  });
});
