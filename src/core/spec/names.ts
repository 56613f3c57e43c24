import { transliterate } from "./transliterate";

/** Characters; a folder's name also holds a number, and a path is long enough as it is. */
const longestSlug = 60;

/**
 * The name of a spec's folder: ASCII, kebab-case, `scoring-service` for `ScoringService`; `spec` where nothing
 * of a name can be written so.
 */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFC")
    .replace(/['’ʼ]/gu, "")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1-$2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1-$2");
  const ascii = transliterate(words).replace(/[^a-z0-9]+/g, "-");
  const slug = ascii.replace(/^-+|-+$/g, "");
  if (slug.length <= longestSlug) return slug || "spec";
  const cut = slug.slice(0, longestSlug + 1);
  const dash = cut.lastIndexOf("-");
  return dash > 0 ? cut.slice(0, dash) : slug.slice(0, longestSlug);
}

/** A name as the start of metrics and settings: `scoring_service`. */
export function snakeNameOf(name: string): string {
  const snake = slugOf(name).replaceAll("-", "_");
  return /^\d/.test(snake) ? `service_${snake}` : snake;
}

/** A name as a Python class: PascalCase, any script that Python takes in names. */
export function classNameOf(name: string): string {
  // Python knows nothing of the joiners that newer Unicode lets into names.
  const bare = name.normalize("NFKC").replace(/[\u200c\u200d]/g, "");
  const parts = bare.split(/[^\p{XID_Continue}]+|_+/u);
  const joined = parts
    .map((part) => part.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()))
    .join("");
  if (joined === "") return "Service";
  // `class` has become `Class`; these three are keywords as they are.
  if (/^(?:True|False|None)$/.test(joined)) return `${joined}Service`;
  return /^\p{XID_Start}/u.test(joined) ? joined : `Service${joined}`;
}
