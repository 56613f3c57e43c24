import { describe, expect, test } from "vitest";
import type { VersionedPackage } from "./declaredVersions";
import { isVersionFile } from "./versionFiles";
import { isAtLeast, VersionTable } from "./versions";

/** What is known of a package in `backend/app/main.py`, as `version | minimum | path:line`. */
function known(
  files: Readonly<Record<string, string>>,
  name: VersionedPackage = "fastapi",
): string | undefined {
  const table = new VersionTable();
  for (const [path, text] of Object.entries(files)) table.set(path, text);
  const found = table.versionsFor("backend/app/main.py").get(name);
  if (found === undefined) return undefined;
  const { path, line } = found.source;
  return `${found.version ?? "?"} | ${found.minimum ?? "?"} | ${path}:${line ?? "?"}`;
}

const lock = '[[package]]\nname = "fastapi"\nversion = "0.115.2"\n';
const pyproject =
  '[project]\nrequires-python = ">=3.11"\ndependencies = [\n  "fastapi>=0.110",\n]\n';

describe("lock files", () => {
  test.each(["uv.lock", "poetry.lock", "pdm.lock"])("%s", (name) => {
    expect(known({ [name]: lock })).toBe(`0.115.2 | ? | ${name}:1`);
  });

  test("Pipfile.lock", () => {
    const text = '{"default": {\n"fastapi": {"version": "==0.100.0"}},\n"develop": {}}';
    expect(known({ "Pipfile.lock": text })).toBe("0.100.0 | ? | Pipfile.lock:1");
  });

  test("a package in several versions has a minimum only", () => {
    const text = `${lock}${lock.replace("0.115.2", "0.99.1")}`;
    expect(known({ "uv.lock": text })).toBe("? | 0.99.1 | uv.lock:1");
  });

  test.each([
    ["uv.lock", 'requires-python = ">=3.12"\n'],
    ["poetry.lock", '[metadata]\npython-versions = ">=3.12"\n'],
    ["pdm.lock", '[[metadata.targets]]\nrequires_python = ">=3.12"\n'],
  ])("%s tells which Python", (name, text) => {
    expect(known({ [name]: text }, "python")).toMatch(/^\? \| 3\.12 \|/);
  });
});

describe("requirements", () => {
  test("pyproject.toml of PEP 621", () => {
    expect(known({ "pyproject.toml": pyproject })).toBe("? | 0.110 | pyproject.toml:3");
    expect(known({ "pyproject.toml": pyproject }, "python")).toBe("? | 3.11 | pyproject.toml:1");
  });

  test("optional dependencies and groups", () => {
    const text =
      '[project.optional-dependencies]\nworker = ["celery>=5.3"]\n' +
      '[dependency-groups]\ndev = [{include-group = "x"}, "arq==0.26"]\n';
    expect(known({ "pyproject.toml": text }, "celery")).toBe("? | 5.3 | pyproject.toml:1");
    expect(known({ "pyproject.toml": text }, "arq")).toBe("0.26 | ? | pyproject.toml:3");
  });

  test("Poetry's tables", () => {
    const text =
      '[tool.poetry]\nname = "fastapi"\n[tool.poetry.dependencies]\npython = "^3.10"\n' +
      'fastapi = {version = "^0.111", extras = ["all"]}\n' +
      '[tool.poetry.group.worker.dependencies]\ndramatiq = "~1.17"\n';
    expect(known({ "pyproject.toml": text })).toBe("? | 0.111 | pyproject.toml:4");
    expect(known({ "pyproject.toml": text }, "python")).toBe("? | 3.10 | pyproject.toml:3");
    expect(known({ "pyproject.toml": text }, "dramatiq")).toBe("? | 1.17 | pyproject.toml:6");
  });

  test("requirements files with what they take in", () => {
    const files = {
      "requirements.txt": "-r requirements/base.txt\nuvicorn\n",
      "requirements/base.txt": "-r ../deps/web.txt\n",
      "deps/web.txt": "# web\nfastapi[all]==0.100.1 \\\n  --hash=sha256:0\n",
    };
    expect(known(files)).toBe("0.100.1 | ? | deps/web.txt:1");
  });

  test("a file that is taken in and not given is named", () => {
    const table = new VersionTable();
    table.set("backend/requirements.txt", "-r ../deps/web.txt\n");
    expect(table.missingIncludes()).toEqual(["deps/web.txt"]);
    table.set("deps/web.txt", "");
    expect(table.missingIncludes()).toEqual([]);
  });

  test("requirements files that take in each other end", () => {
    expect(known({ "requirements.txt": "-r requirements.txt\nfastapi>=0.1\n" })).toContain("0.1");
  });

  test("setup.cfg", () => {
    const text = "[options]\npython_requires = >=3.8\ninstall_requires =\n  # x\n  fastapi>=0.90\n";
    expect(known({ "setup.cfg": text })).toBe("? | 0.90 | setup.cfg:4");
    expect(known({ "setup.cfg": text }, "python")).toBe("? | 3.8 | setup.cfg:1");
  });

  test("setup.py where it is literal", () => {
    const text =
      'setup(\n  python_requires=">=3.9",\n  install_requires=[\n    # web, it\'s needed\n    "fastapi[all]>=0.95",\n  ],\n)';
    expect(known({ "setup.py": text })).toBe("? | 0.95 | setup.py:4");
    expect(known({ "setup.py": "setup(install_requires=read())" })).toBeUndefined();
  });

  test("Pipfile", () => {
    const text =
      '[packages]\nfastapi = "*"\ncelery = "==5.3.1"\n[requires]\npython_version = "3.12"\n';
    expect(known({ Pipfile: text })).toBe("? | ? | Pipfile:1");
    expect(known({ Pipfile: text }, "celery")).toBe("5.3.1 | ? | Pipfile:2");
    expect(known({ Pipfile: text }, "python")).toBe("3.12 | ? | Pipfile:4");
  });

  test(".python-version chooses, requires-python bounds", () => {
    const files = { "pyproject.toml": pyproject, ".python-version": "# x\n3.13.1\n" };
    expect(known(files, "python")).toBe("3.13.1 | 3.11 | .python-version:1");
  });
});

