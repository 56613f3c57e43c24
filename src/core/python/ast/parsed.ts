import { type Range, range } from "../../text/range";
import type { Comment, ParsedPython } from "../pythonFile";
import type { ModuleReading } from "./assembleModule";

export type { Comment, ParsedPython };

/** Puts what was read from a text into the form that the rest of the core sees. */
export function parsedPython(text: string, reading: ModuleReading): ParsedPython {
  const comments: Comment[] = [];
  forEachFinding(reading.comments, (found, offset) => {
    const length = found.end.character - found.start.character;
    comments.push({ text: text.slice(offset, offset + length).trimEnd(), range: found });
  });
  const errors: Range[] = [];
  forEachFinding(reading.errors, (found) => errors.push(found));
  return { module: { nodeType: "Module", body: reading.body }, comments, errors };
}

function forEachFinding(
  found: readonly number[],
  callback: (found: Range, offset: number) => void,
): void {
  for (let at = 0; at + 4 < found.length; at += 5) {
    const [offset = 0, line = 0, character = 0, endLine = 0, end = 0] = found.slice(at, at + 5);
    callback(range(line, character, endLine, end), offset);
  }
}
