import type { FileSystem } from "../core/ports";
import { createPythonParser } from "../core/python/parser";
import type { ScaffoldHost } from "../core/scaffold/scaffoldModule";
import { pythonGrammarIn } from "../node/pythonGrammar";
import { templatesIn } from "../node/templates";

/** What scaffolding needs, from the files beside the bundle. */
export async function scaffoldHost(fileSystem: FileSystem): Promise<ScaffoldHost> {
  const grammar = pythonGrammarIn(__dirname);
  const [templates, runtime, language] = await Promise.all([
    templatesIn(__dirname),
    grammar.runtime(),
    grammar.language(),
  ]);
  return { templates, fileSystem, parser: await createPythonParser(runtime, language) };
}
