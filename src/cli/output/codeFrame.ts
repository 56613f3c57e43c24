import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Range } from "../../core/text/range";
import { type Paint, printable, type Style } from "./paint";

/** Most columns of a line that are shown; of a longer one the part around the finding. */
const widest = 120;
/** Columns that are shown before the finding where the line is cut. */
const before = 30;

/** The first line of a range with its number, underlined from where the range begins to where it ends. */
export function codeFrame(
  document: TextDocument,
  { start, end }: Range,
  style: Style,
  paint: Paint,
): string {
  const text = lineAt(document, start.line);
  const last = end.line === start.line ? end.character : text.trimEnd().length;
  const cut = text.length > widest ? Math.max(0, start.character - before) : 0;
  const shown = shownText(text.slice(cut, cut + widest));
  const lead = shownText(text.slice(cut, start.character));
  const marked = shownText(text.slice(start.character, Math.min(last, cut + widest)));
  const number = String(start.line + 1);
  const gutter = " ".repeat(number.length);
  const [open, close] = [cut > 0 ? "…" : "", cut + widest < text.length ? "…" : ""];
  const underline = "^".repeat(Math.max(1, widthOf(marked)));
  const more = end.line > start.line ? paint("dim", " …") : "";
  return [
    `${gutter} ${paint("dim", "|")}`,
    `${paint("dim", number)} ${paint("dim", "|")} ${open}${shown}${close}`.trimEnd(),
    `${gutter} ${paint("dim", "|")} ${" ".repeat(widthOf(open + lead))}${paint(style, underline)}${more}`,
  ].join("\n");
}

function lineAt(document: TextDocument, line: number): string {
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  return document.getText(range).replace(/[\r\n]+$/, "");
}

function shownText(text: string): string {
  return printable(text.replaceAll("\t", "    "));
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uff01-\uff60]/u;
const none = /\p{Mark}|\p{Format}/u;

/** How many columns of a terminal a text takes. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += none.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return width;
}
