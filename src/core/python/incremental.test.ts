import { describe, expect, it } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Range, range } from "../text/range";
import { nodesOf } from "./ast/testing";
import type { EditedPython } from "./parser";
import { testParser } from "./testing";

const source = `"""Módule 😀."""
import a

X = 1  # first


@router.get("/x")
async def f(a: int) -> str:
    """Doc."""
    return f"{a!r:>{b}} {c}"  # second


class A(B):
    x: int = 1

    def m(self):
        # third
        return [self.x for x in y]

    def n(self): return (1,
        2)


def g(a, b=(1, 2)):
    if a:
        with b as c:
            pass
    else:
        raise E(404, "x")
`;

const pieces = [
  ..."()[]{}:,'\"#=\\;*@",
  "\n",
  "\r\n",
  "\r",
  "    ",
  "\t",
  '"""',
  "x",
  "é",
  "😀",
  "def h():\n",
  "class C:\n",
  "if x:\n",
  "else:\n",
  "pass\n",
  'f"{',
  "return ",
];

/** Numbers below `below` that look random, the same in each run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Puts a text in the place of what stands in a range. */
function edit(file: EditedPython, where: Range, newText: string): void {
  const document = TextDocument.create("", "python", 0, file.text);
  file.become(TextDocument.applyEdits(document, [{ range: where, newText }]));
}

async function open(text: string): Promise<EditedPython> {
  return (await testParser()).open(text);
}

describe("an edited text", () => {
  it.each([1, 2, 3])("is read as if it were new (series %d)", async (seed) => {
    const random = randomNumbers(seed * 7919);
    const parser = await testParser();
    const file = await open(source);
    for (let step = 0; step < 20; step++) {
      const lines = file.text.split(/\r\n|\r|\n/);
      const line = random(lines.length);
      const character = random((lines[line] ?? "").length + 1);
      const endLine = random(4) === 0 ? Math.min(lines.length - 1, line + 1) : line;
      const endCharacter =
        endLine > line ? random((lines[endLine] ?? "").length + 1) : character + random(3);
      const text = random(3) === 0 ? "" : (pieces[random(pieces.length)] ?? "");
      edit(file, range(line, character, endLine, endCharacter), text);
      const { module, comments, errors } = file;
      expect({ module, comments, errors }).toEqual(parser.read(file.text));
    }
  });

  it("keeps the statements that did not change", async () => {
    const file = await open(source);
    const [before, after] = nodesOf(file.module, "AsyncFunctionDef");
    const [cls] = nodesOf(file.module, "ClassDef");
    edit(file, range(3, 0, 3, 0), "\nY = 2\n");
    expect(after).toBeUndefined();
    expect(nodesOf(file.module, "AsyncFunctionDef")[0]).toBe(before);
    expect(before).toMatchObject({ line: 9, nameLine: 9, body: [{ line: 10 }, { line: 11 }] });
    expect(nodesOf(file.module, "ClassDef")[0]).toBe(cls);
  });

  it("keeps the methods of a large class that did not change", async () => {
    const methods = Array.from(
      { length: 40 },
      (_, n) => `    def m${n}(self):\n        return ${n}\n`,
    );
    const file = await open(`class A:\n${methods.join("")}`);
    const method = nodesOf(file.module, "FunctionDef").find((node) => node.name === "m30");
    edit(file, range(2, 8, 2, 16), "return (\n\n0");
    expect(file.errors).toHaveLength(1);
    const [cls] = nodesOf(file.module, "ClassDef");
    expect(cls?.body).toHaveLength(40);
    expect(cls?.body[30]).toBe(method);
    expect(method?.line).toBe(63);
  });

  it.each([
    ["class A:\n    def m(self):", "class A:\n    def m(self):    def m(self):"],
    ["x = 1 + \\\n", "x = 1 + \\\n\nx = 1 + \\"],
  ])("asks anew what hangs on what comes after it: %j", async (before, after) => {
    const file = await open(before);
    file.become(after);
    const { module, comments, errors } = file;
    expect({ module, comments, errors }).toEqual((await testParser()).read(after));
  });
});
