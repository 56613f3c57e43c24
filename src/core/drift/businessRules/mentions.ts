import type { CodeBase } from "../../project/codeBase";
import type { Node, Statement } from "../../python/ast/nodes";
import { forEachChild, isPositioned } from "../../python/ast/visit";

/** A place in the code that names a rule by its ID. */
export interface RuleMention {
  /** As a spec writes it: `BR-001`. */
  readonly id: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The function or class that it stands in: `OrderService.pay_order`; empty at the top of a file. */
  readonly by: string;
  /** Whether that is a test. */
  readonly isTest: boolean;
}

/** A top-level statement of a file; it is another object when its text is another. */
type StatementFacts = NonNullable<ReturnType<CodeBase["factsOf"]>>["statements"][number];

type Found = Omit<RuleMention, "path">;

/** In text: `BR-001`, `br_001`, and several at once. */
const inText = /(?<![\p{L}\p{N}_-])([A-Z]{2,8})[-_](\d{2,})(?![\p{L}\p{N}]|[-.]\d)/gu;
/** In a name: `test_br_001_price`, `TestBR001`, `br001`. */
const inName = /(?:(?<=^|_)([a-z]{2,8})|(?<![A-Z])([A-Z]{2,8}))_?(\d{3,})(?!\d)/g;

/** The IDs that the comments, docstrings and other texts, markers and names of a file have, in its order. */
export function mentionsOf(path: string, code: CodeBase): readonly RuleMention[] {
  return code.queries.get(`rules named in ${path}`, () => {
    const facts = code.factsOf(path);
    if (facts === undefined) return [];
    const bodies = facts.statements.map((one) => ({ one, statement: code.statement(one) }));
    const inCode = bodies.flatMap(({ one, statement }) => ofStatement(one, statement));
    const inComments = facts.comments.flatMap(({ text, range: { start } }) =>
      idsIn(text).map(({ id }): Found => {
        const owner = bodies.findLast(({ statement }) => statement.line <= start.line);
        const place = owner && start.line <= owner.statement.endLine ? owner.statement : undefined;
        return { id, line: start.line + 1, ...ownerAt(place, start.line) };
      }),
    );
    return [...inCode, ...inComments]
      .sort((a, b) => a.line - b.line)
      .map((one) => ({ ...one, path }));
  });
}

/** The IDs in a text, as a spec writes them, with where they begin. */
export function idsIn(text: string): readonly { readonly id: string; readonly index: number }[] {
  if (!/\d{2}/.test(text)) return [];
  return [...text.matchAll(inText)].map((one) => ({
    id: `${one[1] ?? ""}-${one[2] ?? ""}`,
    index: one.index,
  }));
}

/** The ID in a name, with where it stands; numbers such as those of `sha256` are none of a prefix that anybody has. */
export function idsInName(
  name: string,
): readonly { readonly id: string; readonly index: number; readonly length: number }[] {
  if (!/\d{3}/.test(name)) return [];
  return [...name.matchAll(inName)].map((one) => ({
    id: `${(one[1] ?? one[2] ?? "").toUpperCase()}-${one[3] ?? ""}`,
    index: one.index,
    length: one[0].length,
  }));
}

const known = new WeakMap<StatementFacts, readonly Found[]>();

/** Those of one top-level statement, which an edit elsewhere leaves as they are. */
function ofStatement(facts: StatementFacts, statement: Statement): readonly Found[] {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const found: Found[] = [];
  collect(statement, [], found);
  known.set(facts, found);
  return found;
}

function collect(node: Node, owners: readonly string[], found: Found[]): void {
  const isOwner =
    node.nodeType === "FunctionDef" ||
    node.nodeType === "AsyncFunctionDef" ||
    node.nodeType === "ClassDef";
  const inside = isOwner ? [...owners, node.name] : owners;
  if (isOwner) {
    for (const { id } of idsInName(node.name)) found.push(foundAt(id, node.nameLine, inside));
  }
  if (node.nodeType === "Constant" && typeof node.value === "string") {
    for (const { id, index } of idsIn(node.value)) {
      const breaks = node.value.slice(0, index).split("\n").length - 1;
      found.push(foundAt(id, Math.min(node.line + breaks, node.endLine), inside));
    }
  }
  // `pytest.mark.br_001`
  if (node.nodeType === "Attribute" && isPositioned(node)) {
    for (const { id } of idsInName(node.attr)) found.push(foundAt(id, node.line, inside));
  }
  forEachChild(node, (child) => collect(child, inside, found));
}

function foundAt(id: string, line: number, owners: readonly string[]): Found {
  return { id, line: line + 1, by: owners.join("."), isTest: isTestName(owners) };
}

function isTestName(owners: readonly string[]): boolean {
  return owners.some((one) => /^test(?:_|$)|^Test/.test(one));
}

/** The innermost function or class around a line of a statement. */
function ownerAt(statement: Statement | undefined, line: number): Pick<Found, "by" | "isTest"> {
  const owners: string[] = [];
  let current: Node | undefined = statement;
  while (current !== undefined) {
    if (
      current.nodeType === "FunctionDef" ||
      current.nodeType === "AsyncFunctionDef" ||
      current.nodeType === "ClassDef"
    ) {
      owners.push(current.name);
    }
    let inner: Node | undefined;
    forEachChild(current, (child) => {
      if (isPositioned(child) && child.line <= line && line <= child.endLine) inner ??= child;
    });
    current = inner;
  }
  return { by: owners.join("."), isTest: isTestName(owners) };
}

/** The IDs that any file of a code base names. */
export function allMentioned(code: CodeBase): ReadonlySet<string> {
  return new Set(code.paths.flatMap((path) => mentionsOf(path, code).map(({ id }) => id)));
}
