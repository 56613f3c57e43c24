import { expect, test } from "vitest";
import { MemoryFileSystem } from "../../testing/memoryFileSystem";
import { findInstalledPackages } from "./installedPackages";

const root = "file:///project";

/** The files that are found for a package, without the scheme. */
async function find(files: Readonly<Record<string, string>>, name = "company"): Promise<string[]> {
  const found = await findInstalledPackages(new MemoryFileSystem(files), root, [name]);
  return found.flatMap(({ files }) => files.map((uri) => uri.replace("file:///", "")));
}

test.each([
  [".venv/lib/python3.12/site-packages"],
  ["venv/lib/python3.9/site-packages"],
  [".venv/Lib/site-packages"],
])("a package in %s", async (folder) => {
  const files = {
    [`${folder}/company/__init__.py`]: "",
    [`${folder}/company/db/base.py`]: "",
    [`${folder}/company/py.typed`]: "",
    [`${folder}/company/__pycache__/x.py`]: "",
  };
  expect(await find(files)).toEqual([
    `project/${folder}/company/__init__.py`,
    `project/${folder}/company/db/base.py`,
  ]);
});

test.each(["env", "backend/.env311"])(
  "an environment in %s that pyvenv.cfg marks",
  async (folder) => {
    const path = `${folder}/lib/python3.11/site-packages/company/__init__.py`;
    expect(await find({ [`${folder}/pyvenv.cfg`]: "", [path]: "" })).toEqual([`project/${path}`]);
  },
);

test("the environment of a backend in a folder", async () => {
  const path = "backend/.venv/lib/python3.11/site-packages/company/__init__.py";
  expect(await find({ [path]: "" })).toEqual([`project/${path}`]);
});

test("a folder without pyvenv.cfg is none", async () => {
  expect(await find({ "env/lib/python3.11/site-packages/company/__init__.py": "" })).toEqual([]);
});

const site = ".venv/lib/python3.12/site-packages";

test("a package in a package, and a module", async () => {
  const files = { [`${site}/company/fastapi/a.py`]: "", [`${site}/tools.py`]: "" };
  expect(await find(files, "company.fastapi")).toEqual([`project/${site}/company/fastapi/a.py`]);
  expect(await find(files, "tools")).toEqual([`project/${site}/tools.py`]);
});

test("an editable install that a .pth file names", async () => {
  const files = {
    [`${site}/_company.pth`]: "# x\nimport sys\n/work/lib/src\n",
    "file:///work/lib/src/company/a.py": "",
  };
  expect(await find(files)).toEqual(["work/lib/src/company/a.py"]);
});

test("an editable install by a relative path", async () => {
  const files = {
    [`${site}/__editable__.company-1.0.pth`]: "../../../../libs/company/src\n",
    "libs/company/src/company/a.py": "",
  };
  expect(await find(files)).toEqual(["project/libs/company/src/company/a.py"]);
});

test("an editable install that a finder maps", async () => {
  const files = {
    [`${site}/__editable__.company-1.0.pth`]: "import __editable___company_1_0_finder; x()\n",
    [`${site}/__editable___company_1_0_finder.py`]:
      "MAPPING: dict[str, str] = {'company': '/work/lib/company'}\n",
    "file:///work/lib/company/db/a.py": "",
  };
  expect(await find(files, "company.db")).toEqual(["work/lib/company/db/a.py"]);
});

test("the root is where the package's name starts", async () => {
  const fileSystem = new MemoryFileSystem({ [`${site}/company/a.py`]: "" });
  const [found] = await findInstalledPackages(fileSystem, root, ["company"]);
  expect(found?.root).toBe(`${root}/${site}`);
});

test("the first environment counts", async () => {
  const files = {
    "venv/lib/python3.12/site-packages/company/a.py": "",
    [`${site}/company/b.py`]: "",
  };
  expect(await find(files)).toEqual([`project/${site}/company/b.py`]);
});

test("what is nowhere is left out", async () => {
  expect(await find({ "a.py": "" })).toEqual([]);
});

test("is cancelled", async () => {
  const abort = new AbortController();
  abort.abort();
  const fileSystem = new MemoryFileSystem({ [`${site}/company/a.py`]: "" });
  await expect(
    findInstalledPackages(fileSystem, root, ["company"], abort.signal),
  ).rejects.toThrow();
});
