/** Where a node stands: half-open, lines zero-based, characters zero-based in UTF-16 units, as LSP has it. */
export interface Positioned {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}
