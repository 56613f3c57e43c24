import type { Node } from "../../python/ast/nodes";

/** What a node says, wherever it stands and however it is laid out: equal texts are equal code. */
export function codeOf(node: Node | readonly Node[] | null): string {
  return JSON.stringify(node, (key, value: unknown) => {
    if (isPosition(key)) return undefined;
    return typeof value === "bigint" ? `${value}n` : value;
  });
}

function isPosition(key: string): boolean {
  return /^(?:name|end)?(?:line|character)$/i.test(key);
}
