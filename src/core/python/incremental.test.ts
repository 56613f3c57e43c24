import { afterEach, describe, expect, it } from "vitest";
import { range } from "../text/range";
import { nodesOf } from "./ast/testing";
import type { PythonTree } from "./parser";
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

describe("an edited text", () => {
  const open: PythonTree[] = [];
  afterEach(() => {
    for (const tree of open.splice(0)) tree.delete();
  });

  async function parse(text: string): Promise<PythonTree> {
    const tree = (await testParser()).parse(text);
    open.push(tree);
    return tree;
  }

  it.each([1, 2, 3])("is read as if it were new (series %d)", async (seed) => {
    const random = randomNumbers(seed * 7919);
    const parser = await testParser();
    const tree = await parse(source);
    for (let step = 0; step < 20; step++) {
      const lines = tree.text.split(/\r\n|\r|\n/);
      const line = random(lines.length);
      const character = random((lines[line] ?? "").length + 1);
      const endLine = random(4) === 0 ? Math.min(lines.length - 1, line + 1) : line;
      const endCharacter =
        endLine > line ? random((lines[endLine] ?? "").length + 1) : character + random(3);
      tree.edit({
        range: range(line, character, endLine, endCharacter),
        text: random(3) === 0 ? "" : (pieces[random(pieces.length)] ?? ""),
      });
      const { module, comments, errors } = tree.reparse();
      expect({ module, comments, errors }).toEqual(parser.read(tree.text));
    }
  });

  it("keeps the statements that did not change", async () => {
    const tree = await parse(source);
    const [before, after] = nodesOf(tree.module, "AsyncFunctionDef");
    const [cls] = nodesOf(tree.module, "ClassDef");
    tree.edit({ range: range(3, 0, 3, 0), text: "\nY = 2\n" });
    tree.reparse();
    expect(after).toBeUndefined();
    expect(nodesOf(tree.module, "AsyncFunctionDef")[0]).toBe(before);
    expect(before).toMatchObject({ line: 9, nameLine: 9, body: [{ line: 10 }, { line: 11 }] });
    expect(nodesOf(tree.module, "ClassDef")[0]).toBe(cls);
  });

  it("keeps the methods that did not change", async () => {
    const tree = await parse(source);
    const method = nodesOf(tree.module, "FunctionDef").find((node) => node.name === "m");
    tree.edit({ range: range(13, 4, 13, 5), text: "y\n    z" });
    tree.reparse();
    const [cls] = nodesOf(tree.module, "ClassDef");
    expect(cls?.body).toHaveLength(4);
    expect(cls?.body[2]).toBe(method);
    expect(method?.line).toBe(16);
  });

  it("keeps the other methods while one cannot be read", async () => {
    const tree = await parse(source);
    const method = nodesOf(tree.module, "FunctionDef").find((node) => node.name === "n");
    tree.edit({ range: range(17, 8, 17, 34), text: "return f(1," });
    tree.reparse();
    expect(tree.errors).toHaveLength(1);
    const [cls] = nodesOf(tree.module, "ClassDef");
    expect(cls?.body).toHaveLength(3);
    expect(cls?.body[2]).toBe(method);
  });

  it("asks anew whether a header without a block is right", async () => {
    const tree = await parse("class A:\n    def m(self):");
    tree.edit({ range: range(1, 0, 1, 0), text: "    def m(self):" });
    const { module, comments, errors } = tree.reparse();
    expect(errors).toHaveLength(1);
    expect({ module, comments, errors }).toEqual((await testParser()).read(tree.text));
  });

  it("takes several edits at once", async () => {
    const tree = await parse("a = 1\nb = 2\n");
    tree.edit({ range: range(0, 4, 0, 5), text: "(\n3)" });
    tree.edit({ range: range(2, 0, 2, 1), text: "c" });
    expect(tree.text).toBe("a = (\n3)\nc = 2\n");
    expect(tree.reparse().module.body).toMatchObject([
      { endLine: 1 },
      { line: 2, targets: [{ id: "c" }] },
    ]);
  });
});
