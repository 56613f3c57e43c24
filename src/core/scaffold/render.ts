import { Liquid, LiquidError, type Template } from "liquidjs";

/** Texts of templates by their path below `templates/`: `modular/module/[package]/modules/[module]/models.py.liquid`. */
export type Templates = Readonly<Record<string, string>>;

/** A template that cannot be rendered: its path, the line (from 1) and why. */
export class TemplateError extends Error {
  constructor(
    readonly template: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${template}:${line}: ${reason}`);
  }
}

/** Milliseconds and characters that rendering one template may take; a workspace's own may loop for ever. */
const renderLimit = 2_000;
const memoryLimit = 10_000_000;

const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  greedy: false,
  // Templates stand alone: none is read from a disk.
  templates: {},
  renderLimit,
  memoryLimit,
});

/** Templates by their texts, as plans are made anew with each key in the editor. */
const parsed = new Map<string, Template[]>();
const mostParsed = 500;

/**
 * Renders a template with its data (docs/scaffolding.md). A line that holds nothing but tags leaves nothing behind.
 * Throws a `TemplateError` for what is wrong in it, a name that has no value among it.
 */
export function render(template: string, text: string, data: object): string {
  try {
    return String(engine.renderSync(parse(text), data));
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const [line] = error.token.getPosition();
    const reason = error.message.split(/, (?:file|line):/)[0] ?? error.message;
    throw new TemplateError(template, line ?? 1, reason);
  }
}

function parse(text: string): Template[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const fresh = engine.parse(withoutTagLines(text));
  parsed.set(text, fresh);
  return fresh;
}

/** Makes tags that stand alone on a line take the line with them; lines keep their numbers for messages. */
function withoutTagLines(text: string): string {
  return text.replace(/^[ \t]*((?:\{%(?:[^%]|%(?!\}))*%\})+)[ \t]*$/gm, (_, tags: string) =>
    tags.replace(/^\{%-?/, "{%-").replace(/-?%\}$/, "-%}"),
  );
}
