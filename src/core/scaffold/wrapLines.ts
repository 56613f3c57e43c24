/** A bracket pair at the outermost level of a line, as offsets of both brackets. */
interface Pair {
  readonly open: number;
  readonly close: number;
}

/**
 * Breaks lines of Python that are too long at their brackets, as ruff and Black do: what is in the last brackets goes on
 * a line of its own, and where that is too long still, each of its parts. A text that is assigned gets brackets; any other
 * line without them stays as it is.
 * @param lines one statement or part of a statement each; texts over several lines stay untouched
 */
export function wrapLines(lines: readonly string[], length: number): string[] {
  let isText = false;
  return lines.flatMap((line) => {
    const wasText = isText;
    if ((line.match(/"""/g)?.length ?? 0) % 2 === 1) isText = !isText;
    const isPlain = wasText || isText || /^\s*#/.test(line);
    return isPlain || line.length <= length ? [line] : wrap(line, length);
  });
}

function wrap(line: string, length: number): string[] {
  if (line.length <= length) return [line];
  const indent = /^ */.exec(line)?.[0] ?? "";
  const inner = `${indent}    `;
  const [, head, names] = /^(from \S+ import )([^(]+)$/.exec(line) ?? [];
  if (head !== undefined && names !== undefined) {
    return [`${head}(`, ...names.split(", ").map((name) => `    ${name},`), ")"];
  }
  const [, target, text] =
    /^( *[^"'()[\]{}]+ = )((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))$/.exec(line) ?? [];
  if (target !== undefined && text !== undefined) {
    return inner.length + text.length <= length
      ? [`${target}(`, inner + text, `${indent})`]
      : [line];
  }
  const pair = splitPair(line);
  if (pair === undefined || pair.close === pair.open + 1) return [line];
  const body = line.slice(pair.open + 1, pair.close);
  const open = line.slice(0, pair.open + 1);
  const close = indent + line.slice(pair.close);
  const parts = partsOf(body);
  const isOneLine = inner.length + body.length <= length && !isCollection(line, pair, parts);
  if (isOneLine) return [open, inner + body, close];
  const comma = parts.length > 1 || takesComma(line, pair, body) ? "," : "";
  return [open, ...parts.flatMap((part) => wrap(`${inner}${part}${comma}`, length)), close];
}

/** The brackets to break at: the parameters of a function, else the last outermost ones that hold anything. */
function splitPair(line: string): Pair | undefined {
  const pairs = outerPairs(line);
  if (/^\s*(?:async )?def /.test(line)) return pairs[0];
  return pairs.findLast(({ open, close }) => close > open + 1);
}

/** A literal of several parts gets a line for each of them. */
function isCollection(line: string, { open }: Pair, parts: readonly string[]): boolean {
  const isTrailer =
    /[\w\])]$/.test(line.slice(0, open)) && !/\b(?:in|return|await)$/.test(line.slice(0, open));
  return !isTrailer && parts.length > 1;
}

/** A comma behind a single part is right but in brackets that group, and behind a comprehension. */
function takesComma(line: string, { open }: Pair, body: string): boolean {
  const isCall = line[open] === "(" && /[\w\])]$/.test(line.slice(0, open));
  return (isCall || line[open] !== "(") && !/ for \w+ in /.test(body) && !body.startsWith("*");
}

function outerPairs(text: string): Pair[] {
  const pairs: Pair[] = [];
  let depth = 0;
  let open = 0;
  for (const [at, character] of codeCharacters(text)) {
    if ("([{".includes(character)) {
      if (depth === 0) open = at;
      depth += 1;
    } else if (")]}".includes(character)) {
      depth -= 1;
      if (depth === 0) pairs.push({ open, close: at });
    }
  }
  return pairs;
}

/** What outermost commas part. */
function partsOf(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [at, character] of codeCharacters(body)) {
    if ("([{".includes(character)) depth += 1;
    else if (")]}".includes(character)) depth -= 1;
    else if (character === "," && depth === 0) {
      parts.push(body.slice(from, at).trim());
      from = at + 1;
    }
  }
  const last = body.slice(from).trim();
  return last === "" ? parts : [...parts, last];
}

/** The characters of a line that are in no string. */
function* codeCharacters(text: string): Generator<readonly [number, string]> {
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else yield [at, character];
  }
}
