import { CodeBase } from "../project/codeBase";
import { extractFacts } from "../python/facts/extractFacts";
import type { PythonParser } from "../python/parser";
import { testParser } from "../python/testing";

/** A code base of the given files, by their paths; texts may be indented as a whole. */
export async function codeBaseOf(files: Readonly<Record<string, string>>): Promise<CodeBase> {
  const parser = await testParser();
  const code = new CodeBase();
  for (const [path, text] of Object.entries(files)) setFile(code, parser, path, text);
  return code;
}

/** Gives a file of a code base another text. */
export function setFile(code: CodeBase, parser: PythonParser, path: string, text: string): void {
  const plain = dedented(text);
  code.set(path, extractFacts(parser.read(plain), plain.split("\n").length));
}

/** A text without the indentation that all of its lines have. */
export function dedented(text: string): string {
  const lines = text.replace(/^\n/, "").split("\n");
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = Math.min(...indents, 100);
  return lines.map((line) => line.slice(least)).join("\n");
}
