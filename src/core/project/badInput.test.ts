import { describe, expect, test } from "vitest";
import { inspect } from "../inspect/inspect";
import { rules } from "../rules/registry";
import { createTestProject } from "../testing/testProject";

const everyRule = { select: rules.map(({ meta }) => meta.name), ignore: [] };

const circle = `from __future__ import annotations
from other import *
import main
class A(A):
    x = A
class B(C): ...
class C(B): ...
def f(): return g()
def g(): return f()
f()
`;

describe("input that no program should meet", () => {
  test.each<[string, Readonly<Record<string, string | Uint8Array>>]>([
    ["an empty file", { "main.py": "" }],
    ["bytes that are no UTF-8", { "main.py": new Uint8Array([0xff, 0xfe, 0xfa]) }],
    ["a file that is no Python", { "main.py": "<html>\n<p>{{ it }} ``` \u0001\n" }],
    ["100,000 lines of data", { "main.py": `data = [\n${"    1,\n".repeat(100_000)}]\n` }],
    ["1,000 levels of brackets", { "main.py": `x = ${"[".repeat(1000)}${"]".repeat(1000)}\n` }],
    ["1,000 brackets left open", { "main.py": `x = ${"f(".repeat(1000)}\n` }],
    [
      "1,000 operators",
      { "main.py": `x = ${"not ".repeat(1000)}y\nz = ${"a + ".repeat(1000)}b\n` },
    ],
    ["1,000 attributes and calls", { "main.py": `x${".a()".repeat(1000)}\n` }],
    ["imports and classes in circles", { "main.py": circle, "other.py": "from main import *\n" }],
    ["two modules of one name", { "main.py": "x = 1\n", "main/__init__.py": "from . import x\n" }],
    ["lists and texts that double", { "main.py": doubling() }],
  ])("%s is gone through without harm", async (_, files) => {
    const { project } = await createTestProject(files);
    const { errors } = await project.check("main.py", everyRule);
    expect(errors.filter((error) => error.includes("failed"))).toEqual([]);
    project.code.functionRuns("main.py");
    expect(inspect(project.code, "/", project.unread).endpoints).toEqual([]);
  });

  test("a scan says how far it is", async () => {
    const { project } = await createTestProject({ "a.py": "", "b.py": "", "c.txt": "" });
    const seen: string[] = [];
    await project.scan((done, total) => seen.push(`${done}/${total}`));
    expect(seen).toEqual(["1/2", "2/2"]);
  });
});

function doubling(): string {
  const lines = ["x = x + x", "s = s + s", "s = f'{s}{s}'", "y.extend(y)", "z = [*z, *z]"];
  const body = lines.map((line) => `    ${line}\n`).join("");
  return `x, s, y, z = [1], "a", [1], [1]\nfor i in range(400):\n${body}`;
}
