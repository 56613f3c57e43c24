import type { Node } from "../../../python/ast/nodes";
import { isPositioned, rangeOf, walk } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import type { Report } from "../../rule";
import type { GuardToBe } from "./guards";
import { negated } from "./negation";

/**
 * Turns an `if` into a guard: what leaves comes first, under the opposite condition, and what the `if` held follows, one
 * level to the left, with the guards that it takes within. `undefined` where a comment would lose its place.
 */
export function guardFix(guard: GuardToBe, file: PythonFile): Report<string>["fix"] {
  const { statement, leave } = guard;
  const lines = new Flattening(guard, file).lines();
  if (lines === undefined) return undefined;
  const text = file.document.getText();
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lineLength = text.split(/\r\n|\r|\n/)[statement.endLine]?.length ?? 0;
  const replacements = [
    {
      range: {
        start: { line: statement.line, character: 0 },
        end: { line: statement.endLine, character: lineLength },
      },
      newText: lines.join(eol),
    },
  ];
  return {
    title: `Turn into a guard that leaves by ${leave}`,
    edits: { replacements, insertions: [] },
  };
}

class Flattening {
  private readonly source: readonly string[];
  /** The lines that begin within a text, and so keep their indentation. */
  private readonly inText: ReadonlySet<number>;

  constructor(
    private readonly guard: GuardToBe,
    private readonly file: PythonFile,
  ) {
    this.source = file.document.getText().split(/\r\n|\r|\n/);
    this.inText = linesInText(guard.statement, this.source);
  }

  lines(): readonly string[] | undefined {
    const found = this.flattened(this.guard);
    return found.some((line) => line === undefined)
      ? undefined
      : found.map((line) => line?.text ?? "");
  }

  /** `undefined` stands for what cannot be told. */
  private flattened({ statement, leave, within }: GuardToBe): readonly (Line | undefined)[] {
    const { line, endLine, body, orelse } = statement;
    const [first] = body;
    const last = body.at(-1);
    const header = first && this.header(statement.test, line, first.line);
    const [indent, inner] = [line, first?.line ?? line].map((one) => this.indentOf(one));
    if (!header || !last || indent === undefined || !inner?.startsWith(indent)) return [undefined];
    const elseLine = orelse.length === 0 ? undefined : this.elseLine(last.endLine, orelse[0]?.line);
    if (orelse.length > 0 && elseLine === undefined) return [undefined];
    const leaving =
      elseLine === undefined
        ? [{ text: inner + leave, isFixed: false }]
        : this.rendered(elseLine + 1, endLine, []);
    const held = this.rendered(header.end + 1, (elseLine ?? endLine + 1) - 1, within);
    const opening = `${indent}if ${header.negated}:${header.trail}`
      .split(/\r?\n/)
      .map((text) => ({ text, isFixed: false }));
    const dedented = held.map((one) =>
      one !== undefined && !one.isFixed && one.text.startsWith(inner)
        ? { ...one, text: indent + one.text.slice(inner.length) }
        : one,
    );
    return [...opening, ...leaving, ...dedented];
  }

  /** Lines as they are, but with guards in the place of statements. */
  private rendered(
    from: number,
    to: number,
    guards: readonly GuardToBe[],
  ): readonly (Line | undefined)[] {
    const lines: (Line | undefined)[] = [];
    for (let line = from; line <= to; line++) {
      const guard = guards.find(({ statement }) => statement.line === line);
      if (guard === undefined) {
        lines.push({ text: this.source[line] ?? "", isFixed: this.inText.has(line) });
      } else {
        lines.push(...this.flattened(guard));
        line = guard.statement.endLine;
      }
    }
    return lines;
  }

  /** The opposite of the condition, what follows the colon, and the line it stands in. */
  private header(
    test: GuardToBe["statement"]["test"],
    line: number,
    firstLine: number,
  ): { readonly negated: string; readonly trail: string; readonly end: number } | undefined {
    const { document } = this.file;
    const { start, end } = rangeOf(test);
    const character = (this.indentOf(line)?.length ?? 0) + "if".length;
    const opening = document.getText({ start: { line, character }, end: start });
    const rest = document.getText({ start: end, end: { line: firstLine, character: 0 } });
    const [, closing, trail] = /^([\s)]*):([^\S\n]*(?:#[^\n\r]*)?)(?:\r?\n|$)/.exec(rest) ?? [];
    if (closing === undefined || !/^[\s(]*$/.test(opening)) return undefined;
    const text = (opening + document.getText(rangeOf(test)) + closing).trim();
    return {
      negated: negated({ test, text, isWrapped: opening.includes("(") }, this.file),
      trail: trail ?? "",
      end: end.line + (closing.match(/\n/g)?.length ?? 0),
    };
  }

  /** The line of an `else:` that has nothing else on it. */
  private elseLine(after: number, before: number | undefined): number | undefined {
    for (let line = after + 1; line < (before ?? 0); line++) {
      if (/^\s*else\s*:\s*$/.test(this.source[line] ?? "")) return line;
    }
    return undefined;
  }

  private indentOf(line: number): string | undefined {
    return /^[ \t]*/.exec(this.source[line] ?? "")?.[0];
  }
}

interface Line {
  readonly text: string;
  readonly isFixed: boolean;
}

/** The lines of a node that begin within a text of several lines. */
function linesInText(root: Node, source: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  walk(root, (node) => {
    if (!isPositioned(node) || (node.nodeType !== "Constant" && node.nodeType !== "JoinedStr"))
      return;
    const text = source.slice(node.line, node.endLine + 1).join("\n");
    // Several texts side by side end and begin on each line.
    if (!/"""|'''|\\\n/.test(text)) return;
    for (let line = node.line + 1; line <= node.endLine; line++) found.add(line);
  });
  return found;
}
