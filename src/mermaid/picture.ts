import mermaid from "mermaid";

/*
 * The page in which the command line has pictures drawn: `draw` puts one diagram into the page and answers with its SVG.
 */

interface DrawOptions {
  readonly theme: "default" | "neutral" | "dark" | "forest" | "base";
  readonly background: string;
}

let drawn = 0;

async function draw(source: string, { theme, background }: DrawOptions): Promise<string> {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: "strict",
    theme,
    darkMode: theme === "dark",
    // Other programs that show SVG know no HTML in it.
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    suppressErrorRendering: true,
    logLevel: "fatal",
    maxTextSize: 1_000_000,
    maxEdges: 10_000,
  });
  drawn += 1;
  const { svg } = await mermaid.render(`diagram${drawn}`, source);
  document.body.innerHTML = svg;
  document.body.style.margin = "0";
  const element = document.querySelector("svg");
  if (element === null) throw new Error("Mermaid has drawn nothing.");
  const { width, height } = element.viewBox.baseVal;
  const size = element.getBoundingClientRect();
  element.removeAttribute("style");
  element.setAttribute("width", String(Math.ceil(width || size.width)));
  element.setAttribute("height", String(Math.ceil(height || size.height)));
  element.style.display = "block";
  if (background !== "transparent") element.style.backgroundColor = background;
  return new XMLSerializer().serializeToString(element);
}

Object.assign(window, { draw });
