import type { Constant, Expression } from "../../nodes";
import type { Positioned } from "../../position";
import { first, next } from "../../tree/table";
import { character, endCharacter, endLine, endOf, line, type Source, startOf } from "../source";
import { decodeBytes, decodeText, normalizeNewlines } from "./escapes";
import { fold } from "./fold";
import { parts } from "./formatted";
import { type Prefix, prefixAt } from "./prefix";

/** Converts one string literal. */
export function string(source: Source, node: number): Expression {
  const prefix = prefixAt(source.text, startOf(source.table, node));
  if (!prefix.isFormat && !prefix.isTemplate) return plain(source, node, prefix);
  return {
    nodeType: prefix.isTemplate ? "TemplateStr" : "JoinedStr",
    ...positionOf(source, node),
    values: fold(parts(source, node, prefix)),
  };
}

/** Converts literals side by side, which are one string. */
export function concatenatedString(source: Source, node: number): Expression {
  const { table } = source;
  const pieces: Expression[] = [];
  let kind: "f" | "t" | undefined;
  for (let child = first(node); child < next(table, node); child = next(table, child)) {
    const prefix = prefixAt(source.text, startOf(table, child));
    if (prefix.isFormat || prefix.isTemplate) {
      kind = prefix.isTemplate ? "t" : "f";
      pieces.push(...parts(source, child, prefix));
    } else {
      pieces.push(plain(source, child, prefix));
    }
  }
  const position = positionOf(source, node);
  if (kind !== undefined) {
    const nodeType = kind === "t" ? "TemplateStr" : "JoinedStr";
    return { nodeType, ...position, values: fold(pieces) };
  }
  return join(pieces, position);
}

function join(pieces: readonly Expression[], position: Positioned): Constant {
  let text = "";
  let isBytes = false;
  for (const piece of pieces) {
    const value = piece.nodeType === "Constant" ? piece.value : "";
    if (typeof value === "string") text += value;
    else if (value !== null && typeof value === "object" && "bytes" in value) {
      isBytes = true;
      text += value.bytes;
    }
  }
  const [head] = pieces;
  const kind = head?.nodeType === "Constant" ? head.kind : null;
  return { nodeType: "Constant", ...position, value: isBytes ? { bytes: text } : text, kind };
}

function plain(source: Source, node: number, prefix: Prefix): Constant {
  const { table } = source;
  const from = startOf(table, node) + prefix.open;
  const written = normalizeNewlines(
    source.text.slice(from, Math.max(from, endOf(table, node) - prefix.quotes)),
  );
  const decode = prefix.isBytes ? decodeBytes : decodeText;
  const text = prefix.isRaw ? written : decode(written);
  return {
    nodeType: "Constant",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    value: prefix.isBytes ? { bytes: text } : text,
    kind: prefix.isUnicode ? "u" : null,
  };
}

function positionOf(source: Source, node: number): Positioned {
  const { table } = source;
  return {
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
  };
}
