import { type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import { type Range, range } from "./range";

/** Something wrong in a YAML file, at its place. */
export interface YamlProblem {
  readonly message: string;
  readonly range: Range;
}

const secondDocument =
  'A second document begins here, so that nothing of the file is read: take the "---" out.';

/** A YAML text as plain data, with the places of its keys and values. */
export class YamlSource {
  readonly #text: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;

  constructor(text: string) {
    this.#text = text;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
  }

  /** What makes the text no YAML. */
  get syntaxErrors(): readonly YamlProblem[] {
    return this.#document.errors.map(({ code, message, pos: [start, end] }) =>
      code === "MULTIPLE_DOCS"
        ? { message: secondDocument, range: this.#place(start, start + "---".length) }
        : { message, range: this.#place(start, Math.max(end, start + 1)) },
    );
  }

  /** Its data; `undefined` where aliases expand without end. */
  toPlain(): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: 50 });
    } catch {
      return undefined;
    }
  }

  /** Where the key or the value at a path stands, or the nearest thing above it that is there. */
  rangeOf(path: readonly PropertyKey[], ofKey = false): Range {
    let at = path;
    while (at.length > 0 && this.#offsetsOf(at, ofKey) === undefined) at = at.slice(0, -1);
    const [start, end] = this.#offsetsOf(at, ofKey) ?? [0, Math.max(1, this.#text.length)];
    return this.#place(start, end);
  }

  #place(start: number, end: number): Range {
    const from = this.#lines.linePos(start);
    // A block's range takes in the line break behind it.
    const written = this.#text.slice(start, Math.max(start, end)).trimEnd().length;
    const to = this.#lines.linePos(start + written);
    return range(from.line - 1, from.col - 1, to.line - 1, to.col - 1);
  }

  #offsetsOf(path: readonly PropertyKey[], ofKey: boolean): readonly [number, number] | undefined {
    const document = this.#document;
    const last = path.at(-1);
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) =>
          isPair(item) && (isScalar(item.key) ? String(item.key.value) : "") === String(last),
      );
      const node = !ofKey && isNode(pair?.value) && pair.value.range ? pair.value : pair?.key;
      if (isNode(node) && node.range) return [node.range[0], node.range[1]];
    }
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined;
  }
}

/** Reports a zod issue: what it says, and the path of the key or value that it speaks of. */
export type ReportIssue = (path: readonly PropertyKey[], message: string, ofKey: boolean) => void;

/** Puts a zod issue of a value into words for who wrote the file. */
export function reportIssue(issue: z.core.$ZodIssue, value: unknown, report: ReportIssue): void {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) report([...path, key], unknownKey(key, path), true);
  } else if (path.length === 0 && !isMapping(value)) {
    report(path, "Expected a mapping.", false);
  } else if (issue.code === "invalid_union" && branchMeant(issue) !== undefined) {
    for (const inner of branchMeant(issue) ?? []) {
      reportIssue({ ...inner, path: [...path, ...inner.path] }, value, report);
    }
  } else if (existing(value, path).length < path.length) {
    report(path, `The key "${String(path.at(-1))}" is missing.`, false);
  } else {
    report(path, issue.message, false);
  }
}

/**
 * What is wrong by the one alternative that takes values of this type; `undefined` where several do or none, or where the
 * union has words of its own.
 */
function branchMeant({
  errors,
  message,
}: z.core.$ZodIssueInvalidUnion): readonly z.core.$ZodIssue[] | undefined {
  if (message !== "Invalid input") return undefined;
  const [branch, another] = errors.filter((issues) =>
    issues.every(({ code, path }) => code !== "invalid_type" || path.length > 0),
  );
  return another === undefined ? branch : undefined;
}

/** As much of a path as there is in a value. */
export function existing(value: unknown, path: readonly PropertyKey[]): PropertyKey[] {
  let current = value;
  for (const [index, key] of path.entries()) {
    const entries = typeof current === "object" && current !== null ? Object.entries(current) : [];
    const entry = entries.find(([name]) => name === String(key));
    if (entry === undefined) return path.slice(0, index);
    current = entry[1];
  }
  return [...path];
}

function isMapping(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unknownKey(key: string, path: readonly PropertyKey[]): string {
  const where = path.length === 0 ? "" : ` in ${path.map(String).join(".")}`;
  return `Unknown key "${key}"${where}.`;
}

/** What a YAML text says by a schema, or what is wrong in it; an empty text is an empty mapping. */
export function readYaml<T extends z.ZodType>(
  text: string,
  schema: T,
): { readonly value: z.output<T>; readonly source: YamlSource } | { problems: YamlProblem[] } {
  const source = new YamlSource(text);
  if (source.syntaxErrors.length > 0) return { problems: [...source.syntaxErrors] };
  const plain = source.toPlain() ?? {};
  const result = schema.safeParse(plain);
  if (result.success) return { value: result.data, source };
  const problems: YamlProblem[] = [];
  for (const issue of result.error.issues) {
    reportIssue(issue, plain, (path, message, ofKey) => {
      problems.push({ message, range: source.rangeOf(path, ofKey) });
    });
  }
  return { problems };
}
