import { type Table, tableAt } from "../project/layout/ruffSettings";

/**
 * The rules whose question ruff asks, too, and the codes of ruff's rules that ask it
 * (https://docs.astral.sh/ruff/rules/). Any one is enough; those in one list ask it together.
 */
const codesByRule: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "missing-type-hints": [["ANN001", "ANN201"]],
  "any-type": [["ANN401"]],
  "relative-import": [["TID252"]],
  "long-function": [["PLR0915"]],
  "complex-function": [["C901"]],
  "magic-value": [["PLR2004"]],
  "missing-future-annotations": [["FA100"], ["FA102"], ["I002"]],
  "deep-nesting": [["PLR1702"]],
};

/** Rules of ruff's that run only where preview is on. */
const previewCodes: ReadonlySet<string> = new Set(["PLR1702"]);

/** What of ruff's settings says which of its rules run. */
interface Selection {
  /** `undefined` where the file only adds to what it extends. */
  readonly select: readonly string[] | undefined;
  readonly extended: readonly string[];
  readonly ignore: readonly string[];
}

/**
 * The names of our rules whose question enabled rules of ruff's ask, with the codes of those. What `per-file-ignores` leave
 * out counts as asked: whoever wrote them does not want the question there.
 * @param chain ruff's settings, after those that they extend
 */
export function ruffOverlap(chain: readonly Table[]): ReadonlyMap<string, string> {
  const selections = chain.map(selectionOf);
  const isOn = (code: string): boolean => isWanted(code, chain) && isEnabled(code, selections);
  const found = new Map<string, string>();
  for (const [rule, codes] of Object.entries(codesByRule)) {
    const asking = codes.find((together) => together.every(isOn));
    if (asking !== undefined) found.set(rule, asking.join(" and "));
  }
  return found;
}

/** A setting of `lint`; it counts before the same key at the top, where it stood before. */
function lintSetting(settings: Table, key: string): unknown {
  return tableAt(settings, "lint")?.[key] ?? settings[key];
}

function selectionOf(settings: Table): Selection {
  const list = (key: string): readonly string[] | undefined => {
    const value = lintSetting(settings, key);
    if (!Array.isArray(value)) return undefined;
    return value.filter((item) => typeof item === "string");
  };
  return {
    select: list("select"),
    extended: list("extend-select") ?? [],
    ignore: [...(list("ignore") ?? []), ...(list("extend-ignore") ?? [])],
  };
}

/** Whether the settings give a code what else it needs to run. */
function isWanted(code: string, chain: readonly Table[]): boolean {
  const last = (valueIn: (settings: Table) => unknown): unknown =>
    chain.map(valueIn).findLast(Boolean);
  if (previewCodes.has(code)) return last((one) => lintSetting(one, "preview")) === true;
  if (code !== "I002") return true;
  const required = last((one) => {
    const isort = tableAt(tableAt(one, "lint"), "isort") ?? tableAt(one, "isort");
    return isort?.["required-imports"];
  });
  const isAnnotations = (one: unknown): boolean =>
    /__future__ import .*\bannotations\b/.test(String(one));
  return Array.isArray(required) && required.some(isAnnotations);
}

/**
 * Whether a code is enabled: the longest prefix that names it decides, and of two equal ones the one that ignores. Settings
 * without a `select` add to those that they extend.
 */
function isEnabled(code: string, selections: readonly Selection[]): boolean {
  let isOn = false;
  for (const { select, extended, ignore } of selections) {
    const selected = longestMatch(code, [...(select ?? []), ...extended]);
    const ignored = longestMatch(code, ignore);
    if (select !== undefined || Math.max(selected, ignored) >= 0) isOn = selected > ignored;
  }
  return isOn;
}

/** How much of a code the most exact selector names; -1 where none does. */
function longestMatch(code: string, selectors: readonly string[]): number {
  return Math.max(-1, ...selectors.map((selector) => matchLength(code, selector.trim())));
}

function matchLength(code: string, selector: string): number {
  if (selector === "ALL") return 0;
  // `C`, `C9` and `C90` select McCabe's, `C4` does not.
  return selector !== "" && code.startsWith(selector) && startsGroup(code, selector)
    ? selector.length
    : -1;
}

/** A prefix must end with or after the letters of a linter: `AN` is none of `ANN001`, but `PL` is one of `PLR0915`. */
function startsGroup(code: string, selector: string): boolean {
  const letters = /^[A-Z]+/.exec(code)?.[0] ?? "";
  return selector.length >= letters.length || selector === "PL";
}
