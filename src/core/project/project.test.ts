import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { inspect } from "../inspect/inspect";
import { createTestProject } from "../testing/testProject";

const inline =
  'from fastapi import HTTPException\n\n\ndef _f():\n    raise HTTPException(404, "gone")\n';
const modular = "profile: modular\n";

/** `path: rule` for every finding of the project. */
async function findings(project: Awaited<ReturnType<typeof createTestProject>>["project"]) {
  const reports = await Promise.all(project.pythonPaths.map((path) => project.check(path)));
  return reports.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path}: ${rule}`));
}

describe("which files are read", () => {
  test("what .gitignore leaves out, hidden folders and virtual environments are passed over", async () => {
    const { project } = await createTestProject({
      ".gitignore": "/build/\n*.gen.py\n",
      "app/.gitignore": "local.py\n!kept.gen.py\n",
      "app/main.py": "",
      "app/local.py": "",
      "app/a.gen.py": "",
      "app/kept.gen.py": "",
      "build/lib.py": "",
      "build2/lib.py": "",
      ".hidden/a.py": "",
      "env/pyvenv.cfg": "",
      "env/lib/a.py": "",
      "node_modules/x/a.py": "",
    });
    expect(project.pythonPaths).toEqual(["app/kept.gen.py", "app/main.py", "build2/lib.py"]);
  });

  test("a folder that cannot be read is named, and the rest is read", async () => {
    const { project, fileSystem } = await createTestProject({ "a/x.py": "", "b/y.py": "" });
    const list = fileSystem.readDirectory.bind(fileSystem);
    fileSystem.readDirectory = async (uri) => {
      if (uri.endsWith("/a")) throw new Error("permission denied");
      return await list(uri);
    };
    await project.scan();
    expect(project.errors).toEqual([{ path: "a", message: "permission denied" }]);
    expect(project.pythonPaths).toContain("b/y.py");
  });

  test("a scan that is cancelled stops", async () => {
    const { project } = await createTestProject({ "a.py": "", "b.py": "" });
    const abort = new AbortController();
    abort.abort();
    await expect(project.scan(undefined, abort.signal)).rejects.toThrow();
  });
});

describe("which configuration holds", () => {
  test("without a file, house style is silent", async () => {
    const { project } = await createTestProject({ "app.py": inline });
    expect(await findings(project)).toEqual([]);
  });

  test("the nearest file above wins whole", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": modular,
      "a/x.py": inline,
      "b/.backend-spec.yaml": "profile: none\n",
      "b/x.py": inline,
    });
    expect(await findings(project)).toEqual(["a/x.py: inline-error-string"]);
  });

  test("exclude and overrides are relative to their file", async () => {
    const { project } = await createTestProject({
      "backend/.backend-spec.yaml": `${modular}exclude: ["generated/**"]
overrides:
  - paths: ["legacy/**"]
    rules: { inline-error-string: off }
`,
      "backend/a.py": inline,
      "backend/generated/b.py": inline,
      "backend/legacy/c.py": inline,
    });
    expect(await findings(project)).toEqual(["backend/a.py: inline-error-string"]);
  });

  test("a severity in the file counts, under any profile", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": "rules: { inline-error-string: error }\n",
      "a.py": inline,
    });
    expect((await project.check("a.py")).findings[0]?.severity).toBe("error");
  });

  test("in layered it is a hint", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": "profile: layered\n",
      "a.py": inline,
    });
    expect((await project.check("a.py")).findings[0]?.severity).toBe("hint");
  });

  test("what is wrong in it is a finding of its own", async () => {
    const { project } = await createTestProject({ ".backend-spec.yaml": "profle: x\n" });
    const { findings } = await project.check(".backend-spec.yaml");
    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'invalid-config: Unknown key "profle".',
    ]);
  });
});

describe("files that are hard to read", () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0x61, 0x00]);
  test.each([
    ["bytes that are no UTF-8", utf16, "not UTF-8"],
    ["null bytes", new Uint8Array([0x61, 0, 0x62]), "not a text file: it holds null bytes"],
    [
      "a file indented deeper than Python takes",
      Array.from({ length: 1000 }, (_, level) => `${" ".repeat(level)}if 1:\n`).join(""),
      "not analysed: more than 100 levels of indentation",
    ],
    ["a file of 5 MB", "x = 1\n".repeat(900_000), "not analysed: larger than 2 MB (5.1 MB)"],
  ])("%s are named, and the others are judged", async (_, bytes, message) => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": modular,
      "bad.py": bytes,
      "good.py": inline,
    });
    expect((await project.check("bad.py")).errors).toEqual([message]);
    expect(await findings(project)).toEqual(["good.py: inline-error-string"]);
  });

  test("a coding line is honoured", async () => {
    const source = `# -*- coding: latin-1 -*-\n${inline.replace("gone", "caf\u00e9")}`;
    const bytes = Uint8Array.from(source, (character) => character.charCodeAt(0));
    const { project } = await createTestProject({ ".backend-spec.yaml": modular, "a.py": bytes });
    const { findings, errors } = await project.check("a.py");
    expect(errors).toEqual([]);
    expect(findings).toHaveLength(1);
  });

  test("a byte order mark shifts nothing", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": modular,
      "a.py": `\ufeff${inline}`,
    });
    const [finding] = (await project.check("a.py")).findings;
    expect(finding?.range.start).toEqual({ line: 4, character: 29 });
  });

  test("half-typed code keeps the findings of the rest", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": modular,
      "a.py": `${inline}\n\ndef _g(:\n    raise HTTPException(\n`,
    });
    expect(await findings(project)).toEqual(["a.py: inline-error-string"]);
  });
});

