/**
 * The kind of a Mermaid diagram, as its first keyword says it (`flowchart`, `sequenceDiagram`, `stateDiagram-v2`
 * …): what stands behind front matter, `%%{…}%%` directives and comments. Empty where there is none.
 */
export function diagramType(source: string): string {
  const body = source
    .replace(/^\s*---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?[ \t]*---[ \t]*(?:\r?\n|$)/, "")
    .replace(/%%\{[\s\S]*?\}%%/g, "")
    .replace(/^[ \t]*%%.*$/gm, "");
  return /^\s*([a-z][\w-]*)/i.exec(body)?.[1] ?? "";
}
