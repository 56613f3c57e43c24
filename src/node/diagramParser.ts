import { createRequire } from "node:module";
import { join } from "node:path";
import type { DiagramParser } from "../core/ports";

/** Mermaid's parser as the build lays it beside the bundles. @param folder where `mermaid.js` is */
export function diagramParserIn(folder: string): DiagramParser {
  let loaded: DiagramParser | undefined;
  return {
    async parse(source) {
      // The build makes the file of src/mermaid/main.ts, which is such a parser.
      loaded ??= createRequire(join(folder, "x"))("./mermaid.js") as DiagramParser;
      return await loaded.parse(source);
    },
  };
}
