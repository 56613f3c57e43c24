import * as z from "zod/mini";
import { doWithoutPainting } from "./doWithoutPainting";
import { drawDiagram } from "./drawDiagram";
import { guardPage } from "./pageGuard";
import type { Answer, Job } from "./protocol";

declare global {
  interface Window {
    /** The page's, to which the frame's HTML has put it. */
    port: MessagePort;
    /** What only some diagrams need. */
    libraries(): Promise<object>;
    takeLibraries(libraries: object): void;
  }
}

/*
 * The program of the frame in which Mermaid draws: apart from the page, which so goes on whatever a diagram asks of it, and
 * can throw the frame away. It hears jobs and answers them through the page's port.
 */

// zod would else try whether the page may evaluate strings, which the CSP reports.
z.config({ jitless: true });
guardPage(window);
doWithoutPainting(window);
serve(window.port);

function serve(port: MessagePort): void {
  const report = (problem: unknown): void => {
    const message = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
    port.postMessage({ kind: "problem", message: message.slice(0, 4000) });
  };
  window.addEventListener("error", (event) => report(event.error ?? event.message));
  window.addEventListener("unhandledrejection", (event) => report(event.reason));
  document.addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) => {
    report(`The CSP refused ${blockedURI} (${violatedDirective})`);
  });
  // The other end is the page, which is built with the same types.
  port.onmessage = async ({ data }: MessageEvent<Job>) => {
    const { fontFamily = "", fontSize = 13 } = data.plainConfig;
    document.body.style.font = `${fontSize}px / 1.4 ${fontFamily}`;
    const answer: Answer = await drawDiagram(data, document.body);
    port.postMessage(answer);
  };
  const libraries = new Promise<object>((resolve) => {
    window.takeLibraries = resolve;
  });
  let isAsked = false;
  window.libraries = () => {
    if (!isAsked) port.postMessage({ kind: "needsLibraries" });
    isAsked = true;
    return libraries;
  };
  port.postMessage({ kind: "ready" });
}
