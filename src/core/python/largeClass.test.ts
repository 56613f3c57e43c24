import { expect, test } from "vitest";
import { testParser } from "./testing";

const parser = await testParser();

const method = (n: number) => `
    @property
    async def method_${n}(self, a: int = ${n}) -> int:
        """Says ${n}."""
        # ${n}
        if a > ${n}:
            return [x for x in self.items]
        else:
            pass
        return a + ${n}
`;
const text = `import os\n\n\nclass Large(Base[int], metaclass=M):\n${Array.from(
  { length: 12 },
  (_, n) => method(n),
).join("")}\n\ndef after(): return Large\n`;

/** What is typed into the middle of the class, key by key, and what is then left of it. */
const typed = [
  "value = f(self.items[0",
  "if x:\n            raise E('a' \"",
  "def inner(:\n            return (yield",
  '"""',
  "class In(",
  "\n  x\n",
];

test.each(typed)("a class of 100 lines in which %j is typed is read as if it were new", (code) => {
  const file = parser.open(text);
  const at = text.indexOf("return a + 6");
  let current = text;
  const states = [...code].map((_, length) => code.slice(0, length + 1));
  for (const state of [...states, ...states.toReversed(), ""]) {
    current = text.slice(0, at) + state + text.slice(at);
    file.become(current);
    const { module, comments, errors } = parser.read(current);
    expect(file.module).toEqual(module);
    expect(file.comments).toEqual(comments);
    expect(file.errors).toEqual(errors);
  }
});

/** Lines that cannot stand in brackets, or so it seems, and ends that are not those of the last statement. */
const odd = `
def odd(self):
    call(
        1,
    a=2,
    )
    if f(
    b=3,
    ):
        return 1;
    elif f(
    b=4,
    ):
        x = 1; y = 2 ;  # c
    match f:
        case A(
        a=5,
        ):
            pass
    try:
        pass
    except f(
    c=6,
    ):
        return f"""{
            d  # inside
        }"""
    @f(
    d=7,
    )
    def inner(): pass
\f
    after = 1
`;

test("right Python reads by its lines as it does by its tree", () => {
  const inClass = odd.replaceAll(/^(?=[^\n\f])/gm, "    ");
  const all = `\ufeffimport os\n\n\nclass Large:\n${inClass.repeat(3)}\f\nlast = 1;\n`;
  for (const written of [all, all.replaceAll("\n", "\r\n"), odd]) {
    const { module, comments, errors } = parser.open(written);
    expect(errors).toEqual([]);
    expect({ module, comments, errors }).toEqual(parser.read(written));
  }
});

test("what is indented for no reason is read alike in a class and in a large one", () => {
  const body = '  """Doc."""\n    x = 1\n    def m(self):\n        return 1\n';
  for (const count of [1, 30]) {
    const written = `class A:\n${body.repeat(count)}`;
    const { module, comments, errors } = parser.open(written);
    expect({ module, comments, errors }).toEqual(parser.read(written));
    expect(module.body[0]).toMatchObject({ body: { length: 3 * count } });
  }
});

test("a statement that a line break cuts short is read alike from a tree and by its lines", () => {
  for (const written of ["from .a import\n b  # c\n", "unit.\n      __all__", "x.\n\ty = 1\n"]) {
    const { module, comments, errors } = parser.open(written);
    expect(errors).not.toEqual([]);
    expect({ module, comments, errors }).toEqual(parser.read(written));
  }
});
