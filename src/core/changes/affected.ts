import type { CodeBase } from "../project/codeBase";
import { type Imports, importsAmong, type Way } from "../project/imports";
import { wordsOf } from "../python/facts/wordsOf";
import { type Unit, unitsOf } from "./touchedUnits";

/** What a change touched of a module; `undefined` where that cannot be told: then anything. */
export type Touched = readonly Unit[] | undefined;

/** By what other code sees that something was touched: names of its module, and its methods by their own. */
interface Signs {
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
}

/**
 * The files of which a change may change what the rules say: those that changed, those that import what it touched and
 * name it, those that import what these define with it, and so on; and what the changed parts import themselves, as it
 * may be reached now, or in another order.
 * @param changed what was touched, by path
 */
export function affectedBy(
  changed: ReadonlyMap<string, Touched>,
  code: CodeBase,
): ReadonlySet<string> {
  const imports = importsAmong(code);
  const affected = new Set(spread(changed, imports, code));
  for (const [path, units] of changed) {
    for (const imported of importedWith(units, path, imports)) affected.add(imported);
  }
  return affected;
}

/** The files that a touched unit of a file imports from; all where something of it happens when the file is imported. */
function importedWith(units: Touched, path: string, imports: Imports): readonly string[] {
  const all = [...imports.importedBy(path)];
  const isAny = units === undefined || units.some(({ isFunction }) => !isFunction);
  return all.flatMap(([imported, ways]) => {
    const isUsed =
      isAny || ways.some(({ alias }) => alias === "*" || units.some((one) => holds(one, alias)));
    return isUsed ? [imported] : [];
  });
}

/** The files that a change spreads to. */
function spread(
  changed: ReadonlyMap<string, Touched>,
  imports: Imports,
  code: CodeBase,
): Iterable<string> {
  const touched = new Map([...changed].map(([path, units]) => [path, units && signsOf(units)]));
  const pending = new Set(changed.keys());
  for (const path of pending) {
    pending.delete(path);
    const signs = touched.get(path);
    const direct = imports.importersOf(path);
    const isMember = signs !== undefined && signs.members.size > 0;
    const others = isMember ? imports.reach(path) : direct.keys();
    for (const other of new Set([path, ...others])) {
      const before = touched.get(other);
      if (touched.has(other) && before === undefined) continue;
      const ways = direct.get(other);
      const found = signs && seenIn(other, signs, other === path ? "own" : (ways ?? []), code);
      if (found !== undefined && sizeOf(found) === 0) continue;
      const after = found && before ? joined(before, found) : found;
      if (touched.has(other) && after !== undefined && sizeOf(after) === sizeOf(before)) continue;
      touched.set(other, after);
      pending.add(other);
    }
  }
  return touched.keys();
}

function sizeOf(signs: Signs | undefined): number {
  return signs === undefined ? -1 : signs.names.size + signs.members.size;
}

function joined(a: Signs, b: Signs): Signs {
  return {
    names: new Set([...a.names, ...b.names]),
    members: new Set([...a.members, ...b.members]),
  };
}

function signsOf(units: readonly Unit[]): Signs {
  return {
    names: new Set(units.flatMap(({ names }) => names)),
    members: new Set(units.flatMap(({ member }) => member ?? [])),
  };
}

/** What of a file names something touched. @param ways how it sees the names of the touched module */
function seenIn(path: string, signs: Signs, ways: readonly Way[] | "own", code: CodeBase): Signs {
  const { names, members } = signs;
  const hasAny = (words: Words, wanted: ReadonlySet<string>): boolean =>
    [...wanted].some((name) => holds({ words }, name));
  const isSeen = (words: Words): boolean => {
    if (hasAny(words, members)) return true;
    if (ways === "own") return hasAny(words, names);
    return ways.some(({ alias, name }) => {
      if (name === "*") return hasAny(words, names);
      if (name !== undefined) return names.has(name) && holds({ words }, alias);
      // A package hands its modules on by their names.
      return holds({ words }, alias) && (isPackage || hasAny(words, names));
    });
  };
  const isPackage = path.endsWith("/__init__.py");
  const units = (code.factsOf(path)?.statements ?? [])
    .filter((statement) => isSeen(wordsOf(statement)))
    .flatMap((statement) => unitsOf(statement, code).filter(({ words }) => isSeen(words)));
  const found = signsOf(units);
  const isAll = ways !== "own" && ways.some(({ name }) => name === "*");
  return isAll ? joined(found, { names, members: new Set() }) : found;
}

type Words = ReadonlySet<string>;

/** Whether a unit holds a name; names beyond ASCII are not among its words. */
function holds({ words }: Pick<Unit, "words">, name: string): boolean {
  return words.has(name) || !/^\w+$/.test(name);
}
