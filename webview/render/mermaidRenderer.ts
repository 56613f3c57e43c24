import type { Answer } from "../frame/protocol";
import { t } from "../l10n";
import type { Limits } from "../messages";
import type { Theme } from "../theme/watch";
import { cleanSvg } from "./cleanSvg";
import { createDrawingFrame, MOST_SECONDS } from "./drawingFrame";
import { mermaidConfig, withoutTheme } from "./mermaidConfig";
import type { Outcome, Picture, Renderer, Trouble } from "./outcome";
import { pictureId } from "./pictureId";

export interface RendererOptions {
  /** Out of sight, but laid out, and as wide as a card: Mermaid measures text in it. */
  readonly stage: HTMLElement;
  /** The theme of now and its key. */
  theme(): Theme;
  limits(): Limits;
  /** Is told what goes wrong beside drawing. */
  report(problem: unknown): void;
}

/** Draws with Mermaid, which begins to load at once, in a frame of its own. */
export function createRenderer({ stage, theme, limits, report }: RendererOptions): Renderer {
  const frame = createDrawingFrame(stage, report);

  let lastId: string | undefined;

  const draw = async (
    source: string,
    { key, workbench }: Theme,
    abandoned: AbortSignal | undefined,
  ): Promise<Outcome> => {
    if (source.length > limits().characters) return troubled(source, tooLong(source, limits()));
    const id = pictureId(`${key}\n${source}`, stage.ownerDocument, lastId);
    lastId = id;
    const config = mermaidConfig(workbench, limits());
    const plainConfig = withoutTheme(workbench, limits());
    const answer = await frame.draw({ source, id, config, plainConfig }, abandoned);
    if (!answer) return troubled(source, tookTooLong());
    if (answer.kind === "tooManyEdges") return troubled(source, tooManyEdges(limits()));
    if (answer.kind === "picture") {
      return { kind: "picture", picture: finish(answer, { source, theme: key, id }) };
    }
    const { line, message } = answer;
    return { kind: "trouble", trouble: { source, line, message, excerpt: lineAt(source, line) } };
  };

  // The frame has one stage: one at a time.
  let last: Promise<unknown> = Promise.resolve();
  return {
    render(source, wanted = {}) {
      const next = last.then(() => draw(source, wanted.theme ?? theme(), wanted.abandoned));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

type Asked = Pick<Picture, "source" | "theme" | "id">;

function finish(answer: Extract<Answer, { kind: "picture" }>, asked: Asked): Picture {
  const { markup, parts, card, milliseconds } = answer;
  // For the browser's own profiler, and `npm run bench -- --part preview`.
  performance.measure("Mermaid", { end: performance.now(), duration: milliseconds });
  const svg = cleanSvg(markup);
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
  return { ...asked, svg: svg.outerHTML, width, height, parts, card, milliseconds };
}

/** A trouble of our own making, at the first line. */
function troubled(source: string, message: string): Outcome {
  const trouble: Trouble = { source, line: 0, message, excerpt: undefined };
  return { kind: "trouble", trouble };
}

function tooLong({ length }: string, { characters }: Limits): string {
  return t(
    "This diagram has {0} characters; the preview draws up to {1} (setting backend-spec.preview.maxCharacters).",
    length.toLocaleString(),
    characters.toLocaleString(),
  );
}

function tooManyEdges({ edges }: Limits): string {
  return t(
    "This diagram has more than {0} edges, the limit of the preview (setting backend-spec.preview.maxEdges).",
    edges,
  );
}

function tookTooLong(): string {
  return t(
    "Mermaid had not drawn this diagram after {0} seconds and was stopped. Make the diagram smaller.",
    MOST_SECONDS,
  );
}

const MAX_EXCERPT = 80;

function lineAt(source: string, line: number): string | undefined {
  const text = source.split(/\r\n?|\n/)[line]?.trim() ?? "";
  if (text === "") return undefined;
  return text.length > MAX_EXCERPT ? `${text.slice(0, MAX_EXCERPT - 1)}…` : text;
}
