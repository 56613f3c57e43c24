import type { Expression } from "../../nodes";
import { Kind } from "../../tree/kinds";
import { first, kind, next } from "../../tree/table";
import { character, endCharacter, endLine, endOf, line, type Source, startOf } from "../source";
import { replacementField } from "./fields";
import type { Prefix } from "./prefix";
import { advance, decodePart, type Place, type Style, textPart } from "./texts";

/** The texts and replacement fields of one f-string or t-string, not yet folded. */
export function parts(source: Source, node: number, prefix: Prefix): Expression[] {
  const { table } = source;
  const start = {
    offset: startOf(table, node) + prefix.open,
    line: line(table, node),
    character: character(table, node) + prefix.open,
  };
  const style = { isRaw: prefix.isRaw, isTemplate: prefix.isTemplate, isSpecifier: false };
  const end = endOf(table, node) - prefix.quotes;
  return pieces(source, first(node), next(table, node), start, end, style);
}

/**
 * The texts and replacement fields between two places.
 * @param from the first node that can be a replacement field
 * @param start where the first text begins
 * @param endOffset where the last text ends
 */
export function pieces(
  source: Source,
  from: number,
  end: number,
  start: Place,
  endOffset: number,
  style: Style,
): Expression[] {
  const { table } = source;
  const result: Expression[] = [];
  let at = start;
  for (let child = from; child < end; child = next(table, child)) {
    const found = kind(table, child);
    if (found !== Kind.interpolation && found !== Kind.format_expression) continue;
    pushText(source, at, startOf(table, child), style, result);
    replacementField(source, child, style, result);
    at = {
      offset: endOf(table, child),
      line: endLine(table, child),
      character: endCharacter(table, child),
    };
  }
  pushText(source, at, endOffset, style, result);
  return result;
}

function pushText(source: Source, from: Place, end: number, style: Style, to: Expression[]): void {
  if (end <= from.offset) return;
  const value = decodePart(source.text.slice(from.offset, end), style);
  to.push(textPart(from, advance(source.text, from, end), value));
}
