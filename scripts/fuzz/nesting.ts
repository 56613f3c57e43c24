import type { Random } from "./random";

/** What can be put around itself: what opens it, what is within, what closes it. */
const nests: readonly (readonly [open: string, core: string, close: string])[] = [
  ["(", "x", ")"],
  ["[", "x", "]"],
  ["{", "x", "}"],
  ["{1: ", "x", "}"],
  ["f(", "x", ")"],
  ["f(a=", "x", ")"],
  ["x[", "0", "]"],
  ["", "x", ".a"],
  ["", "x", "()"],
  ["", "x", "[0]"],
  ["not ", "x", ""],
  ["-", "x", ""],
  ["await ", "x", ""],
  ["lambda: ", "x", ""],
  ["lambda x=", "1", ": x"],
  ["x if ", "y", " else z"],
  ["x or (", "y", ")"],
  ["x + ", "y", ""],
  ["x ** ", "y", ""],
  ["x < ", "y", ""],
  ["x = ", "y", ""],
  ["*", "x", ""],
  ["(yield ", "x", ")"],
  ["(y := ", "x", ")"],
  ["[a for a in ", "x", "]"],
  ["f'{", "x", "}'"],
  ['f"""{', "x", '}"""'],
  ["f'{x:{", "y", "}}'"],
  ["list[", "int", "]"],
  ["'a' ", "'b'", " 'c'"],
  ["x, ", "y", ""],
  ["@f(", "x", ")\n"],
];

/** Headers of blocks. */
const headers: readonly string[] = [
  "if x:",
  "for x in y:",
  "while x:",
  "with x as y:",
  "try:",
  "def f():",
  "async def f(a=1, *b, **c):",
  "class A:",
  "match x:",
  "case [x]:",
  "else:",
];

/** Deeply nested code of one kind, or of all mixed; closed or left open. */
export function nested(random: Random): string {
  const depth = random.one([5, 50, 99, 101, 150, 199, 201, 399, 401, 1000, 5000]);
  if (random.chance(0.3)) return blocks(random, depth);
  const isMixed = random.chance(0.3);
  const kind = random.one(nests);
  const chosen = Array.from({ length: depth }, () => (isMixed ? random.one(nests) : kind));
  const opened = chosen.map(([open]) => open).join("");
  const closed = chosen
    .map(([, , close]) => close)
    .reverse()
    .join("");
  const left = random.chance(0.7) ? closed : closed.slice(random.below(closed.length + 1));
  const prefix = random.one([
    "",
    "x = ",
    "def f(a: ",
    "class A(",
    "return ",
    "from x import ",
    "@",
  ]);
  return `${prefix}${opened}${kind[1]}${left}\n`;
}

function blocks(random: Random, depth: number): string {
  const header = random.one(headers);
  const isMixed = random.chance(0.5);
  const indent = random.one([" ", "\t", "  "]);
  const lines = Array.from({ length: Math.min(depth, 1000) }, (_, level) => {
    return indent.repeat(level) + (isMixed ? random.one(headers) : header);
  });
  return `${lines.join("\n")}\n${indent.repeat(lines.length)}pass\n`;
}
