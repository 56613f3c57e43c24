import { testParser } from "../testing";
import type { Expression, Node, NodeOf, NodeType, Statement } from "./nodes";
import { walk } from "./visit";

/** The statements of a text that has no error. */
export async function statementsOf(text: string): Promise<readonly Statement[]> {
  const { module, errors } = (await testParser()).read(text);
  if (errors.length > 0) throw new Error(`Not all of it could be read: ${JSON.stringify(errors)}`);
  return module.body;
}

/** The expression that a text is. */
export async function expressionOf(text: string): Promise<Expression> {
  const [only] = await statementsOf(text);
  if (only?.nodeType !== "Expr") throw new Error("Not an expression.");
  return only.value;
}

/** All nodes of a class, in the order of the text. */
export function nodesOf<T extends NodeType>(root: Node, type: T): NodeOf<T>[] {
  const found: NodeOf<T>[] = [];
  walk(root, (node) => {
    if (node.nodeType === type) found.push(node as NodeOf<T>);
  });
  return found;
}

/** `line:character-endLine:endCharacter`. */
export function place(node: Node): string {
  if (!("line" in node)) return "nowhere";
  return `${node.line}:${node.character}-${node.endLine}:${node.endCharacter}`;
}

/** A node without its positions, as far as the fields named: what the test is about. */
export function shape(node: Node): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value) => (positions.has(key) ? undefined : plain(value))),
  );
}

const positions = new Set([
  "line",
  "character",
  "endLine",
  "endCharacter",
  "nameLine",
  "nameCharacter",
]);

function plain(value: unknown): unknown {
  return typeof value === "bigint" ? `${value}n` : value;
}
