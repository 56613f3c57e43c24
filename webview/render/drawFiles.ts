import { fileName } from "../../src/core/text/fileName";
import { t } from "../l10n";
import type { DrawnFile, DrawOptions } from "../messages";
import type { Section } from "../state/model";
import { toHex } from "../theme/color";
import { plainTheme } from "../theme/plainTheme";
import type { Theme } from "../theme/watch";
import { pngFile, svgFile } from "./exportPicture";
import type { Picture, Renderer } from "./outcome";

export interface DrawnFiles {
  readonly files: DrawnFile[];
  /** Of diagrams that cannot be drawn, each as a sentence. */
  readonly problems: string[];
}

/** Draws sections as files, named by their headings, in the theme that is wanted. */
export async function drawFiles(
  sections: readonly Section[],
  options: DrawOptions,
  { renderer, theme }: { readonly renderer: Renderer; readonly theme: Theme },
): Promise<DrawnFiles> {
  const wanted = themeFor(options, theme);
  const taken = new Set<string>();
  const files: DrawnFile[] = [];
  const problems: string[] = [];
  for (const section of sections) {
    const title = titleOf(section);
    const name = fileName(title, taken);
    const { source } = section.diagram;
    if (options.format === "mmd") {
      files.push({ name, content: `${source}\n`, isBase64: false });
      continue;
    }
    const outcome = await renderer.render(source, { theme: wanted });
    if (outcome.kind === "trouble") {
      const line = section.diagram.contentLine + outcome.trouble.line + 1;
      problems.push(t("{0} cannot be drawn, see line {1}.", title, line));
    } else files.push({ name, ...(await contentOf(outcome.picture, options, wanted)) });
  }
  return { files, problems };
}

async function contentOf(
  picture: Picture,
  { format, background, scale }: DrawOptions,
  theme: Theme,
): Promise<Omit<DrawnFile, "name">> {
  const ground = background === "theme" ? groundOf(picture, theme) : background;
  if (format === "svg") return { content: `${svgFile(picture, ground)}\n`, isBase64: false };
  return { content: await pngFile(picture, { background: ground, scale }), isBase64: true };
}

/** What a picture stands on: that of its own theme, where it brings one. */
export function groundOf({ card }: Picture, { workbench }: Theme): string {
  if (card === "light") return "#ffffff";
  return card === "dark" ? "#1f2020" : toHex(workbench.card);
}

function themeFor({ theme: kind }: DrawOptions, now: Theme): Theme {
  if (kind === "preview") return now;
  return { key: `${kind} ${now.key}`, workbench: plainTheme(kind, now.workbench) };
}

function titleOf({ diagram: { headings, title } }: Section): string {
  const last = headings.at(-1);
  const own = title && title !== last ? title : "";
  return [last, own].filter(Boolean).join(" ") || t("Diagram");
}