describe("which file counts", () => {
  test("a lock beats a requirement beside it", () => {
    expect(known({ "uv.lock": lock, "pyproject.toml": pyproject })).toBe(
      "0.115.2 | 0.110 | uv.lock:1",
    );
  });

  test("what a person wrote beats a tool's copy of it", () => {
    const copy = '[[package]]\npython-versions = ">=3"\n[metadata]\npython-versions = ">=3.11"\n';
    expect(known({ "poetry.lock": copy }, "python")).toBe("? | 3.11 | poetry.lock:3");
    expect(known({ "poetry.lock": copy, "pyproject.toml": pyproject }, "python")).toBe(
      "? | 3.11 | pyproject.toml:1",
    );
  });

  test("the nearest folder beats one farther up", () => {
    const files = { "uv.lock": lock, "backend/requirements.txt": "fastapi==0.95.0\n" };
    expect(known(files)).toBe("0.95.0 | ? | backend/requirements.txt:0");
  });

  test("a lock farther up tells what a nearer requirement leads to", () => {
    const files = { "uv.lock": lock, "backend/pyproject.toml": pyproject };
    expect(known(files)).toBe("0.115.2 | 0.110 | uv.lock:1");
  });

  test("but not when the requirement does not allow it", () => {
    const files = { "uv.lock": lock, "backend/requirements.txt": "fastapi>=0.120\n" };
    expect(known(files)).toBe("? | 0.120 | backend/requirements.txt:0");
  });

  test("another backend's file says nothing", () => {
    expect(known({ "other/uv.lock": lock })).toBeUndefined();
  });

  test("a file that is deleted says nothing any more", () => {
    const table = new VersionTable();
    table.set("uv.lock", lock);
    expect(table.versionsFor("a.py").size).toBe(1);
    table.delete("uv.lock");
    expect(table.versionsFor("a.py").size).toBe(0);
  });

  test("the reason is for people", () => {
    const table = new VersionTable();
    table.set("uv.lock", lock);
    expect(table.versionsFor("a.py").get("fastapi")?.reason).toBe("locked in uv.lock");
  });
});

describe("damaged files say nothing", () => {
  test.each([
    ["uv.lock", '[[package]]\nname = "fastapi\n'],
    ["uv.lock", "package = 3\n"],
    ["uv.lock", 'package = [{name = 1}, "x", {}]\n'],
    ["Pipfile.lock", '{"default": {"fastapi": '],
    ["Pipfile.lock", "null"],
    ["pyproject.toml", "[project\n"],
    ["pyproject.toml", "project = [1]\ntool = 2\n"],
    ["setup.cfg", "[options\ninstall_requires"],
    ["setup.py", 'install_requires=["fastapi'],
    [".python-version", "system\n"],
    ["requirements.txt", "\u0000\u0001\\"],
  ])("%s: %j", (path, text) => {
    expect(known({ [path]: text })).toBeUndefined();
    expect(known({ [path]: text }, "python")).toBeUndefined();
  });
});

test.each([
  ["a/uv.lock", true],
  ["a/requirements-dev.txt", true],
  ["requirements/prod.in", true],
  ["notes.txt", false],
  ["Cargo.lock", false],
])("isVersionFile %s", (path, expected) => {
  expect(isVersionFile(path)).toBe(expected);
});

test("isAtLeast is unknown where only a lower minimum is", () => {
  const table = new VersionTable();
  table.set("pyproject.toml", pyproject);
  const fastapi = table.versionsFor("a.py").get("fastapi");
  expect(isAtLeast(fastapi, "0.106")).toBe(true);
  expect(isAtLeast(fastapi, "0.112")).toBeUndefined();
  expect(isAtLeast(table.versionsFor("a.py").get("python"), "3.14")).toBe(false);
  expect(isAtLeast(undefined, "1")).toBeUndefined();
});
