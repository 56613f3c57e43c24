import { describe, expect, it } from "vitest";
import type { Expression } from "../../nodes";
import { expressionOf, nodesOf, place } from "../../testing";

async function constantOf(text: string): Promise<unknown> {
  const expression = await expressionOf(text);
  return expression.nodeType === "Constant" ? expression.value : expression.nodeType;
}

async function partsOf(text: string): Promise<unknown[]> {
  const expression: Expression = await expressionOf(text);
  const isParts = expression.nodeType === "JoinedStr" || expression.nodeType === "TemplateStr";
  return isParts ? expression.values.map((part) => describePart(part)) : [];
}

function describePart(part: Expression): unknown {
  if (part.nodeType === "Constant") return [part.value, place(part)];
  if (part.nodeType === "Interpolation") return [part.str, part.conversion, place(part)];
  return [part.nodeType, place(part)];
}

describe("plain strings", () => {
  it("decodes escapes", async () => {
    expect(await constantOf(String.raw`'\n\x41\101\u00e9\U0001F600\q\''`)).toBe("\nAAé😀\\q'");
    expect(await constantOf("'a\\\nb'")).toBe("ab");
    expect(await constantOf(String.raw`r'\n'`)).toBe("\\n");
  });

  it("reads bytes as one character each", async () => {
    expect(await constantOf(String.raw`b'\xff\777\u0041'`)).toEqual({ bytes: "\xff\xff\\u0041" });
  });

  it("reads line breaks as line feeds", async () => {
    expect(await constantOf("'''a\r\nb\rc'''")).toBe("a\nb\nc");
    expect(await constantOf("r'''a\r\nb'''")).toBe("a\nb");
  });

  it("joins literals side by side", async () => {
    const joined = await expressionOf("(u'a'\n 'b')");
    expect(joined).toMatchObject({ value: "ab", kind: "u" });
    expect(place(joined)).toBe("0:1-1:4");
    expect(await constantOf("b'a' b'b'")).toEqual({ bytes: "ab" });
  });
});

describe("f-strings and t-strings", () => {
  it("gives texts their places", async () => {
    expect(await partsOf("f'a{{b}}{x}c'")).toEqual([
      ["a{b}", "0:2-0:8"],
      ["FormattedValue", "0:8-0:11"],
      ["c", "0:11-0:12"],
    ]);
  });

  it("keeps the text before =", async () => {
    expect(await partsOf("f'{x = }'")).toEqual([
      ["x = ", "0:3-0:7"],
      ["FormattedValue", "0:2-0:8"],
    ]);
    const [value] = nodesOf(await expressionOf("f'{x = }'"), "FormattedValue");
    expect(value?.conversion).toBe("r".charCodeAt(0));
    const [formatted] = nodesOf(await expressionOf("f'{x=:>5}'"), "FormattedValue");
    expect(formatted?.conversion).toBe(-1);
  });

  it("nests format specifiers", async () => {
    const [outer, inner] = nodesOf(await expressionOf("f'{x!r:>{w}}'"), "FormattedValue");
    expect(outer?.conversion).toBe("r".charCodeAt(0));
    expect(outer?.format_spec).toMatchObject({
      character: 6,
      endCharacter: 11,
      values: [{ value: ">" }, {}],
    });
    expect(inner?.value).toMatchObject({ id: "w" });
  });

  it("takes := for a format specifier", async () => {
    const [value] = nodesOf(await expressionOf("f'{x:=10}'"), "FormattedValue");
    expect(value).toMatchObject({
      value: { id: "x" },
      format_spec: { values: [{ value: "=10" }] },
    });
  });

  it("allows the same quotes within", async () => {
    const [value] = nodesOf(await expressionOf(`f"{x["a"]}"`), "FormattedValue");
    expect(value?.value).toMatchObject({ nodeType: "Subscript", slice: { value: "a" } });
  });

  it("folds the texts of literals side by side", async () => {
    expect(await partsOf("'a' f'b{x}' 'c' f'' 'd'")).toEqual([
      ["ab", "0:0-0:7"],
      ["FormattedValue", "0:7-0:10"],
      ["cd", "0:12-0:23"],
    ]);
  });

  it("keeps the expression of a t-string as written", async () => {
    expect(await partsOf("t'a{ x !s}{y=}'")).toEqual([
      ["a", "0:2-0:3"],
      [" x", "s".charCodeAt(0), "0:3-0:10"],
      ["y=", "0:11-0:13"],
      ["y", "r".charCodeAt(0), "0:10-0:14"],
    ]);
  });

  it("reads a tuple in a field", async () => {
    const [value] = nodesOf(await expressionOf("f'{a, b}'"), "FormattedValue");
    expect(value?.value).toMatchObject({ nodeType: "Tuple", character: 3, endCharacter: 7 });
  });
});
