import * as z from "zod";

/** Findings that are known and left for later: so many of a rule, in a file, over one and the same source. */
export interface BaselineEntry {
  /** Relative to the folder of the configuration, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  /** Of the finding's source without blanks (`sourceHash`). */
  readonly hash: string;
  readonly count: number;
}

/** Where a baseline lies unless the configuration says otherwise, relative to its folder. */
export const baselinePath = ".backend-spec/baseline.json";

/** The version of the file's shape. */
const currentVersion = "1";

const versioned = z.looseObject({ version: z.string() });
const baselineSchema = z.strictObject({
  version: z.literal(currentVersion),
  findings: z.array(
    z.strictObject({
      path: z.string(),
      rule: z.string(),
      hash: z.string(),
      count: z.int().positive(),
    }),
  ),
});

/** What a baseline file says, or why it cannot be read. Never throws. */
export type ParsedBaseline =
  | { readonly entries: readonly BaselineEntry[]; readonly problem?: undefined }
  | { readonly entries?: undefined; readonly problem: string };

/** Reads a baseline file. */
export function parseBaseline(text: string): ParsedBaseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "is not JSON (an unfinished merge?)" };
  }
  const { data } = versioned.safeParse(value);
  if (data !== undefined && data.version !== currentVersion) {
    return {
      problem: `is of version ${data.version}, and this Backend Spec reads version ${currentVersion}`,
    };
  }
  const parsed = baselineSchema.safeParse(value);
  if (parsed.success) return { entries: parsed.data.findings };
  const [issue] = parsed.error.issues;
  return { problem: `is no baseline: ${issue?.path.join(".")} ${issue?.message}` };
}

/** The text of a baseline file: sorted, a line an entry, so that branches merge. */
export function writeBaseline(entries: readonly BaselineEntry[]): string {
  const lines = [...entries]
    .sort((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.hash, b.hash))
    .map(({ path, rule, hash, count }) => `    ${JSON.stringify({ path, rule, hash, count })}`);
  const findings = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n  ]`;
  return `{\n  "version": "${currentVersion}",\n  "findings": ${findings}\n}\n`;
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
