import { describe, expect, it } from "vitest";
import { testParser } from "../testing";
import { decodeStatement } from "./decodeStatement";
import { encodeStatement, longestLiteral } from "./encodeStatement";
import { extractFacts } from "./extractFacts";
import type { ModuleFacts } from "./moduleFacts";

const parser = await testParser();
const factsOf = (text: string): ModuleFacts =>
  extractFacts(parser.read(text), text.split("\n").length);

const everything = `
"""Dóc 😀"""
import a.b as c, d.e
from . import f
from ..g import *
@deco(1, *args, k=v, **kw)
async def f[T: int = str, *Ts, **P](a, /, b: int = 1, *c, d, e=2, **g) -> list[int]:
    global q
    nonlocal_ = [x for x in y if x async for z in w]
    return await {**a, 'b': {1, 2}}
class A(B, metaclass=M):
    x: int = -1
    def m(self): yield from (lambda: 1.5)()
with a as b, c: pass
try:
    raise E from None
except* (F, G) as h:
    del x, y[1:2:3]
else: ...
finally: x += 1j ** 12345678901234567890
match p:
    case {"a": 1, **rest} | A(1, b=2) | [x, *_] | None as z if q: pass
f"{a!r:>{w}}" b"\\xff"
type X[T] = T
while not a < b <= c is not d: continue
for i, in j: break
else: assert (n := 1), u"m"
x = a if b else c or d
`;

describe("the store of statements", () => {
  it("gives back every node as it was", () => {
    const { module } = parser.read(everything);
    expect(module.body.length).toBeGreaterThan(10);
    for (const statement of module.body) {
      expect(decodeStatement(encodeStatement(statement), statement.line)).toEqual(statement);
    }
  });

  it("does not change when the statement moves", () => {
    const [here] = factsOf("def f():\n    return 1\n").statements;
    const [there] = factsOf("\n\n# c\ndef f():\n    return 1\n").statements;
    expect(there?.code).toEqual(here?.code);
    expect([here?.line, there?.line]).toEqual([0, 3]);
    const moved = decodeStatement(there?.code ?? new Uint8Array(), 3);
    expect(moved).toMatchObject({ line: 3, nameLine: 3, endLine: 4 });
  });

  it("keeps the beginning of a literal that is too long", () => {
    const [facts] = factsOf(`x = [${"1, ".repeat(longestLiteral + 5)}]`).statements;
    expect(decodeStatement(facts?.code ?? new Uint8Array(), 0)).toMatchObject({
      value: { elts: { length: longestLiteral + 1, [longestLiteral]: { nodeType: "Starred" } } },
    });
  });

  it("refuses bytes that are no statement", () => {
    const [facts] = factsOf("x = f(1)").statements;
    expect(() => decodeStatement(facts?.code.slice(0, 9) ?? new Uint8Array(), 0)).toThrow(
      RangeError,
    );
    expect(() => decodeStatement(new Uint8Array([250, 1]), 0)).toThrow(RangeError);
  });
});

describe("bindings", () => {
  const bound = (text: string) =>
    factsOf(text).statements.flatMap(({ bindings }) =>
      bindings.map(({ kind, name, branch }) => `${kind} ${name}${branch ? ` (${branch})` : ""}`),
    );

  it.each([
    ["import a.b", ["import a"]],
    ["import a.b as c", ["import c"]],
    ["from .x import y as z, w", ["import z", "import w"]],
    ["def f(p):\n    q = 1", ["function f"]],
    ["def f():\n    global q\n    q = 1", ["function f", "variable q (body)"]],
    ["class A:\n    x = 1", ["class A"]],
    ["a, (b, *c) = d.e = 1", ["variable a", "variable b", "variable c"]],
    ["for i in [j for j in k]:\n    with l as m:\n        pass", ["variable i", "variable m"]],
    ["x = [y := 1 for _ in z]", ["variable x", "variable y"]],
    [
      "try:\n    import a\nexcept ImportError as e:\n    a = None",
      ["import a", "variable e (otherwise)", "variable a (otherwise)"],
    ],
    [
      "if TYPE_CHECKING:\n    from a import b\nelse:\n    b = 1",
      ["import b (TYPE_CHECKING)", "variable b (otherwise)"],
    ],
    ["if x:\n    y = 1", ["variable y (body)"]],
    ["match x:\n    case {'a': y, **z} | [*w]:\n        pass", ["variable y", "variable w"]],
  ])("%s", (text, expected) => {
    const found = bound(text);
    for (const one of expected) expect(found).toContain(one);
    if (!text.startsWith("match")) expect(found).toEqual(expected);
  });

  it("names the modules that a statement imports, in functions too", () => {
    const { statements } = factsOf("def f():\n    import a.b\n    from ..c import d\n");
    expect(statements[0]?.imports).toEqual([
      { module: "a.b", level: 0 },
      { module: "c", level: 2 },
    ]);
  });
});
