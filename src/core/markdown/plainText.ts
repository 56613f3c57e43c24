/** What the text of an mdast node can be made of. */
interface TextNode {
  readonly type: string;
  readonly value?: unknown;
  readonly alt?: unknown;
  readonly children?: readonly TextNode[];
}

/** The words of an mdast node without marks and HTML, blanks at both ends removed. */
export function plainText(node: TextNode): string {
  return collect(node).trim();
}

function collect(node: TextNode): string {
  if (node.type === "html") return "";
  if (node.type === "break") return "\n";
  if (typeof node.value === "string") return node.value;
  if (typeof node.alt === "string") return node.alt;
  return (node.children ?? []).map(collect).join("");
}
