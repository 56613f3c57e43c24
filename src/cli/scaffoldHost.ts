import type { FileSystem } from "../core/ports";
import { createPythonParser } from "../core/python/parser";
import { readOwnTemplates } from "../core/scaffold/ownTemplates";
import type { ScaffoldHost } from "../core/scaffold/scaffoldModule";
import { pythonGrammarIn } from "../node/pythonGrammar";
import { templatesIn } from "../node/templates";

/**
 * What scaffolding needs, from the files beside the bundle.
 * @param folder URI of the folder whose own templates replace those
 */
export async function scaffoldHost(folder: string, fileSystem: FileSystem): Promise<ScaffoldHost> {
  const grammar = pythonGrammarIn(__dirname);
  const [templates, runtime, language] = await Promise.all([
    templatesIn(__dirname),
    grammar.runtime(),
    grammar.language(),
  ]);
  const own = await readOwnTemplates(folder, fileSystem);
  return {
    templates: { ...templates, ...own },
    fileSystem,
    parser: await createPythonParser(runtime, language),
  };
}
