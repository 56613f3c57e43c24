import { pieces } from "./pieces";
import type { Random } from "./random";

type Mutation = (text: string, random: Random) => string;

/** Words, numbers, blanks and signs. */
const tokens = /\w+|[ \t]+|\r?\n|[^\w\s]/g;

/** Ways to spoil a text. */
const mutations: readonly Mutation[] = [
  onParts(tokenParts, (part) => part.splice(0)),
  onParts(tokenParts, (part) => part.push(...part)),
  onParts(tokenParts, (part) => part.reverse()),
  onParts(lineParts, (part) => part.splice(0)),
  onParts(lineParts, (part) => part.push(...part)),
  onParts(lineParts, (part) => part.reverse()),
  // A block in another depth.
  onParts(lineParts, (part, random) => {
    const indent = random.one(["", " ", "    ", "\t", "            "]);
    for (const [index, line] of part.entries()) part[index] = indent + line;
  }),
  onParts(lineParts, (part, random) => {
    const less = random.below(8);
    for (const [index, line] of part.entries())
      part[index] = line.slice(Math.min(less, indentOf(line)));
  }),
  // Half-typed.
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  inserted((random) => random.one(pieces)),
  inserted((random) => random.one(pieces).repeat(1 + random.below(30))),
  inserted((random) => String.fromCharCode(random.below(0x10000))),
  // Something from another place of the same text.
  (text, random) => {
    const start = random.below(text.length + 1);
    const part = text.slice(start, start + random.below(400));
    return inserted(() => part)(text, random);
  },
  (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + random.below(3));
  },
  (text, random) => text.replaceAll("\n", random.one(["\r\n", "\r", "\n\n"])),
  (text, random) => {
    const [a, b] = [
      random.one(text.match(/\w+/g) ?? ["x"]),
      random.one(text.match(/\w+/g) ?? ["x"]),
    ];
    return text.replaceAll(a, b).slice(0, 2 * text.length + 1000);
  },
];

/** Spoils a text in one to a few ways. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let count = 1 + random.below(4); count > 0; count--) {
    result = random.one(mutations)(result, random);
  }
  return result;
}

function tokenParts(text: string): string[] {
  return text.match(tokens) ?? [];
}

function lineParts(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function onParts(
  parted: (text: string) => string[],
  change: (part: string[], random: Random) => unknown,
): Mutation {
  return (text, random) => {
    const parts = parted(text);
    const start = random.below(parts.length + 1);
    const part = parts.slice(start, start + 1 + random.below(random.chance(0.2) ? 40 : 4));
    const { length } = part;
    change(part, random);
    return [...parts.slice(0, start), ...part, ...parts.slice(start + length)].join("");
  };
}

function inserted(what: (random: Random) => string): Mutation {
  return (text, random) => {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + what(random) + text.slice(at);
  };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
