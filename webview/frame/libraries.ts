import * as parser from "@mermaid-js/parser";
import cytoscape from "cytoscape";
import coseBilkent from "cytoscape-cose-bilkent";
import fcose from "cytoscape-fcose";
import katex from "katex";

/*
 * What only some types of diagram need, and formulas: half of all code. The frame is sent it when the first such diagram is
 * drawn (`scripts/build/drawingFrame.ts`).
 */
window.takeLibraries({
  "@mermaid-js/parser": parser,
  cytoscape,
  "cytoscape-cose-bilkent": coseBilkent,
  "cytoscape-fcose": fcose,
  katex,
});
