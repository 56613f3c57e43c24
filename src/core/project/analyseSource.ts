import type { StoredAnalysis } from "../ports";
import { extractFacts } from "../python/facts/extractFacts";
import { storeFacts } from "../python/facts/storedFacts";
import type { PythonParser } from "../python/parser";
import { decodeSource, whyNotAnalysed } from "../text/decode";

/** The facts of a source file from its bytes, or why there are none. */
export function analyseSource(parser: PythonParser, bytes: Uint8Array): StoredAnalysis {
  const decoded = decodeSource(bytes);
  if (decoded.error !== undefined) return { error: decoded.error };
  const problem = whyNotAnalysed(decoded.text);
  if (problem !== undefined) return { error: problem };
  try {
    const parsed = parser.read(decoded.text);
    return { stored: storeFacts(extractFacts(parsed, lineCount(decoded.text))) };
  } catch (error) {
    // One file that the parser cannot take must not cost the others.
    return { error: `cannot be parsed: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Lines as LSP counts them: one more than there are line breaks. */
export function lineCount(text: string): number {
  let count = 1;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || (unit === 13 && text.charCodeAt(index + 1) !== 10)) count++;
  }
  return count;
}
