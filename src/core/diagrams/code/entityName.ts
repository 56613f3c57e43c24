/** Words that mean something to Mermaid in an entity-relationship diagram. */
const reserved =
  /^(?:erDiagram|title|accTitle|accDescr|direction|tb|bt|lr|rl|style|class|classDef|one|only|zero|or|many|more|to|optionally|is|u|end|subgraph)$/i;

/** A table's name as Mermaid takes it, in quotes where it has to be. */
export function entityName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved.test(name)) return name;
  return `"${name.replace(/["\\%]/g, "'").replace(/\s+/g, " ")}"`;
}
