import { type ContractChange, type ContractDetail, changedPart } from "./contractChange";

interface Named {
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** What came, went and changed among things that are known by their names. */
export function compareNamed<T extends Named>(
  of: ContractChange["part"],
  before: readonly T[],
  now: readonly T[],
  judge: {
    readonly isAddedBreaking: (one: T) => boolean;
    readonly isRemovedBreaking: (one: T) => boolean;
    readonly details: (before: T, now: T) => readonly ContractDetail[];
  },
): readonly ContractChange[] {
  const old = new Map(before.map((one) => [one.name, one]));
  const own = new Map(now.map((one) => [one.name, one]));
  return [
    ...[...old.values()]
      .filter(({ name }) => !own.has(name))
      .map((one) => part(of, "removed", one, judge.isRemovedBreaking(one))),
    ...[...own.values()].flatMap((one) => {
      const earlier = old.get(one.name);
      if (earlier === undefined) return part(of, "added", one, judge.isAddedBreaking(one));
      return changedPart(of, one.name, one, judge.details(earlier, one)) ?? [];
    }),
  ];
}

/** Something that came or went. */
export function part(
  of: ContractChange["part"],
  kind: "added" | "removed",
  { name, file, line }: Named,
  breaking: boolean,
): ContractChange {
  return { part: of, kind, name, breaking, details: [], file, line };
}
