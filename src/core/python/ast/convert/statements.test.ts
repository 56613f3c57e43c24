import { describe, expect, it } from "vitest";
import type { Statement } from "../nodes";
import { nodesOf, place, shape, statementsOf } from "../testing";

async function only(text: string): Promise<Statement> {
  const [first] = await statementsOf(text);
  if (first === undefined) throw new Error("No statement.");
  return first;
}

describe("definitions", () => {
  it("begin after their decorators, and say where their name is", async () => {
    const node = await only("@a\n@b(1)\nasync  def f(): pass;\n");
    expect(node).toMatchObject({
      nodeType: "AsyncFunctionDef",
      nameLine: 2,
      nameCharacter: 11,
      decorator_list: [{ id: "a" }, { nodeType: "Call" }],
    });
    expect(place(node)).toBe("2:0-2:21");
  });

  it("sort their parameters", async () => {
    const node = await only("def f(a, b: int = 1, /, c=2, *d: e, g, h=3, **i) -> j: ...");
    expect(shape(node)).toMatchObject({
      args: {
        posonlyargs: [{ arg: "a" }, { arg: "b", annotation: { id: "int" } }],
        args: [{ arg: "c" }],
        vararg: { arg: "d", annotation: { id: "e" } },
        kwonlyargs: [{ arg: "g" }, { arg: "h" }],
        kw_defaults: [null, { value: 3 }],
        kwarg: { arg: "i" },
        defaults: [{ value: 1 }, { value: 2 }],
      },
      returns: { id: "j" },
    });
  });

  it("have bases, keywords and type parameters", async () => {
    const node = await only("class A[T: int, *Ts, **P](B, metaclass=C): pass");
    expect(node).toMatchObject({
      bases: [{ id: "B" }],
      keywords: [{ arg: "metaclass" }],
      type_params: [
        { nodeType: "TypeVar", name: "T", bound: { id: "int" } },
        { nodeType: "TypeVarTuple", name: "Ts" },
        { nodeType: "ParamSpec", name: "P" },
      ],
    });
  });
});

describe("assignments", () => {
  it("have several targets", async () => {
    expect(await only("a = b.c, *d = e")).toMatchObject({
      targets: [
        { id: "a", ctx: "Store" },
        { nodeType: "Tuple", ctx: "Store", elts: [{ ctx: "Store" }, { ctx: "Store" }] },
      ],
    });
  });

  it("are simple when a bare name is annotated", async () => {
    expect(await only("a: int")).toMatchObject({ simple: 1, value: null });
    expect(await only("a.b: int = 1")).toMatchObject({ simple: 0 });
    expect(await only("(a): int = 1")).toMatchObject({ simple: 0 });
  });

  it("read unions in annotations from the left", async () => {
    const node = await only("a: list[b] | c.d | None = None");
    expect(node).toMatchObject({
      annotation: {
        left: { left: { nodeType: "Subscript" }, right: { nodeType: "Attribute" } },
        right: { value: null },
      },
    });
  });

  it("tell a type alias from a call of type", async () => {
    expect(await only("type A[T] = list[T]")).toMatchObject({
      nodeType: "TypeAlias",
      name: { id: "A", ctx: "Store" },
      type_params: [{ name: "T" }],
    });
    expect(await only("type(a).b = 1")).toMatchObject({
      nodeType: "Assign",
      targets: [{ nodeType: "Attribute", value: { nodeType: "Call", endCharacter: 7 } }],
    });
    expect(await only("type = 1")).toMatchObject({ targets: [{ id: "type" }] });
  });
});

describe("compound statements", () => {
  it("end with their last statement or semicolon, not with comments", async () => {
    expect(place(await only("if a:\n    b\n    # comment\n"))).toBe("0:0-1:5");
    expect(place(await only("while a: b;\n"))).toBe("0:0-0:11");
  });

  it("nest elif, however long the chain", async () => {
    const chain = Array.from({ length: 1000 }, (_, index) => `elif a == ${index}:\n    b\n`);
    const node = await only(`if a:\n    b\n${chain.join("")}else:\n    c\n`);
    expect(nodesOf(node, "If")).toHaveLength(1001);
    expect(node).toMatchObject({ endLine: 2003, orelse: [{ line: 2, character: 0 }] });
  });

  it("read try with all its clauses", async () => {
    const text =
      "try:\n    a\nexcept B as c:\n    d\nexcept (E, F):\n    g\nelse:\n    h\nfinally:\n    i\n";
    expect(await only(text)).toMatchObject({
      nodeType: "Try",
      handlers: [
        { name: "c", type: { id: "B" } },
        { name: null, type: { nodeType: "Tuple" } },
      ],
      orelse: [{ line: 7 }],
      finalbody: [{ line: 9 }],
    });
    expect(await only("try: a\nexcept* B: c\n")).toMatchObject({ nodeType: "TryStar" });
    expect(await only("try: a\nexcept B, C: d\n")).toMatchObject({
      handlers: [{ type: { nodeType: "Tuple", character: 7, endCharacter: 11 } }],
    });
  });

  it("tell items of a with from a tuple", async () => {
    const items = async (text: string) => {
      const [statement] = nodesOf(await only(text), "With");
      return statement?.items.map((item) => [
        item.context_expr.nodeType,
        item.optional_vars !== null,
      ]);
    };
    expect(await items("with (a, b): pass")).toEqual([
      ["Name", false],
      ["Name", false],
    ]);
    expect(await items("with (a as b, c as d): pass")).toEqual([
      ["Name", true],
      ["Name", true],
    ]);
    expect(await items("with (a, b) as c: pass")).toEqual([["Tuple", true]]);
    expect(await items("with (a, *b): pass")).toEqual([["Tuple", false]]);
    expect(await items("with a if b else c() as d: pass")).toEqual([["IfExp", true]]);
  });

  it("read match", async () => {
    const text = [
      "match a, b:",
      "    case {'x': [c, *_], **rest} if d:",
      "        pass",
      "    case E(f, g=-1 | None as h) | 'i':",
      "        pass",
      "    case (j), k.l, _:",
      "        pass",
      "",
    ].join("\n");
    expect(await only(text)).toMatchObject({
      subject: { nodeType: "Tuple" },
      cases: [
        {
          pattern: {
            keys: [{ value: "x" }],
            patterns: [{ patterns: [{ name: "c" }, { nodeType: "MatchStar", name: null }] }],
            rest: "rest",
          },
          guard: { id: "d" },
        },
        {
          pattern: {
            nodeType: "MatchOr",
            patterns: [
              { kwd_attrs: ["g"], kwd_patterns: [{ nodeType: "MatchAs", name: "h" }] },
              {},
            ],
          },
        },
        {
          pattern: {
            patterns: [{ name: "j" }, { nodeType: "MatchValue" }, { pattern: null, name: null }],
          },
        },
      ],
    });
  });

  it("read imports", async () => {
    expect(await only("from .. a . b import (c as d, e,)".replace(".. a", "..a"))).toMatchObject({
      level: 2,
      module: "a.b",
      names: [
        { name: "c", asname: "d" },
        { name: "e", asname: null },
      ],
    });
    expect(await only("from ... import *")).toMatchObject({ level: 3, module: null });
    expect(await only("from __future__ import annotations")).toMatchObject({
      module: "__future__",
    });
    expect(await only("import a.b as c, d")).toMatchObject({
      names: [{ name: "a.b" }, { name: "d" }],
    });
  });

  it("read print with >> as Python 3 does", async () => {
    expect(await only("print >>a, b")).toMatchObject({ value: { nodeType: "Tuple" } });
  });
});
