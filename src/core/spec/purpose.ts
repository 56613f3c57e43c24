import type { SpecLine } from "./specLine";

/** Verbs that purposes begin with; what does not begin with one is put into a sentence in another way. */
const verbs = new Set(
  (
    "accept aggregate allow analyse analyze answer apply approve archive assign authenticate authorise authorize " +
    "book build cache calculate cancel capture charge check classify collect compare compute convert coordinate " +
    "count create decide deduplicate deliver detect dispatch distribute download enforce enrich ensure estimate " +
    "evaluate execute expire export extract fetch file filter find forward generate grant group handle hold host " +
    "import index ingest issue keep let list load log maintain make manage map match measure merge moderate " +
    "monitor normalise normalize notify offer orchestrate parse plan predict prepare process produce provide " +
    "provision publish query queue rank read receive recommend reconcile record refund register render replay " +
    "report reserve resolve retrieve review rotate route run save scan schedule score search send serve settle " +
    "share sign simulate sort split start stop store stream summarise summarize support sync synchronise " +
    "synchronize tag test track train transcribe transfer transform translate turn update upload validate verify watch write"
  ).split(" "),
);

/** A purpose as the title of an operation: its first letter large, no full stop; empty where there is none. */
export function asTitle({ purpose }: SpecLine): string {
  return withoutStop(purpose).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** A name and its purpose as one sentence that is English whatever the purpose begins with. */
export function asSentence({ name, purpose }: SpecLine): string {
  const words = withoutStop(purpose);
  if (words === "") return `What ${name} is for is not written down yet.`;
  const first = /^[a-z]+/i.exec(words)?.[0] ?? "";
  const rest = first.toLowerCase() + words.slice(first.length);
  const end = /[!?…]$/u.test(words) ? "" : ".";
  if (verbs.has(first.toLowerCase())) return `The job of ${name} is to ${rest}${end}`;
  if (isThirdPerson(first.toLowerCase())) return `${name} ${rest}${end}`;
  return `${name}: ${words}${end}`;
}

function isThirdPerson(word: string): boolean {
  return [/s$/, /es$/, /ies$/].some((ending) => {
    const base = word.replace(ending, ending.source === "ies$" ? "y" : "");
    return base !== word && verbs.has(base);
  });
}

function withoutStop(purpose: string): string {
  return purpose.replace(/[.。\s]+$/u, "");
}
