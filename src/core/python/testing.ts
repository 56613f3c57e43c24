import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createPythonParser, type PythonParser } from "./parser";

let parser: Promise<PythonParser> | undefined;

/** The parser that all tests of one file share. */
export function testParser(): Promise<PythonParser> {
  const require = createRequire(import.meta.url);
  const bytes = (file: string) => new Uint8Array(readFileSync(require.resolve(file)));
  parser ??= createPythonParser(
    bytes("web-tree-sitter/web-tree-sitter.wasm"),
    bytes("tree-sitter-python/tree-sitter-python.wasm"),
  );
  return parser;
}
