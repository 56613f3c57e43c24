import mermaid from "mermaid";
import { explainRefusal } from "../../src/core/diagrams/check/diagramProblem";
import { markParts } from "./parts";
import type { Answer, Job } from "./protocol";
import { forgetLastRead, lastRead } from "./readDiagrams";

let configured: string | undefined;

/** Gives Mermaid a configuration, unless it has it already. */
function configure(config: Job["config"]): void {
  const wanted = JSON.stringify(config);
  if (configured === wanted) return;
  mermaid.initialize(config);
  configured = wanted;
}

/**
 * Draws with Mermaid in this document. Never rejects.
 * @param stage laid out, and as wide as a card: Mermaid measures text in it
 */
export async function drawDiagram(job: Job, stage: HTMLElement): Promise<Answer> {
  const { source, id, config, plainConfig } = job;
  const started = performance.now();
  try {
    configure(config);
    const card = await ownCard(source);
    if (card !== undefined) configure(plainConfig);
    forgetLastRead();
    const { svg } = await mermaid.render(id, source, stage);
    const milliseconds = performance.now() - started;
    const picture = new DOMParser().parseFromString(svg, "text/html").querySelector("svg");
    if (!picture) throw new Error("Mermaid gave no picture");
    const parts = markParts(picture, await lastRead(source), source);
    return { kind: "picture", markup: picture.outerHTML, parts: [...parts], card, milliseconds };
  } catch (error) {
    if (/Edge limit exceeded/.test(String(error))) return { kind: "tooManyEdges" };
    const { range, message } = explainRefusal(source.replace(/\r\n?/g, "\n"), error);
    return { kind: "refused", line: range.start.line, message };
  } finally {
    stage.replaceChildren();
  }
}

/** The ground that the theme a diagram asks for is made for, where it is not the one all are drawn in. */
async function ownCard(source: string): Promise<"light" | "dark" | undefined> {
  // Only directives and front matter can ask for one.
  if (!/%%\{|^\s*---/.test(source)) return undefined;
  const { theme } = (await mermaid.parse(source)).config;
  const known = ["default", "dark", "forest", "neutral", "neo", "neo-dark", "redux", "redux-dark"];
  if (!theme || !known.includes(theme)) return undefined;
  return theme.includes("dark") ? "dark" : "light";
}
