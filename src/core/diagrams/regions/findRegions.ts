import type { MarkdownDocument } from "../../markdown/document";
import { LineIndex } from "../../markdown/lineIndex";
import type { Range } from "../../text/range";
import { type DiagramKind, diagramKinds } from "../diagramKinds";

/** A part of a Markdown document that holds diagrams of code, between two comments. */
export interface DiagramRegion {
  /** The comment that opens it. */
  readonly opening: Range;
  /** Zero-based lines between the comments: the first, and the one behind the last. */
  readonly first: number;
  readonly end: number;
  /** What stands before the opening comment: blanks of a list, `>` of a quote. */
  readonly prefix: string;
  readonly kind: DiagramKind;
  /** A file or folder of the project. */
  readonly path: string;
  readonly of: string | undefined;
  readonly depth: number | undefined;
}

/** An opening comment that is none, and why. */
export interface BrokenRegion {
  readonly opening: Range;
  readonly problem: string;
}

const opens = /^([\s>]*)<!--\s*backend-spec:\s*diagram\b\s*(.*?)\s*-->\s*$/;
const closes = /^[\s>]*<!--\s*\/backend-spec:\s*diagram\s*-->\s*$/;

/** The regions of a document in order; comments within fences are text. */
export function findRegions(
  text: string,
  markdown: MarkdownDocument,
): readonly (DiagramRegion | BrokenRegion)[] {
  const lines = new LineIndex(text);
  const fenced = new Set(
    markdown.fences.flatMap(({ line, endLine }) =>
      Array.from({ length: endLine - line + 1 }, (_, index) => line + index),
    ),
  );
  const found: (DiagramRegion | BrokenRegion)[] = [];
  for (let line = 0; line < lines.count; line++) {
    const [, prefix = "", said] = (!fenced.has(line) && opens.exec(lines.line(line))) || [];
    if (said === undefined) continue;
    const opening: Range = {
      start: { line, character: prefix.length },
      end: { line, character: lines.line(line).trimEnd().length },
    };
    let end = line + 1;
    while (end < lines.count && (fenced.has(end) || !isMark(lines.line(end)))) end += 1;
    const isClosed = end < lines.count && closes.test(lines.line(end));
    const asked = readRequest(said);
    if ("problem" in asked) found.push({ opening, ...asked });
    else if (!isClosed) {
      const problem = "This region is not closed by <!-- /backend-spec: diagram -->.";
      found.push({ opening, problem });
    } else found.push({ opening, first: line + 1, end, prefix, ...asked });
    line = isClosed ? end : end - 1;
  }
  return found;
}

function isMark(line: string): boolean {
  return closes.test(line) || opens.test(line);
}

/** Reads `er app/orders of="GET /orders"`. */
function readRequest(
  said: string,
): Pick<DiagramRegion, "kind" | "path" | "of" | "depth"> | { readonly problem: string } {
  const words = [...said.matchAll(/(?:(\w+)=)?(?:"([^"]*)"|(\S+))/g)].map(
    ([, key, quoted, plain]) => ({ key, value: quoted ?? plain ?? "" }),
  );
  const [first, ...rest] = words;
  const kind = diagramKinds.find((one) => first?.key === undefined && one === first?.value);
  if (kind === undefined) {
    return { problem: `A kind of diagram is missing: one of ${diagramKinds.join(", ")}.` };
  }
  const options = new Map(rest.flatMap(({ key, value }) => (key ? [[key, value] as const] : [])));
  const paths = rest.filter(({ key }) => key === undefined).map(({ value }) => value);
  const [path] = paths;
  const unknown = [...options.keys()].find((key) => key !== "of" && key !== "depth");
  if (unknown !== undefined) return { problem: `“${unknown}” is neither of= nor depth=.` };
  if (path === undefined || paths.length > 1) {
    return { problem: "One path of the project is needed; quotes hold blanks together." };
  }
  const depth = options.get("depth");
  if (depth !== undefined && !/^\d+$/.test(depth)) {
    return { problem: "depth= is a whole number." };
  }
  return {
    kind,
    path,
    of: options.get("of"),
    depth: depth === undefined ? undefined : Number(depth),
  };
}
