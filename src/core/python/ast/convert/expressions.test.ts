import { describe, expect, it } from "vitest";
import { expressionOf, nodesOf, place, shape, statementsOf } from "../testing";

const load = (id: string) => ({ nodeType: "Name", id, ctx: "Load" });

describe("expressions", () => {
  it("leaves parentheses out of positions, but for tuples", async () => {
    expect(place(await expressionOf("((a))"))).toBe("0:2-0:3");
    expect(place(await expressionOf("(a, b)"))).toBe("0:0-0:6");
    expect(place(await expressionOf("(a), b,"))).toBe("0:0-0:7");
    expect(place(await expressionOf("(a) + (b)"))).toBe("0:0-0:9");
  });

  it("joins and nests boolean operators as written", async () => {
    expect(shape(await expressionOf("a and b and c or d"))).toEqual({
      nodeType: "BoolOp",
      op: "Or",
      values: [
        { nodeType: "BoolOp", op: "And", values: [load("a"), load("b"), load("c")] },
        load("d"),
      ],
    });
  });

  it("binds & tighter than ^, which the grammar does not", async () => {
    const either = await expressionOf("a ^ b & c");
    expect(either).toMatchObject({ op: "BitXor", right: { op: "BitAnd" } });
    expect(await expressionOf("a & b ^ c")).toMatchObject({ op: "BitXor", left: { op: "BitAnd" } });
    expect(await expressionOf("a & (b ^ c)")).toMatchObject({ op: "BitAnd" });
  });

  it("awaits before it raises to a power", async () => {
    expect(await expressionOf("await a ** b")).toMatchObject({
      nodeType: "BinOp",
      op: "Pow",
      left: { nodeType: "Await", endCharacter: 7 },
    });
  });

  it("puts the star of an argument around the whole operation", async () => {
    const [call] = nodesOf(await expressionOf("f(*a.b(), *c + d, *e[0])"), "Call");
    expect(call?.args.map((argument) => [argument.nodeType, place(argument)])).toEqual([
      ["Starred", "0:2-0:8"],
      ["Starred", "0:10-0:16"],
      ["Starred", "0:18-0:23"],
    ]);
    expect(call?.args[1]).toMatchObject({ value: { nodeType: "BinOp", character: 11 } });
  });

  it("gives a generator that is the only argument the position of the parentheses", async () => {
    const [generator] = nodesOf(
      await expressionOf("sum(x for x in y if x async for z in x)"),
      "GeneratorExp",
    );
    expect(generator && place(generator)).toBe("0:3-0:39");
    expect(generator?.generators).toMatchObject([
      { is_async: 0, ifs: [{ id: "x" }], target: { ctx: "Store" } },
      { is_async: 1, ifs: [] },
    ]);
  });

  it("reads slices, and tuples of them", async () => {
    expect(shape(await expressionOf("a[1:, ::2]"))).toMatchObject({
      slice: {
        nodeType: "Tuple",
        elts: [
          { lower: { value: 1 }, upper: null, step: null },
          { lower: null, upper: null, step: { value: 2 } },
        ],
      },
    });
    expect(await expressionOf("a[*b]")).toMatchObject({ slice: { nodeType: "Tuple" } });
    expect(await expressionOf("a[b]")).toMatchObject({ slice: { nodeType: "Name" } });
  });

  it("gives := the whole conditional", async () => {
    expect(await expressionOf("(x := a if b else c)")).toMatchObject({
      nodeType: "NamedExpr",
      target: { id: "x", ctx: "Store" },
      value: { nodeType: "IfExp", body: { id: "a" } },
    });
  });

  it("keeps comparisons in a row", async () => {
    expect(shape(await expressionOf("a < b not in c is not d"))).toMatchObject({
      left: load("a"),
      ops: ["Lt", "NotIn", "IsNot"],
      comparators: [load("b"), load("c"), load("d")],
    });
  });

  it("sorts arguments, and keeps ** without a name", async () => {
    const [call] = nodesOf(await expressionOf("f(a, b=1, *c, **d)"), "Call");
    expect(call?.args.map((argument) => argument.nodeType)).toEqual(["Name", "Starred"]);
    expect(call?.keywords.map(({ arg }) => arg)).toEqual(["b", null]);
  });

  it("reads numbers", async () => {
    const values = async (text: string) => {
      const [list] = nodesOf(await expressionOf(text), "List");
      return list?.elts.map((element) =>
        element.nodeType === "Constant" ? element.value : element,
      );
    };
    expect(await values("[0x_ff, 1_000, 0b11, 0o17, 12345678901234567890]")).toEqual([
      255,
      1000,
      3,
      15,
      12345678901234567890n,
    ]);
    expect(await values("[1.0, 1e3, .5, 2j, True, None, ...]")).toEqual([
      { float: 1 },
      { float: 1000 },
      { float: 0.5 },
      { complex: 2 },
      true,
      null,
      { ellipsis: true },
    ]);
  });

  it("normalises names, and counts UTF-16 units", async () => {
    const [first] = await statementsOf("'😀'; ﬁx = é\n");
    const names = nodesOf(
      { nodeType: "Module", body: await statementsOf("'😀'; ﬁx = é\n") },
      "Name",
    );
    expect(first && place(first)).toBe("0:0-0:4");
    expect(names.map((node) => [node.id, place(node)])).toEqual([
      ["fix", "0:6-0:8"],
      ["é", "0:11-0:12"],
    ]);
  });
});
