import type { TextEdit } from "../../edits/plan";
import type { Range } from "../../text/range";
import { closestType } from "./closestType";
import { typeWord } from "./diagramProblem";

/** A change that may mend a diagram; whether it does, Mermaid says. */
export interface Slip {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What the commonest slips would be mended by, on the line where Mermaid stopped. @param source lines joined by `\n` */
export function slipsAt(source: string, { start }: Range): readonly Slip[] {
  const lines = source.split("\n");
  const text = lines[start.line] ?? "";
  const word = typeWord(source);
  const isFlowchart = /^(?:flowchart|graph)/.test(word);
  return [
    ...mistypedType(text, start.line, word),
    ...(isFlowchart ? [...endAsName(text, start.line), ...bareLabels(text, start.line)] : []),
    ...(isFlowchart ? shortArrows(text, start.line) : []),
  ];
}

function mistypedType(text: string, line: number, word: string): readonly Slip[] {
  const at = text.indexOf(word);
  const meant = word === "" || at < 0 ? undefined : closestType(word);
  if (meant === undefined || meant === word) return [];
  return [{ title: `Write ${meant}`, edits: [edit(line, at, word.length, meant)] }];
}

/** `a --> end`: the word closes a subgraph. */
function endAsName(text: string, line: number): readonly Slip[] {
  const edits = [...text.matchAll(/(?<=(?:[-=.>|]|&)\s*)\bend\b|^\s*\bend\b(?=\s*(?:-|=|&))/g)].map(
    (match) => edit(line, match.index + match[0].length - 3, 3, "End"),
  );
  return edits.length === 0 ? [] : [{ title: "Write End", edits }];
}

/** `a[f(x)]`: a label with signs that mean something to Mermaid. */
function bareLabels(text: string, line: number): readonly Slip[] {
  const edits: TextEdit[] = [];
  const shapes: readonly (readonly [RegExp, RegExp])[] = [
    [/\[(?![[(/\\"])/g, /\](?=\s*(?:$|;|&|:::|[-=.<ox~]))/],
    [/\{(?![{"])/g, /\}(?=\s*(?:$|;|&|:::|[-=.<ox~]))/],
    [/(?<=[\p{L}\p{N}_])\((?![([{"])/gu, /\)(?=\s*(?:$|;|&|:::|[-=.<ox~]))/],
  ];
  let from = 0;
  while (from < text.length) {
    const next = shapes
      .map(([open, close]) => {
        open.lastIndex = from;
        return { at: open.exec(text)?.index ?? -1, close };
      })
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (next === undefined) break;
    const inner = next.at + 1;
    const end = next.close.exec(text.slice(inner))?.index;
    if (end === undefined) break;
    const label = text.slice(inner, inner + end);
    if (/[()[\]{}@"]/.test(label)) {
      edits.push(edit(line, inner, end, `"${label.replaceAll('"', "#quot;")}"`));
    }
    from = inner + end + 1;
  }
  return edits.length === 0 ? [] : [{ title: "Put the label in quotes", edits }];
}

/** `a -> b`: an arrow of other languages. */
function shortArrows(text: string, line: number): readonly Slip[] {
  const edits = [...text.matchAll(/(?<=\s)->(?=\s)/g)].map(({ index }) =>
    edit(line, index, 2, "-->"),
  );
  return edits.length === 0 ? [] : [{ title: "Write -->", edits }];
}

function edit(line: number, character: number, length: number, newText: string): TextEdit {
  return {
    range: { start: { line, character }, end: { line, character: character + length } },
    newText,
  };
}
