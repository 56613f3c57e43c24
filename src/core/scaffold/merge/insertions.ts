import type { TextEdit } from "../../edits/plan";

/** An edit that puts text at the beginning of a line. */
export function insertion(line: number, newText: string): TextEdit {
  const at = { line, character: 0 };
  return { range: { start: at, end: at }, newText };
}

/** Edits by place, those at one place joined in their order, as appliers want them. */
export function byPlace(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = [];
  const sorted = [...edits].sort((a, b) => a.range.start.line - b.range.start.line);
  for (const edit of sorted) {
    const last = joined.at(-1);
    const isSame =
      last !== undefined &&
      last.range.start.line === edit.range.start.line &&
      last.range.end.line === last.range.start.line &&
      edit.range.end.line === edit.range.start.line;
    if (isSame) joined[joined.length - 1] = { ...last, newText: last.newText + edit.newText };
    else joined.push(edit);
  }
  return joined;
}
