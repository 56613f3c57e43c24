import { describe, expect, test } from "vitest";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import { createTestCore } from "../testing/testProject";
import { affectedBy } from "./affected";
import { changedLines } from "./changedLines";
import { unitsAt } from "./touchedUnits";

const service = `import helpers
from others import count

class Users:
    size = 1

    def __init__(self):
        self.x = 1

    def get(self):
        return 1

    def put(self):
        return helpers.two()

def find():
    return Users().get()

def lose():
    return 0
`;
const files = {
  "service.py": service,
  "helpers.py": "def two():\n    return 2\n",
  "others.py": "def count():\n    return 2\n",
  "deps.py": "from service import Users\n\ndef users():\n    return Users()\n",
  "gets.py": "from deps import users\n\ndef read():\n    return users().get()\n",
  "puts.py": "from deps import users\n\ndef write():\n    return users().put()\n",
  "finds.py": "import service\n\ndef found():\n    return service.find()\n",
  "near.py":
    "import service\nimport deps\n\ndef here():\n    deps.users\n    return service.lose()\n",
  "alone.py": "def get():\n    return {}.get(1)\n",
};

/** The files that a change of the service may concern, besides it. */
async function affected(before: string, now: string): Promise<readonly string[]> {
  const core = await createTestCore(new MemoryFileSystem({ ...files, "service.py": now }));
  const project = core.openProject("file:///project");
  await project.scan();
  const units = unitsAt(changedLines(before, now), "service.py", project.code);
  const found = affectedBy(new Map([["service.py", units]]), project.code);
  return [...found].filter((path) => path !== "service.py").sort();
}

describe("affectedBy", () => {
  test("a method: those who call it, or what calls it", async () => {
    const now = service.replace("return 1", "return 2");
    expect(await affected(service, now)).toEqual(["finds.py", "gets.py"]);
  });

  test("what a changed function imports, and nothing else of it", async () => {
    const now = service.replace("helpers.two()", "2 + helpers.two()");
    expect(await affected(service, now)).toEqual(["helpers.py", "puts.py"]);
  });

  test("a special method, or what stands in the body of a class: all who get at the class", async () => {
    const all = ["deps.py", "finds.py", "gets.py", "puts.py"];
    const named = [...all, "near.py"].sort();
    expect(await affected(service, service.replace("self.x = 1", "self.x = 2"))).toEqual(named);
    const sized = await affected(service, service.replace("size = 1", "size = 2"));
    expect(sized).toEqual(expect.arrayContaining(all));
  });

  test("a method that is gone: all who get at the class", async () => {
    const now = service.replace("    def put(self):\n        return helpers.two()\n", "");
    const found = await affected(service, now);
    expect(found).toEqual(expect.arrayContaining(["deps.py", "gets.py", "puts.py"]));
  });

  test("a function: those who name it by its module", async () => {
    const now = service.replace("return 0", "return 1");
    expect(await affected(service, now)).toEqual(["near.py"]);
  });

  test("a function that is gone: all who import the module, and what it imports", async () => {
    const now = service.slice(0, service.indexOf("def lose"));
    expect(await affected(service, now)).toEqual(
      ["deps.py", "finds.py", "gets.py", "helpers.py", "near.py", "others.py", "puts.py"].sort(),
    );
  });
});
