import type { TextEdit } from "../../edits/plan";
import type { DiagramParser } from "../../ports";
import { comparePositions } from "../../text/range";
import { type DiagramProblem, explainRefusal, typeWord } from "./diagramProblem";
import { slipsAt } from "./slips";

/** The most characters of a diagram: what Mermaid draws unless it is told otherwise (`maxTextSize`). */
export const mostCharacters = 50_000;
/** How many diagrams are remembered: those of a large document. */
const mostRemembered = 500;
/** Types that Mermaid knows only where somebody adds them. */
const addedTypes = /^zenuml\b/;

/** Asks Mermaid's own parser about diagrams, each text once. */
export class DiagramChecker {
  private readonly known = new Map<string, DiagramProblem | undefined>();

  constructor(private readonly parser: DiagramParser) {}

  /** Why Mermaid does not take a diagram; `undefined` where it does. @param source lines joined by `\n` */
  async check(source: string): Promise<DiagramProblem | undefined> {
    if (this.known.has(source)) return this.known.get(source);
    const problem = await this.ask(source);
    const [oldest] = this.known.keys();
    if (this.known.size >= mostRemembered && oldest !== undefined) this.known.delete(oldest);
    this.known.set(source, problem);
    return problem;
  }

  /** Whether Mermaid was asked about a diagram already. */
  knows(source: string): boolean {
    return this.known.has(source);
  }

  private async ask(source: string): Promise<DiagramProblem | undefined> {
    if (source.length > mostCharacters) return tooLong(source);
    if (addedTypes.test(typeWord(source))) return undefined;
    const refusal = await this.parser.parse(source);
    if (refusal === undefined) return undefined;
    const problem = explainRefusal(source, refusal.thrown);
    for (const slip of slipsAt(source, problem.range)) {
      const mended = withEdits(source, slip.edits);
      const again = await this.parser.parse(mended);
      const left = again && explainRefusal(mended, again.thrown).range.start;
      // What comes after it is another mistake, for the next time.
      const isMended = left === undefined || left.line > problem.range.start.line;
      if (isMended) return { ...problem, fix: slip };
    }
    return { ...problem, fix: undefined };
  }
}

function tooLong(source: string): DiagramProblem {
  const [first = ""] = source.split("\n");
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: first.length } },
    message: `This diagram has ${source.length} characters. Mermaid draws at most ${mostCharacters} unless it is told otherwise, so it is not checked.`,
    fix: undefined,
  };
}

function withEdits(source: string, edits: readonly TextEdit[]): string {
  const lines = source.split("\n");
  const backwards = [...edits].sort((a, b) => comparePositions(b.range.start, a.range.start));
  for (const { range, newText } of backwards) {
    const { line, character } = range.start;
    const text = lines[line] ?? "";
    lines[line] = text.slice(0, character) + newText + text.slice(range.end.character);
  }
  return lines.join("\n");
}
