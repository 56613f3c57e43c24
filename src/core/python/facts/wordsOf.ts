import type { StatementFacts } from "./moduleFacts";
import { tag } from "./nodeLayout";

const latin1 = new TextDecoder("latin1");
const known = new WeakMap<Uint8Array, ReadonlySet<string>>();

/**
 * The names that a statement holds anywhere in it, and the words of its texts, as in the annotation `"list[User]"`. They
 * are found in the bytes of its code, without decoding it: a few of those given may only look like names, and names with
 * letters beyond ASCII are missing.
 */
export function wordsOf({ code }: Pick<StatementFacts, "code">): ReadonlySet<string> {
  let words = known.get(code);
  if (words === undefined) {
    words = new Set(textsIn(code).flatMap((text) => text.match(/[A-Za-z_]\w*/g) ?? []));
    known.set(code, words);
  }
  return words;
}

/** What `encodeStatement` wrote as strings, each once. */
function textsIn(code: Uint8Array): readonly string[] {
  const found: string[] = [];
  for (let at = code.indexOf(tag.newString); at >= 0; at = code.indexOf(tag.newString, at + 1)) {
    // A number of seven bits a byte, the last one below 128.
    const first = code[at + 1] ?? 0;
    const isLong = first >= 128;
    const length = isLong ? first - 128 + 128 * (code[at + 2] ?? 0) : first;
    const start = at + (isLong ? 3 : 2);
    found.push(latin1.decode(code.subarray(start, start + length)));
  }
  return found;
}
