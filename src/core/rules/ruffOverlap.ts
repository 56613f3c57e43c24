import { parse } from "smol-toml";

/**
 * The rules whose question ruff asks, too, and the codes of ruff's rules that ask it
 * (https://docs.astral.sh/ruff/rules/). Any one of them is enough.
 */
const codesByRule: Readonly<Record<string, readonly string[]>> = {
  "missing-type-hints": ["ANN001", "ANN201"],
  "any-type": ["ANN401"],
  "relative-import": ["TID252"],
  "long-function": ["PLR0915"],
  "complex-function": ["C901"],
  "magic-value": ["PLR2004"],
  "missing-future-annotations": ["FA100", "FA102", "I002"],
  "deep-nesting": ["PLR1702"],
};

/** Rules of ruff's that run only where preview is on. */
const previewCodes: ReadonlySet<string> = new Set(["PLR1702"]);

/** What of ruff's settings says which of its rules run. */
interface Selection {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly preview: boolean;
  /** Imports that `I002` asks for. */
  readonly requiredImports: readonly string[];
}

/**
 * The names of our rules whose question an enabled rule of ruff's asks, with that rule's code; `undefined` where the file
 * holds no settings of ruff's, or none that can be read.
 * @param fileName `pyproject.toml`, `ruff.toml` or `.ruff.toml`, with or without folders before it
 */
export function ruffOverlap(
  fileName: string,
  text: string,
): ReadonlyMap<string, string> | undefined {
  const settings = ruffSettings(fileName, text);
  if (settings === undefined) return undefined;
  const found = new Map<string, string>();
  const selection = selectionOf(settings);
  for (const [rule, codes] of Object.entries(codesByRule)) {
    const code = codes.find((one) => isEnabled(one, selection));
    if (code !== undefined) found.set(rule, code);
  }
  return found;
}

type Table = Readonly<Record<string, unknown>>;

/** Ruff's own table of a file; `undefined` where the file has none. */
function ruffSettings(fileName: string, text: string): Table | undefined {
  let whole: Table;
  try {
    whole = parse(text);
  } catch {
    return undefined;
  }
  return /(?:^|\/)pyproject\.toml$/.test(fileName) ? table(table(whole, "tool"), "ruff") : whole;
}

/** What the settings select; those of `lint` count before the same keys at the top, where they stood before. */
function selectionOf(settings: Table): Selection {
  const lint = table(settings, "lint") ?? {};
  const list = (key: string): readonly string[] => {
    const value = lint[key] ?? settings[key];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  };
  const isort = table(lint, "isort") ?? table(settings, "isort") ?? {};
  const required = isort["required-imports"];
  const { preview = settings.preview } = lint;
  return {
    select: [...list("select"), ...list("extend-select")],
    ignore: [...list("ignore"), ...list("extend-ignore")],
    preview: preview === true,
    requiredImports: Array.isArray(required) ? required.map(String) : [],
  };
}

/** Whether a code is enabled: the longest prefix that names it decides, and of two equal ones the one that ignores. */
function isEnabled(code: string, { select, ignore, preview, requiredImports }: Selection): boolean {
  if (previewCodes.has(code) && !preview) return false;
  if (
    code === "I002" &&
    !requiredImports.some((one) => /__future__ import .*\bannotations\b/.test(one))
  ) {
    return false;
  }
  return longestMatch(code, select) > longestMatch(code, ignore);
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

function table(of: Table | undefined, key: string): Table | undefined {
  const value = of?.[key];
  // A table of TOML is a plain object; dates and lists are none.
  return typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date)
    ? (value as Table)
    : undefined;
}
