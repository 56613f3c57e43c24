/** A rule's case: a small project in one file, with the findings it expects marked on their lines. */
export interface RuleCase {
  /** Texts by path, with the marks taken out. */
  readonly files: Readonly<Record<string, string>>;
  /** `path:line:rule`, lines counted from 1, sorted. */
  readonly expected: readonly string[];
}

/**
 * Reads a case. `# file: app/users/router.py` alone on a line starts a file (before the first one, `case.py` is meant);
 * `# expect: rule-name` at a line's end marks a finding that begins on that line. In Markdown both are comments:
 * `<!-- file: spec.md -->`, and in Mermaid `%% expect: rule-name`.
 * @param first the path of what stands before the first file
 */
export function readRuleCase(text: string, first = "case.py"): RuleCase {
  const files: Record<string, string[]> = {};
  const expected: string[] = [];
  let path = first;
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const file = /^(?:#|<!--) file: (\S+)(?: -->)?$/.exec(line)?.[1];
    if (file !== undefined) {
      path = file;
      files[path] = [];
      continue;
    }
    files[path] ??= [];
    const lines = files[path] ?? [];
    const mark = /\s*(?:#|%%|<!--) expect: ([\w-]+(?:, [\w-]+)*)\s*(?:-->)?$/.exec(line);
    for (const rule of mark?.[1]?.split(", ") ?? []) {
      expected.push(`${path}:${lines.length + 1}:${rule}`);
    }
    lines.push(mark === null ? line : line.slice(0, mark.index));
  }
  const texts = Object.entries(files).map(([name, lines]) => [name, `${lines.join("\n")}\n`]);
  return { files: Object.fromEntries(texts), expected: expected.sort() };
}
