import type { Mermaid } from "mermaid";
import { t } from "../l10n";
import type { Limits } from "../messages";
import type { Theme } from "../theme/watch";
import { cleanSvg } from "./cleanSvg";
import { explain, trouble } from "./explain";
import { mermaidConfig, withoutTheme } from "./mermaidConfig";
import type { Outcome, Picture, Renderer } from "./outcome";
import { markParts, type ReadDiagram } from "./parts";
import { pictureId } from "./pictureId";

export interface RendererOptions {
  /** Out of sight, but laid out, and as wide as a card: Mermaid measures text in it. */
  readonly stage: HTMLElement;
  /** The theme of now and its key. */
  theme(): Theme;
  limits(): Limits;
}

/**
 * Draws with Mermaid in this page. Mermaid begins to load at once, beside the document, and its parts for a type of diagram
 * when the first of that type is drawn.
 */
export function createRenderer({ stage, theme, limits }: RendererOptions): Renderer {
  let loading: Promise<Mermaid> | undefined;
  let configured: string | undefined;
  const load = () => {
    loading ??= import("mermaid").then((module) => module.default);
    // A failed load is tried again with the next diagram.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  void load();
  const configure = (mermaid: Mermaid, own: boolean, { key, workbench }: Theme) => {
    const wanted = JSON.stringify([own, key, limits()]);
    if (configured === wanted) return;
    mermaid.initialize(
      own ? withoutTheme(workbench, limits()) : mermaidConfig(workbench, limits()),
    );
    configured = wanted;
  };

  const draw = async (source: string, wanted: Theme): Promise<Outcome> => {
    if (source.length > limits().characters) return tooLong(source, limits());
    const mermaid = await load();
    const started = performance.now();
    const id = pictureId(`${wanted.key}\n${source}`, stage.ownerDocument);
    try {
      configure(mermaid, false, wanted);
      const { config } = await mermaid.parse(source);
      const own = ownTheme(config.theme);
      if (own) configure(mermaid, true, wanted);
      const { svg } = await mermaid.render(id, source, stage);
      const milliseconds = performance.now() - started;
      const drawn = { source, theme: wanted.key, id, card: own, milliseconds };
      const read = await mermaid.mermaidAPI.getDiagramFromText(source);
      return { kind: "picture", picture: finish(drawn, svg, read) };
    } catch (error) {
      return { kind: "trouble", trouble: explain(source, error) };
    } finally {
      stage.replaceChildren();
    }
  };

  // Mermaid measures in the stage: one at a time.
  let last: Promise<unknown> = Promise.resolve();
  return {
    render(source, wanted) {
      const next = last.then(() => draw(source, wanted ?? theme()));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

type Drawn = Omit<Picture, "svg" | "width" | "height" | "parts">;

function finish(drawn: Drawn, markup: string, read: ReadDiagram): Picture {
  const svg = cleanSvg(markup);
  const parts = markParts(svg, read, drawn.source);
  const maxWidth = Number.parseFloat(svg.style.maxWidth);
  const box =
    svg
      .getAttribute("viewBox")
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  const own = Number.parseFloat(
    svg.getAttribute("width")?.endsWith("%") ? "" : (svg.getAttribute("width") ?? ""),
  );
  const width = [maxWidth, own, box[2]].find((value) => value !== undefined && value > 0);
  const [, , across = 0, down = 0] = box;
  const height = width && across > 0 ? (width * down) / across : undefined;
  return { ...drawn, svg: svg.outerHTML, width, height, parts };
}

function tooLong(source: string, { characters }: Limits): Outcome {
  const message = t(
    ": this diagram has {0} characters; the preview draws up to {1} (setting backend-spec.preview.maxCharacters)",
    source.length.toLocaleString(),
    characters.toLocaleString(),
  );
  return { kind: "trouble", trouble: trouble(source, message) };
}

/** The ground that the theme a diagram asks for is made for, where it is not the one all are drawn in. */
function ownTheme(theme: string | null | undefined): Picture["card"] {
  const known = ["default", "dark", "forest", "neutral", "neo", "neo-dark", "redux", "redux-dark"];
  if (!theme || !known.includes(theme)) return undefined;
  return theme.includes("dark") ? "dark" : "light";
}
