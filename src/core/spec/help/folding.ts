import type { MarkdownDocument, Section } from "../../markdown/document";

/** Lines that fold into the first of them. */
export interface Fold {
  readonly start: number;
  readonly end: number;
}

/** Sections without the empty lines behind them, front matter, tables and fences. */
export function foldsOf(document: MarkdownDocument): Fold[] {
  const { frontMatter, tables, fences, lines } = document;
  const folds = [
    ...(frontMatter ? [fold(frontMatter.range.start.line, frontMatter.range.end.line)] : []),
    ...sectionFolds(document.sections, document),
    ...tables.map(({ range }) => fold(range.start.line, range.end.line)),
    ...fences.map(({ line, endLine }) => fold(line, Math.min(endLine, lines.count - 1))),
  ];
  return folds.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
}

function sectionFolds(sections: readonly Section[], document: MarkdownDocument): Fold[] {
  const { lines } = document;
  return sections.flatMap(({ range: { start, end }, sections: inner }) => {
    let last = Math.min(end.character > 0 ? end.line : end.line - 1, lines.count - 1);
    while (last > start.line && lines.line(last).trim() === "") last--;
    return [fold(start.line, last), ...sectionFolds(inner, document)];
  });
}

function fold(start: number, end: number): Fold {
  return { start, end };
}
