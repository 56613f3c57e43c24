import type { TextEdit } from "../../edits/plan";
import type { Expression, Keyword } from "../../python/ast/nodes";
import { codeOf } from "./codeOf";

/** Part of an expression's collection: an item, an argument, or a key with its value. */
interface Part {
  /** What tells it from the others: a name, a key, or all that it says. */
  readonly key: string;
  readonly value: Expression;
  readonly first: Expression | Keyword;
  readonly last: Expression | Keyword;
}

/**
 * The edits that give an expression what another version of it got: items of lists, tuples and dictionaries, and
 * arguments of calls, however deep. @returns `undefined` where something else has changed.
 */
export function changeExpression(
  before: Expression,
  after: Expression,
  current: Expression,
  afterLines: readonly string[],
  lines: readonly string[],
): TextEdit[] | undefined {
  if (codeOf(before) === codeOf(after) || codeOf(current) === codeOf(after)) return [];
  if (before.nodeType === "Await" && after.nodeType === "Await" && current.nodeType === "Await") {
    return changeExpression(before.value, after.value, current.value, afterLines, lines);
  }
  const [old, wanted, there] = [partsOf(before), partsOf(after), partsOf(current)];
  const last = there?.parts.at(-1)?.last;
  if (old?.head !== wanted?.head || old?.head !== there?.head || last === undefined) {
    return inPlace(before, after, current, afterLines);
  }
  if (old === undefined || wanted === undefined || there === undefined) return undefined;
  const [known, mine] = [byKey(old.parts), byKey(there.parts)];
  const kept = byKey(wanted.parts);
  if (old.parts.some(({ key }) => !kept.has(key))) return undefined;
  const edits: TextEdit[] = [];
  for (const { key, value } of wanted.parts) {
    const was = known.get(key)?.value;
    if (was === undefined || codeOf(was) === codeOf(value)) continue;
    const now = mine.get(key)?.value;
    const inner = now && changeExpression(was, value, now, afterLines, lines);
    if (inner === undefined) return undefined;
    edits.push(...inner);
  }
  const missing = wanted.parts.filter(({ key }) => !known.has(key) && !mine.has(key));
  if (missing.length === 0) return edits;
  const texts = missing.map((part) => textBetween(part, afterLines));
  const grown = appended(texts, last, current, lines);
  return grown && [...edits, grown];
}

/** Puts another version in place of an expression that nobody has touched. */
function inPlace(
  before: Expression,
  after: Expression,
  current: Expression,
  afterLines: readonly string[],
): TextEdit[] | undefined {
  if (codeOf(before) !== codeOf(current) || after.line !== after.endLine) return undefined;
  const start = { line: current.line, character: current.character };
  const end = { line: current.endLine, character: current.endCharacter };
  const newText = textBetween({ first: after, last: after }, afterLines);
  return [{ range: { start, end }, newText }];
}

function byKey(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map((part) => [part.key, part]));
}

/** The parts of a collection, and what must not differ besides them. */
function partsOf(
  expression: Expression,
): { readonly head: string; readonly parts: readonly Part[] } | undefined {
  switch (expression.nodeType) {
    case "List":
    case "Tuple":
    case "Set":
      return { head: expression.nodeType, parts: expression.elts.map(item) };
    case "Call":
      return {
        head: `Call ${codeOf(expression.func)}`,
        parts: [...expression.args.map(item), ...expression.keywords.map(argument)],
      };
    case "Dict":
      return {
        head: "Dict",
        parts: expression.values.map((value, index) => entry(expression.keys[index], value)),
      };
    default:
      return undefined;
  }
}

function item(value: Expression): Part {
  return { key: codeOf(value), value, first: value, last: value };
}

function argument(keyword: Keyword): Part {
  const { arg, value } = keyword;
  return { key: arg === null ? codeOf(value) : `${arg}=`, value, first: keyword, last: keyword };
}

function entry(key: Expression | null | undefined, value: Expression): Part {
  return { key: codeOf(key ?? value), value, first: key ?? value, last: value };
}

function textBetween(
  { first, last }: Pick<Part, "first" | "last">,
  lines: readonly string[],
): string {
  if (first.line === last.endLine) {
    return (lines[first.line] ?? "").slice(first.character, last.endCharacter);
  }
  const head = (lines[first.line] ?? "").slice(first.character);
  const middle = lines.slice(first.line + 1, last.endLine);
  return [head, ...middle, (lines[last.endLine] ?? "").slice(0, last.endCharacter)].join("\n");
}

/** Puts parts behind the last one: on lines of their own where that one is, behind its comment. */
function appended(
  texts: readonly string[],
  last: Expression | Keyword,
  whole: Expression,
  lines: readonly string[],
): TextEdit | undefined {
  const line = lines[last.endLine] ?? "";
  const rest = line.slice(last.endCharacter);
  const isSpread = whole.line !== last.endLine && whole.endLine !== last.endLine;
  const at = (character: number, newText: string): TextEdit => {
    const place = { line: last.endLine, character };
    return { range: { start: place, end: place }, newText };
  };
  if (!isSpread) return at(last.endCharacter, texts.map((one) => `, ${one}`).join(""));
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const added = texts.map((one) => `\n${indent}${one},`).join("");
  if (/^\s*,\s*(?:#.*)?$/.test(rest)) return at(line.trimEnd().length, added);
  return rest.trim() === "" ? at(last.endCharacter, `,${added}`) : undefined;
}
