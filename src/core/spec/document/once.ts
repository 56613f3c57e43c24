import type { SpecDocument } from "./specDocument";

/** An answer about a document that is worked out when it is first asked for; a document never changes. */
export function oncePerDocument<T>(answer: (spec: SpecDocument) => T): (spec: SpecDocument) => T {
  const known = new WeakMap<SpecDocument, { readonly value: T }>();
  return (spec) => {
    const found = known.get(spec) ?? { value: answer(spec) };
    known.set(spec, found);
    return found.value;
  };
}
