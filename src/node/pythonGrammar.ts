import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PythonGrammar } from "../core/ports";

/** The grammar as the build lays it beside the bundles. @param folder where the `.wasm` files are. */
export function pythonGrammarIn(folder: string): PythonGrammar {
  return {
    runtime: () => readFile(join(folder, "web-tree-sitter.wasm")),
    language: () => readFile(join(folder, "tree-sitter-python.wasm")),
  };
}
