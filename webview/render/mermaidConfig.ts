import type { MermaidConfig } from "mermaid";
import type { Limits } from "../messages";
import { toHex } from "../theme/color";
import { themeVariables } from "../theme/mermaidTheme";
import type { WorkbenchTheme } from "../theme/workbench";

/** What the preview takes on until settings say something else; a diagram cannot raise it. */
export const LIMITS: Limits = { characters: 50_000, edges: 500 };

/**
 * Keys that a diagram's `%%{init}%%` or front matter cannot set, at any depth: whatever bears on security, limits, HTML
 * labels and fonts by URL. Mermaid drops them without a word.
 */
const SECURE = [
  "secure",
  "securityLevel",
  "startOnLoad",
  "suppressErrorRendering",
  "maxTextSize",
  "maxEdges",
  "htmlLabels",
  "themeCSS",
  "dompurifyConfig",
  "arrowMarkerAbsolute",
  "deterministicIds",
  "deterministicIDSeed",
  "legacyMathML",
  "forceLegacyMathML",
  "logLevel",
];

/** Mermaid's configuration for a theme of the workbench. */
export function mermaidConfig(theme: WorkbenchTheme, limits: Limits): MermaidConfig {
  const { fontFamily, fontSize } = theme;
  return {
    ...withoutTheme(theme, limits),
    theme: "base",
    themeVariables: themeVariables(theme),
    themeCSS: corrections(theme),
    fontSize,
    sequence: {
      actorFontFamily: fontFamily,
      messageFontFamily: fontFamily,
      noteFontFamily: fontFamily,
      width: 120,
    },
    gantt: { fontSize: fontSize - 1, sectionFontSize: fontSize - 1, barHeight: 22 },
  };
}

/**
 * Where Mermaid's styles take no variable: lines shine through the labels on them, ends of relations are white, C4's words
 * are dark grey, Sankey's bands vanish on a dark ground, and a mind map's round nodes have their text beside the middle.
 */
function corrections({ card, foreground, fontSize, dark }: WorkbenchTheme): string {
  const ground = toHex(card);
  const text = toHex(foreground);
  return `
    .edgeLabel rect, .edgeLabel .label rect, .relationshipLabelBox, .relationshipLabelBox rect {
      opacity: 1; fill: ${ground};
    }
    .edgeLabel .label { font-size: ${fontSize}px; }
    marker.er circle { fill: ${ground}; }
    text[fill="#444444"] { fill: ${text}; }
    line[stroke="#444444"], path[stroke="#444444"] { stroke: ${text}; }
    .links .link { mix-blend-mode: ${dark ? "screen" : "multiply"} !important; }
    .mindmap-node > circle ~ .label text { text-anchor: middle; }`;
}

/** The same without colours, for a diagram that names a theme of its own. */
export function withoutTheme({ fontFamily, dark }: WorkbenchTheme, limits: Limits): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: "strict",
    secure: SECURE,
    suppressErrorRendering: true,
    maxTextSize: limits.characters,
    maxEdges: limits.edges,
    htmlLabels: false,
    darkMode: dark,
    logLevel: "fatal",
    fontFamily,
    flowchart: { curve: "basis", padding: 12 },
  };
}
