import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { Parser, type TreeCursor } from "web-tree-sitter";
import { TableFiller } from "./fillTable";
import { Kind, kindOf } from "./kinds";
import { loadGrammar } from "./runtime";
import { next, type SyntaxTable, stride } from "./table";

const text = `@a.b(1, *c, d=2)  # comment
async def f(x: int = 1, /, *y, **z) -> list[int]:
    """Doc é 😀"""
    with (open(x) as g, h):
        return [i async for i in y if not -i ** 2]
\t# more
class A[T](B, metaclass=C):
    x, *y = {1: 2, **z}, {3}, (4,), f"{a!r:>{b}}{{" 'c' \\
        "d"
    print >>e, e
    match x:
        case {"a": [1, -2], **k} | A(b=c) as d if e: pass
    del a[1:2, ::3]; assert a is not b not in c, lambda a, *b: a @ b
if a: pass
elif b:
    try:
        from .. import a as b, c
    except* D as e:
        x: int | None = yield
    finally: global q
type A = B
é = (😀 := 1)
def broken(: pass
`;

it("reads what the public cursor reads", async () => {
  const require = createRequire(import.meta.url);
  const bytes = (file: string) => new Uint8Array(readFileSync(require.resolve(file)));
  const grammar = await loadGrammar(
    bytes("web-tree-sitter/web-tree-sitter.wasm"),
    bytes("tree-sitter-python/tree-sitter-python.wasm"),
  );
  const parser = new Parser().setLanguage(grammar.language);
  const tree = parser.parse(text);
  if (tree === null) throw new Error("No tree.");
  const fromMemory: string[] = [];
  const findings = { comments: [], errors: [] };
  new TableFiller(grammar).fill(tree.rootNode.id, 0, findings, (table) => {
    fromMemory.push(...describeTable(table));
  });
  const comments: number[] = [];
  const fromCursor = describeCursor(tree.walk(), comments);
  expect(fromMemory).toEqual(fromCursor);
  expect(findings.comments).toEqual(comments);
  expect(findings.errors.length).toBeGreaterThan(0);
});

function describeTable(table: SyntaxTable): string[] {
  const lines: string[] = [];
  const ends: number[] = [];
  for (let node = 0; node < next(table, 0); node += stride) {
    while (ends.length > 0 && (ends[ends.length - 1] ?? 0) <= node) ends.pop();
    const numbers = Array.from(table.subarray(node + 2, node + stride)).join(" ");
    lines.push(`${" ".repeat(ends.length)}${Kind[(table[node] ?? 0) & 0xff]} ${numbers}`);
    ends.push(next(table, node));
  }
  return lines;
}

function describeCursor(cursor: TreeCursor, comments: number[]): string[] {
  const lines: string[] = [];
  const visit = (depth: number) => {
    const node = cursor.currentNode;
    const kind = node.isError ? Kind.Error : kindOf(node.type, node.isNamed);
    const { startPosition: start, endPosition: end } = node;
    if (kind === Kind.Comment) {
      comments.push(node.startIndex, start.row, start.column, end.row, end.column);
    } else if (kind > Kind.Comment && kind !== Kind.module) {
      const numbers = [
        node.startIndex,
        node.endIndex,
        start.row,
        start.column,
        end.row,
        end.column,
      ];
      lines.push(`${" ".repeat(depth)}${Kind[kind]} ${numbers.join(" ")}`);
    }
    // What is in an error, and in a token that is dropped, is not read.
    if (kind === Kind.Error || (kind <= Kind.Comment && kind !== Kind.module)) return;
    if (!cursor.gotoFirstChild()) return;
    do visit(kind === Kind.module ? depth : depth + 1);
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  };
  visit(0);
  return lines;
}
