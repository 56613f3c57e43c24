/** What a line such as `ScoringService — compute evaluation metrics for submissions` says. */
export interface SpecLine {
  /** As the user wrote it when it is one word, else its words joined in PascalCase. */
  readonly name: string;
  /** Empty where the line has none. */
  readonly purpose: string;
}

export type SpecLineResult = SpecLine | { readonly problem: string };

/** Names beyond this are sentences that lack a dash. In characters. */
const longestName = 80;

const example = "for example: ScoringService — compute evaluation metrics for submissions";

/** A dash of any kind, a hyphen or two between blanks, a colon that is no part of `::` or `://`. */
const separator = /\s*[—–―‒]\s*|\s+--?\s+|\s*(?:(?<!:):(?![:/])|：)\s*/u;
/** Control characters, and marks that turn the direction of text. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const quoted = /^(?:"(.+)"|'(.+)'|`(.+)`|“(.+)”|„(.+)“|«(.+)»)$/u;

/**
 * Reads a name and, behind a dash, a spaced hyphen or a colon, a purpose. A line without a name gives a message
 * that says what to write.
 */
export function parseSpecLine(line: string): SpecLineResult {
  const text = ` ${line.replace(/\s+/gu, " ").replace(unseen, "").trim()} `;
  if (text.trim() === "") {
    return { problem: `Enter the service's name and, behind a dash, what it is for, ${example}.` };
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    return { problem: `There is no name in “${text.trim()}”. Enter one, ${example}.` };
  }
  const found = separator.exec(text);
  const left = (found ? text.slice(0, found.index) : text).trim();
  const purpose = (found ? text.slice(found.index + found[0].length) : "").trim();
  if (left === "") return { problem: `There is no name before the dash. Enter one, ${example}.` };
  if (!/\p{L}/u.test(left)) {
    return { problem: `A name needs a letter, and “${left}” has none. Enter another, ${example}.` };
  }
  const length = [...left].length;
  if (length > longestName) {
    const reason = `The name has ${length} characters; ${longestName} are the most.`;
    return { problem: `${reason} Put a dash between name and purpose, ${example}.` };
  }
  return { name: displayName(left), purpose: /[\p{L}\p{N}]/u.test(purpose) ? purpose : "" };
}

/** One word stays as it is; of several, those with a letter or digit are joined in PascalCase. */
function displayName(text: string): string {
  const bare = quoted.exec(text)?.slice(1).find(Boolean)?.trim() ?? text;
  const words = bare.split(" ").filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length < 2) return words[0] ?? bare;
  return words
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .map((word) => word.replace(/^\p{L}/u, (letter) => letter.toUpperCase()))
    .join("");
}