describe("changes", () => {
  test("an open document wins over the disk until it is closed", async () => {
    const { project } = await createTestProject({ ".backend-spec.yaml": modular, "a.py": inline });
    const uri = `${project.root}/a.py`;
    project.setDocument(TextDocument.create(uri, "python", 1, "x = 1\n"));
    expect(await findings(project)).toEqual([]);
    await project.closeDocument(uri);
    expect(await findings(project)).toEqual(["a.py: inline-error-string"]);
  });

  test("an open file that is deleted and made anew, as Git does it, counts again", async () => {
    const { project } = await createTestProject({
      ".backend-spec.yaml": modular,
      "a.py": "x = 1\n",
    });
    const uri = `${project.root}/a.py`;
    project.setDocument(TextDocument.create(uri, "python", 1, inline));
    project.forget(uri);
    expect(await findings(project)).toEqual([]);
    await project.refresh(uri);
    expect(await findings(project)).toEqual(["a.py: inline-error-string"]);
  });

  test("a change in one file changes what is found in another", async () => {
    const handler =
      "from fastapi import FastAPI\nfrom app.errors import AppError\napp = FastAPI()\n";
    const { project, fileSystem } = await createTestProject({
      ".backend-spec.yaml": modular,
      "app/__init__.py": "",
      "app/errors.py": "class AppError(Exception): ...\n",
      "app/main.py": handler,
      "app/service.py":
        'from app.errors import AppError\ndef _f():\n    raise AppError("It is gone")\n',
    });
    expect(await findings(project)).toEqual([]);
    fileSystem.write(
      "app/main.py",
      `${handler}@app.exception_handler(AppError)\ndef _h(r, e): ...\n`,
    );
    await project.refresh(`${project.root}/app/main.py`);
    expect(await findings(project)).toEqual(["app/service.py: inline-error-string"]);
    fileSystem.delete("app/main.py");
    await project.refresh(`${project.root}/app/main.py`);
    expect(await findings(project)).toEqual([]);
  });

  test("a lock or requirements file that changed on disk is read again", async () => {
    const lock = (version: string) => `[[package]]\nname = "fastapi"\nversion = "${version}"\n`;
    const { project, fileSystem } = await createTestProject({
      "app/main.py": "",
      "uv.lock": lock("0.100.0"),
    });
    const version = () => project.code.versionsFor("app/main.py").get("fastapi")?.version;
    expect(version()).toBe("0.100.0");
    fileSystem.write("uv.lock", lock("0.120.0"));
    await project.refresh(`${project.root}/uv.lock`);
    expect(version()).toBe("0.120.0");
    fileSystem.delete("uv.lock");
    fileSystem.write("deps/web.txt", "fastapi==0.90.0\n");
    fileSystem.write("requirements.txt", "-r deps/web.txt\n");
    for (const path of ["uv.lock", "requirements.txt"]) {
      await project.refresh(`${project.root}/${path}`);
    }
    expect(version()).toBe("0.90.0");
  });

  test("what comes into a virtual environment, or is ignored, is passed over", async () => {
    const { project, fileSystem } = await createTestProject({
      ".gitignore": "build/\n",
      "app/main.py": "",
      "env/pyvenv.cfg": "",
    });
    const come = [".venv/a.py", "env/lib/b.py", "build/c.py", "node_modules/d.py", "app/e.py"];
    for (const path of come) {
      fileSystem.write(path, "x = 1\n");
      await project.refresh(`${project.root}/${path}`);
    }
    expect(project.pythonPaths).toEqual(["app/e.py", "app/main.py"]);
  });

  test("a file that vanishes while it is read is named", async () => {
    const { project, fileSystem } = await createTestProject({ "a.py": inline });
    fileSystem.delete("a.py");
    expect((await project.check("a.py")).errors).toEqual(["no such file or folder"]);
  });
});

