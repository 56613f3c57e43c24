import mermaid from "mermaid";
import type { DiagramRefusal } from "../core/ports";

/*
 * Mermaid's own parser, without a page: a file of its own that server and command line load when they meet the first
 * diagram. What only drawing needs is left out by the build (scripts/build/mermaidParser.ts).
 */

mermaid.initialize({
  startOnLoad: false,
  suppressErrorRendering: true,
  securityLevel: "strict",
  // Whether a picture has too many edges is for whoever draws it to say.
  maxEdges: Number.MAX_SAFE_INTEGER,
  // Standard output belongs to the protocol.
  logLevel: "fatal",
});

/** Reads a diagram. @returns what Mermaid threw; `undefined` where it takes the diagram. */
export async function parse(source: string): Promise<DiagramRefusal | undefined> {
  try {
    await mermaid.parse(source);
    return undefined;
  } catch (thrown) {
    return { thrown };
  }
}
