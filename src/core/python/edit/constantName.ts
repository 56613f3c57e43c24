const articles: ReadonlySet<string> = new Set(["a", "an", "the", "please"]);
const dangling: ReadonlySet<string> = new Set([
  "to",
  "of",
  "for",
  "with",
  "in",
  "on",
  "and",
  "or",
  "is",
  "by",
  "at",
  "as",
]);
const mostWords = 6;

/**
 * A constant's name for a message: `User {id} not found` → `ERROR_USER_NOT_FOUND`. Places to fill are left out, letters
 * outside ASCII lose their accents; a text that has no other letters gives `<prefix>MESSAGE`.
 */
export function constantName(text: string, prefix: string): string {
  const words = text
    .replace(/\{[^{}]*\}|%(\(\w+\))?[-+#0 ]*\d*(\.\d+)?[sdrifx]/g, " ")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/(\w)['’](\w)/g, "$1$2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "" && !articles.has(word.toLowerCase()))
    .slice(0, mostWords);
  while (words.length > 1 && dangling.has((words.at(-1) ?? "").toLowerCase())) words.pop();
  if (`${words[0]?.toUpperCase()}_` === prefix && words.length > 1) words.shift();
  const name = words.join("_").toUpperCase();
  return /[A-Z]/.test(name) ? prefix + name : `${prefix}MESSAGE`;
}
