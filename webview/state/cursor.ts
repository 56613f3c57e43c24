import type { PageState, PartPlace, Section } from "./model";

/** The parts that stand where the cursor is in an editor: on its line of the document, or made of its line of the code. */
export function partsAtCursor({ sections, document, cursor }: PageState): readonly PartPlace[] {
  if (!cursor) return [];
  const { uri, line } = cursor;
  return sections.flatMap(({ key, diagram, picture }) => {
    // A picture of an older text has other lines.
    if (!picture || picture.source !== diagram.source) return [];
    const from = diagram.links ? linkedLine(diagram.links, uri, line) : line - diagram.contentLine;
    if (from === undefined || (!diagram.links && uri !== document?.uri)) return [];
    return picture.parts.flatMap((part, index) =>
      part.line === from ? [{ key, part: index }] : [],
    );
  });
}

type Links = NonNullable<Section["diagram"]["links"]>;

/** The line of the picture's text for the nearest code at or above the cursor. */
function linkedLine(links: Links, uri: string, line: number): number | undefined {
  let best: Links[number] | undefined;
  for (const link of links) {
    if (link.uri !== uri || link.line > line) continue;
    if (!best || link.line > best.line) best = link;
  }
  return best?.from;
}

/** Where a part of a picture comes from: the code that its line stands for, or that line of the document. */
export function sourceOf(
  { diagram, picture }: Section,
  part: number,
  shownUri: string,
): { readonly uri: string; readonly line: number } | undefined {
  const at = picture?.parts[part]?.line;
  if (at === undefined) return undefined;
  if (!diagram.links) return { uri: shownUri, line: diagram.contentLine + at };
  const link = diagram.links.find(({ from }) => from === at);
  return link ?? { uri: shownUri, line: diagram.line };
}