test("a rule that throws takes nothing else down", async () => {
  const { checkFile } = await import("../rules/checkFile");
  const { rules } = await import("../rules/registry");
  const [good] = rules;
  if (good === undefined) throw new Error("no rule");
  const bad = {
    ...good,
    meta: { ...good.meta, name: "throws" },
    check() {
      throw new Error("oops");
    },
  };
  const { project } = await createTestProject({ "a.py": inline });
  const file = await project.pythonFile("a.py");
  if (file === undefined) throw new Error("no file");
  const selection = { select: ["throws", good.meta.name], ignore: [] };
  const { findings, failures } = checkFile(
    [bad, good],
    file,
    "a.py",
    project.code,
    project.configFor("a.py"),
    selection,
    (path) => path,
  );
  expect(findings).toHaveLength(1);
  expect(failures).toEqual([{ rule: "throws", message: "Error: oops" }]);
});

test("an open document that is typed into is parsed as if it were new", async () => {
  const { project } = await createTestProject({ ".backend-spec.yaml": modular });
  const uri = `${project.root}/a.py`;
  // Keystrokes, line breaks of every kind, and texts that begin or end inside one.
  const texts = [
    inline,
    inline.replace('"gone"', '"gone'),
    inline.replaceAll("\n", "\r\n"),
    `${inline.replaceAll("\n", "\r\n")}\n`,
    `🙂${inline}`,
    inline.replace("def _f", "\ndef _f"),
    inline.slice(0, 40),
    "",
    inline.repeat(3),
    inline,
  ];
  for (const [version, text] of texts.entries()) {
    project.setDocument(TextDocument.create(uri, "python", version, text));
    const typed = (await project.check("a.py")).findings.map(({ range }) => range);
    const { project: fresh } = await createTestProject({
      ".backend-spec.yaml": modular,
      "a.py": text,
    });
    const expected = (await fresh.check("a.py")).findings.map(({ range }) => range);
    expect(typed, JSON.stringify(text)).toEqual(expected);
  }
});

test("installed packages that the configuration names are read, and never linted", async () => {
  const { project } = await createTestProject({
    ".backend-spec.yaml": "index-packages: [company_fastapi]\n",
    ".venv/pyvenv.cfg": "",
    ".venv/lib/python3.12/site-packages/company_fastapi/__init__.py":
      "from fastapi import APIRouter\nrouter = APIRouter(prefix='/company')\n@router.get('/x')\ndef x(): ...\n",
    ".venv/lib/python3.12/site-packages/other/__init__.py": "",
    "app/__init__.py": "",
    "app/main.py":
      "from fastapi import FastAPI\nfrom company_fastapi import router\napp = FastAPI()\napp.include_router(router)\n",
  });
  expect(project.pythonPaths).toEqual(["app/__init__.py", "app/main.py"]);
  const { endpoints } = inspect(project.code, "/", project.unread);
  expect(endpoints.map(({ path }) => path)).toEqual(["/company/x"]);
});

test("an open document counts however its client writes the URI", async () => {
  const { project } = await createTestProject({ "a+b/main.py": "x = 1\n" });
  // Editors differ in what they encode of a path.
  for (const uri of [`${project.root}/a+b/main.py`, `${project.root}/a%2Bb/main.py`]) {
    project.setDocument(TextDocument.create(uri, "python", 1, "x = 1\ny = 2\nz = 3\n"));
    expect((await project.check("a+b/main.py")).lines).toBe(4);
    await project.closeDocument(uri);
    expect((await project.check("a+b/main.py")).lines).toBe(2);
  }
});

test("a configuration that cannot be read is named", async () => {
  const { project, fileSystem } = await createTestProject({
    "a.py": "x = 1\n",
    ".backend-spec.yaml": "",
  });
  const uri = `${project.root}/.backend-spec.yaml`;
  fileSystem.write(".backend-spec.yaml", new Uint8Array([0x23, 0xe9, 0x0a]));
  await project.refresh(uri);
  expect((await project.check(".backend-spec.yaml")).errors).toEqual(["not UTF-8"]);
  expect(project.configs.paths()).toEqual([".backend-spec.yaml"]);
});
