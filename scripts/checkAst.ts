import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createPythonParser } from "../src/core/python/parser";
import { firstDifference } from "./checkAst/compare";
import { CPython } from "./checkAst/cpython";
import { dump } from "./checkAst/dump";
import { pythonFiles, readPython, standardLibrary } from "./checkAst/files";
import { gaps } from "./checkAst/gaps";

/** Differences that are printed; the others are only counted. */
const shown = 20;

/**
 * Compares the AST with CPython's, node for node, in both ways in which it is read, for the files and folders given or else for the standard library of
 * the `python3` at hand. Exits with 1 on a difference that is not in `checkAst/gaps.ts`.
 */
async function main(paths: readonly string[]): Promise<void> {
  const require = createRequire(import.meta.url);
  const parser = await createPythonParser(
    readFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    readFileSync(require.resolve("tree-sitter-python/tree-sitter-python.wasm")),
  );
  const cpython = new CPython();
  const total = { files: 0, equal: 0, rejected: 0, undecodable: 0, gaps: 0, nodes: 0, lines: 0 };
  let different = 0;
  for (const path of pythonFiles(paths.length > 0 ? paths : [standardLibrary()])) {
    total.files++;
    const text = readPython(path);
    if (text === undefined) {
      total.undecodable++;
      continue;
    }
    const theirs = await cpython.dumpOf(text);
    if (theirs.startsWith("!")) {
      total.rejected++;
      continue;
    }
    // A closed file, and one that is open in an editor: the one by its tree, the other by its lines.
    const [difference] = [parser.read(text), parser.open(text)].flatMap(
      ({ module, errors }) => firstDifference(theirs, dump(module), errors) ?? [],
    );
    if (difference === undefined) {
      total.equal++;
      total.nodes += theirs.split("\n").length;
      total.lines += text.split("\n").length;
    } else if (Object.keys(gaps).some((gap) => path.endsWith(gap))) {
      total.gaps++;
    } else if (++different <= shown) {
      console.log(`${path}:${difference}\n`);
    }
  }
  console.log({ ...total, different });
  process.exitCode = different > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
