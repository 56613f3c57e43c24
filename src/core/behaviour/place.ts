import type { Place } from "../evaluation/value";
import type { Expression } from "../python/ast/nodes";

/** Where something stands in the code; the line counts from 1. */
export interface CodePlace {
  readonly path: string;
  readonly line: number;
}

/** A place of the evaluation as one that people read. */
export function placed({ path, line }: Pick<Place, "path" | "line">): CodePlace {
  return { path, line: line + 1 };
}

/** `app.errors.NotFound` of names and attributes; `undefined` for anything else. */
export function dottedText(node: Expression): string | undefined {
  if (node.nodeType === "Name") return node.id;
  if (node.nodeType !== "Attribute") return undefined;
  const base = dottedText(node.value);
  return base === undefined ? undefined : `${base}.${node.attr}`;
}
