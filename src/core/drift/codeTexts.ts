import type { CodeBase } from "../project/codeBase";
import { importsOf } from "../project/importsReach";
import { walk } from "../python/ast/visit";

/** The texts in the code of some files, and the beginnings of those that are put together. Every node is looked at: ask it last. */
export function textsIn(paths: readonly string[], code: CodeBase): CodeTexts {
  const all = paths.map((path) => textsOf(path, code));
  return {
    has: (text) => all.some(({ whole }) => whole.has(text)),
    mayBegin: (text) => all.some(({ begun }) => begun.some((one) => text.startsWith(one))),
  };
}

/** What is asked of the texts of code. */
export interface CodeTexts {
  has(text: string): boolean;
  /** Whether a text is put together that may come out as this one. */
  mayBegin(text: string): boolean;
}

interface FileTexts {
  readonly whole: ReadonlySet<string>;
  readonly begun: readonly string[];
}

function textsOf(path: string, code: CodeBase): FileTexts {
  return code.queries.get(`texts ${path}`, () => {
    // The body of a function is no outline.
    code.factsOf(path);
    const whole = new Set<string>();
    const begun = new Set<string>();
    for (const statement of code.statements(path)) {
      walk(statement, (node) => {
        if (node.nodeType === "JoinedStr" || node.nodeType === "BinOp") {
          const first = node.nodeType === "JoinedStr" ? node.values[0] : node.left;
          const text = first?.nodeType === "Constant" ? first.value : undefined;
          if (typeof text === "string" && text.length > 2) begun.add(text);
        }
        if (node.nodeType === "Constant" && typeof node.value === "string") whole.add(node.value);
        return true;
      });
    }
    return { whole, begun: [...begun] };
  });
}

/** Files with those of the project that they import themselves. */
export function withImported(paths: readonly string[], code: CodeBase): readonly string[] {
  return [...new Set([...paths, ...paths.flatMap((path) => importsOf(path, code))])];
}
