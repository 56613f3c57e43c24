import { describe, expect, it } from "vitest";
import type { Module } from "./ast/nodes";
import { nodesOf } from "./ast/testing";
import { walk } from "./ast/visit";
import { testParser } from "./testing";

async function read(text: string) {
  return (await testParser()).read(text);
}

function functionNames(module: Module): string[] {
  const names: string[] = [];
  walk(module, (node) => {
    if (node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef")
      names.push(node.name);
  });
  return names;
}

describe("a text with errors", () => {
  it("keeps the other functions when one is half typed", async () => {
    const { module, errors } = await read(
      "def a():\n    raise HTTPException(404, \n\n@router.get('/')\nasync def b():\n    return 1\n\ndef c(): pass\n",
    );
    expect(functionNames(module)).toEqual(["a", "b", "c"]);
    expect(nodesOf(module, "Return")).toMatchObject([{ line: 5 }]);
    expect(errors).toEqual([{ start: { line: 1, character: 4 }, end: { line: 1, character: 28 } }]);
  });

  it("keeps the other methods and fields of a class", async () => {
    const { module } = await read(
      "class A(B):\n    x: int = 1\n    def f(self):\n        y = (1,\n        return y\n    def g(self): return 2\n    z = 3\n",
    );
    expect(functionNames(module)).toEqual(["f", "g"]);
    const [cls] = nodesOf(module, "ClassDef");
    expect(cls?.body.map((node) => node.line)).toEqual([1, 2, 5, 6]);
    expect(nodesOf(module, "Return")).toHaveLength(2);
  });

  it("keeps a definition whose parameters cannot be read", async () => {
    const { module } = await read("def f(a, b:\n    return 1\n\nclass A(B:\n    x = 1\n");
    expect(functionNames(module)).toEqual(["f"]);
    expect(nodesOf(module, "ClassDef")).toMatchObject([{ name: "A", body: [{ line: 4 }] }]);
  });

  it("keeps clauses around a broken one", async () => {
    const { module } = await read(
      "try:\n    a = (\nexcept B:\n    c = 1\nelse:\n    d = = 2\nfinally:\n    e = 3\n",
    );
    expect(module.body).toMatchObject([
      { nodeType: "Try", body: [], handlers: [{ body: [{ line: 3 }] }], finalbody: [{ line: 7 }] },
    ]);
  });

  it("reads a line whose brackets the grammar misreads", async () => {
    const { module, errors } = await read("def f():\n    (a.\n  b)\n");
    expect(errors).toEqual([]);
    expect(nodesOf(module, "Attribute")).toMatchObject([{ line: 1, endLine: 2, endCharacter: 3 }]);
  });

  it("says what is Python 2", async () => {
    const { module, errors } = await read("print 'a'\nb = 1\n");
    expect(module.body).toHaveLength(1);
    expect(errors).toHaveLength(1);
  });
});

describe("unusual texts", () => {
  it("reads empty, blank and non-Python texts", async () => {
    expect((await read("")).module.body).toEqual([]);
    expect((await read("\n \n# a\n")).comments).toEqual([
      { text: "# a", range: { start: { line: 2, character: 0 }, end: { line: 2, character: 3 } } },
    ]);
    expect((await read("\0\0(((«»\n")).module.body).toEqual([]);
  });

  it("counts lines as LSP does", async () => {
    const { module } = await read("\ufeffa = 1\r\nb = 2\rc = 3\n\fd = 4\n\\\ne = 5\n");
    expect(module.body.map((node) => [node.line, node.character])).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
      [3, 1],
      [5, 0],
    ]);
  });

  it.each([
    ["parentheses", `${"(".repeat(1000)}a${")".repeat(1000)}`],
    ["attributes", `a${".b".repeat(2000)}`],
    ["calls", `a${"()".repeat(2000)}`],
    ["sums", `a${" + b".repeat(3000)}`],
    ["bitwise operators", `a${" & b ^ c".repeat(1000)}`],
    ["conditions", `a${" and b".repeat(2000)}`],
  ])("reads deep %s", async (_, text) => {
    const { module, errors } = await read(text);
    expect(errors).toEqual([]);
    expect(module.body).toHaveLength(1);
    let nodes = 0;
    walk(module, () => nodes++);
    expect(nodes).toBeGreaterThan(0);
  });

  it.each([
    ["lists", `${"[".repeat(1000)}${"]".repeat(1000)}`],
    ["operators", `${"- ".repeat(1000)}a`],
    ["conditions", `a${" if b else c".repeat(1000)}`],
  ])("reports %s that are too deep, and goes on", async (_, text) => {
    const { module, errors } = await read(`${text}\nb = 1\n`);
    expect(errors).toHaveLength(1);
    expect(module.body).toMatchObject([{ nodeType: "Assign" }]);
  });
});

describe("what the grammar does not know", () => {
  it("reads defaults of type parameters", async () => {
    const { module, errors } = await read(
      "class A[T: int = str, *Ts = *tuple[int], **P = [int]](B):\n    x = 1\n\ntype C[T = int] = T\n",
    );
    expect(errors).toEqual([]);
    expect(module.body).toMatchObject([
      {
        bases: [{ id: "B" }],
        type_params: [
          { bound: { id: "int" }, default_value: { id: "str" }, character: 8, endCharacter: 20 },
          { default_value: { nodeType: "Starred", character: 28 } },
          { default_value: { nodeType: "List" }, endCharacter: 52 },
        ],
      },
      { type_params: [{ default_value: { id: "int", line: 3 } }] },
    ]);
  });
});
