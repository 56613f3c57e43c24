import { mutated } from "./mutate";
import { nested } from "./nesting";
import { pieces } from "./pieces";
import { Random } from "./random";

/** A stretch of a text, in UTF-16 units, and what takes its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is tried: a folder of files, or a file that is edited. */
export type Input =
  | { readonly kind: "project"; readonly files: Readonly<Record<string, Uint8Array>> }
  | { readonly kind: "edits"; readonly text: string; readonly edits: readonly Edit[] };

/** Real texts that inputs are made of. */
export interface Sources {
  readonly python: readonly string[];
  /** Configuration, lock and requirements files by their names. */
  readonly others: readonly { readonly name: string; readonly text: string }[];
}

/** Lines of a file that are taken at most, but for a few whole ones: small inputs are many. */
const windowLines = 60;

/** The input of a number: the same for the same seed and sources. */
export function inputOf(seed: number, number: number, sources: Sources): Input {
  const random = new Random(seed, number);
  if (random.chance(0.3)) return edits(random, sources);
  const files: Record<string, Uint8Array> = { "main.py": encoded(python(random, sources), random) };
  if (random.chance(0.3)) files["other.py"] = encoded(python(random, sources), random);
  if (random.chance(0.1)) files["pkg/__init__.py"] = encoded(python(random, sources), random);
  if (random.chance(0.2)) {
    const { name, text } = random.one(sources.others);
    files[name] = encoded(random.chance(0.9) ? mutated(text, random) : text, random);
  }
  return { kind: "project", files };
}

function edits(random: Random, sources: Sources): Input {
  const start = random.chance(0.3) ? mutated(part(random, sources), random) : part(random, sources);
  const made: Edit[] = [];
  let text = start;
  for (let count = 1 + random.below(8); count > 0; count--) {
    const edit = random.chance(0.3) ? rewritten(text, random) : typed(text, random);
    made.push(edit);
    text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  return { kind: "edits", text: start, edits: made };
}

/** A key or two. */
function typed(text: string, random: Random): Edit {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + (random.chance(0.4) ? random.below(12) : 0));
  return { start, end, text: random.chance(0.2) ? "" : random.one(pieces) };
}

/** A stretch of lines in another form. */
function rewritten(text: string, random: Random): Edit {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(300));
  return { start, end, text: mutated(text.slice(start, end), random) };
}

function python(random: Random, sources: Sources): string {
  if (random.chance(0.1)) {
    const around = part(random, sources);
    const at = random.below(around.length + 1);
    return random.chance(0.5)
      ? nested(random)
      : `${around.slice(0, at)}\n${nested(random)}\n${around.slice(at)}`;
  }
  const text = part(random, sources);
  return random.chance(0.97) ? mutated(text, random) : text;
}

/** Some lines of a real file; now and then all of them. */
function part(random: Random, sources: Sources): string {
  const text = random.one(sources.python);
  if (random.chance(0.03)) return text;
  const lines = text.split("\n");
  const start = random.below(lines.length);
  return lines.slice(start, start + 1 + random.below(windowLines)).join("\n");
}

/** The bytes of a text, now and then spoilt. */
function encoded(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text, random.chance(0.02) ? random.one(["latin1", "utf16le"]) : "utf8");
  const spoilt = random.chance(0.05) ? 1 + random.below(5) : 0;
  for (let count = 0; count < spoilt; count++)
    bytes[random.below(bytes.length)] = random.below(256);
  return bytes;
}
