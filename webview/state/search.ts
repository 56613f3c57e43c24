import type { PageState, PartPlace } from "./model";

/** Where the search finds something, from the top: parts on which the words stand, in any case. */
export function matches({ sections, alone, query }: PageState): readonly PartPlace[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [];
  return sections.flatMap(({ key, picture }) => {
    if (alone !== undefined && key !== alone) return [];
    return (picture?.parts ?? []).flatMap((one, part) =>
      one.words.toLowerCase().includes(wanted) ? [{ key, part }] : [],
    );
  });
}

/** The state with other words to search for, at their first match. */
export function searched(state: PageState, query: string): PageState {
  const next = { ...state, query };
  return { ...next, hit: matches(next)[0] };
}

/** The state at the match after the one it is at, or before it; round and round. */
export function stepped(state: PageState, by: 1 | -1): PageState {
  const all = matches(state);
  if (all.length === 0) return { ...state, hit: undefined };
  const at = indexOfHit(state, all);
  return { ...state, hit: all[(at + by + all.length) % all.length] };
}

/** Which of the matches the reader is at; -1 for none. */
export function indexOfHit({ hit }: PageState, all: readonly PartPlace[]): number {
  return all.findIndex(({ key, part }) => key === hit?.key && part === hit.part);
}
