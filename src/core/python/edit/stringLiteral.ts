/** Ruff's and Black's usual bounds lie around it; the profile `modular` of the seeds formats at 100 columns. */
const lineLength = 100;

const escapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A Python string literal for a text: in double quotes, but where only single ones need no escapes. */
export function stringLiteral(text: string): string {
  const quote = text.includes('"') && !text.includes("'") ? "'" : '"';
  const codeOf = (character: string) => (character.codePointAt(0) ?? 0).toString(16);
  // Control characters and lone surrogates cannot stand in a source file as they are.
  const body = text.replace(/[\\"\p{Cc}\p{Cs}]/gu, (character) => {
    if (character === '"' && quote === "'") return character;
    return escapes[character] ?? `\\u${codeOf(character).padStart(4, "0")}`;
  });
  return quote + body + quote;
}

/**
 * `NAME = <literal>` on one line, or on several in parentheses where that would be too long.
 * @param literal a literal on one line that says the same as `text`; made from `text` when it is left out.
 */
export function constantAssignment(
  name: string,
  text: string,
  literal = stringLiteral(text),
): string {
  const line = `${name} = ${literal}`;
  if (line.length <= lineLength || literal.includes("\n")) return line;
  const pieces = splitText(text, lineLength - 20).map((piece) => `    ${stringLiteral(piece)}`);
  return `${name} = (\n${pieces.join("\n")}\n)`;
}

/** Cuts a text after blanks into pieces of about a length. */
function splitText(text: string, length: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const word of text.split(/(?<= )/)) {
    if (piece !== "" && piece.length + word.length > length) {
      pieces.push(piece);
      piece = "";
    }
    piece += word;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}
