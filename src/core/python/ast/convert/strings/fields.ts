import type { Expression, FormattedValue, JoinedStr } from "../../nodes";
import { Kind } from "../../tree/kinds";
import { first, kind, next, stride } from "../../tree/table";
import { expression, expressionOrTuple } from "../expressions";
import { character, endCharacter, endLine, endOf, line, type Source, startOf } from "../source";
import { normalizeNewlines } from "./escapes";
import { fold } from "./fold";
import { pieces } from "./formatted";
import { advance, type Place, type Style, textPart } from "./texts";

/** The parts of `{value=!conversion:specifier}`; -1 for those that are missing. */
interface Field {
  readonly value: number;
  /** Where the nodes of the value end. */
  readonly valueEnd: number;
  readonly equal: number;
  readonly conversion: number;
  /** The colon, or the node that begins with it. */
  readonly specifier: number;
  /** Offset of the closing brace. */
  readonly closing: number;
}

/** Converts a replacement field; after `=` the text of its expression comes before it. */
export function replacementField(
  source: Source,
  node: number,
  style: Style,
  to: Expression[],
): void {
  const { table } = source;
  const field = readField(source, node);
  const { conversion, specifier, closing } = field;
  const open = placeAfter(source, node, 1);
  if (field.equal >= 0) {
    const stop = conversion >= 0 ? conversion : specifier;
    const offset = stop >= 0 ? startOf(table, stop) : closing;
    const written = withoutComments(source.text.slice(open.offset, offset));
    to.push(textPart(open, advance(source.text, open, offset), written));
  }
  const formatted: FormattedValue = {
    nodeType: "FormattedValue",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: fieldValue(source, field),
    conversion: conversionOf(source, field),
    format_spec: specifier >= 0 ? formatSpec(source, field, style) : null,
  };
  if (!style.isTemplate || style.isSpecifier) to.push(formatted);
  else {
    const str = writtenValue(source, node, field);
    to.push({ ...formatted, nodeType: "Interpolation", str });
  }
}

function readField(source: Source, node: number): Field {
  const { table } = source;
  const end = next(table, node);
  const value = first(node);
  const closing = endOf(table, node) - 1;
  // `{x:=10}` is `x` with the specifier `=10`.
  if (kind(table, value) === Kind.named_expression) {
    const specifier = next(table, first(value));
    const valueEnd = specifier;
    return { value: first(value), valueEnd, equal: -1, conversion: -1, specifier, closing };
  }
  const found = { equal: -1, conversion: -1, specifier: -1 };
  let valueEnd = end;
  for (let child = next(table, value); child < end; child = next(table, child)) {
    const part = kind(table, child);
    if (part === Kind.Equal) found.equal = child;
    else if (part === Kind.type_conversion) found.conversion = child;
    else if (part === Kind.format_specifier) found.specifier = child;
    else continue;
    valueEnd = Math.min(valueEnd, child);
  }
  return { value, valueEnd, ...found, closing };
}

/** The place that lies some characters after the start of a node, on the same line. */
function placeAfter(source: Source, node: number, characters: number): Place {
  const { table } = source;
  return {
    offset: startOf(table, node) + characters,
    line: line(table, node),
    character: character(table, node) + characters,
  };
}

function fieldValue(source: Source, field: Field): Expression {
  const { value, valueEnd } = field;
  return valueEnd === next(source.table, value)
    ? expression(source, value)
    : expressionOrTuple(source, value, valueEnd);
}

function conversionOf(source: Source, field: Field): number {
  if (field.conversion >= 0) {
    return source.text.charCodeAt(startOf(source.table, field.conversion) + 1);
  }
  return field.equal >= 0 && field.specifier < 0 ? "r".charCodeAt(0) : -1;
}

function formatSpec(source: Source, field: Field, style: Style): JoinedStr {
  const { table } = source;
  const { specifier, closing } = field;
  const start = placeAfter(source, specifier, 1);
  const inner = { ...style, isSpecifier: true };
  const isNode = kind(table, specifier) === Kind.format_specifier;
  const from = isNode ? first(specifier) : specifier + stride;
  const to = isNode ? next(table, specifier) : from;
  const end = advance(source.text, start, closing);
  return {
    nodeType: "JoinedStr",
    line: line(table, specifier),
    character: character(table, specifier),
    endLine: end.line,
    endCharacter: end.character,
    values: fold(pieces(source, from, to, start, closing, inner)),
  };
}

/** The text of an expression as CPython keeps it. */
function withoutComments(written: string): string {
  const normal = normalizeNewlines(written);
  return normal.includes("#") ? normal.replace(stringsAndComments, keepStrings) : normal;
}

const stringsAndComments = /("""|'''|"|')(?:\\[\s\S]|(?!\1)[^\\])*\1|#.*/g;

function keepStrings(found: string): string {
  return found.startsWith("#") ? "" : found;
}

function writtenValue(source: Source, node: number, field: Field): string {
  const { table } = source;
  const stops = [field.equal, field.conversion, field.specifier].filter((part) => part >= 0);
  const stop = stops.length > 0 ? startOf(table, Math.min(...stops)) : field.closing;
  return withoutComments(source.text.slice(startOf(table, node) + 1, stop)).trimEnd();
}
