import { type Range, range } from "../../text/range";
import { idsIn, idsInName } from "./mentions";

/** An ID in a line of code, in whatever form. */
export interface IdPlace {
  readonly id: string;
  readonly range: Range;
  /** Where its number stands: all that renaming it changes. */
  readonly number: Range;
}

/** The IDs in a line of code: in its texts and comments as `BR-001`, in its names as `br_001`. */
export function idPlacesIn(text: string, line: number): readonly IdPlace[] {
  const place = (id: string, index: number, length: number): IdPlace => {
    const digits = id.length - id.indexOf("-") - 1;
    const end = index + length;
    return {
      id,
      range: range(line, index, line, end),
      number: range(line, end - digits, line, end),
    };
  };
  const names = [...text.matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].flatMap((name) =>
    idsInName(name[0]).map((one) => place(one.id, name.index + one.index, one.length)),
  );
  const texts = idsIn(text).map(({ id, index }) => place(id, index, id.length));
  const isNew = (one: IdPlace): boolean =>
    !texts.some((other) => other.range.start.character === one.range.start.character);
  return [...texts, ...names.filter(isNew)];
}
