import { type ProfileName, profileNames } from "../../core/config/schema";
import type { ProfilePreview } from "../../core/project/adoption";

/** How many findings each rule would have under each profile, as a table; the chosen one is marked. */
export function previewText(preview: ProfilePreview, chosen: ProfileName): string {
  const counts = (profile: ProfileName): ReadonlyMap<string, number> =>
    preview.get(profile) ?? new Map();
  const rules = new Set(profileNames.flatMap((profile) => [...counts(profile).keys()]));
  const rows = [
    ["findings", ...profileNames.map((profile) => (profile === chosen ? `${profile} *` : profile))],
    ...[...rules]
      .sort()
      .map((rule) => [rule, ...profileNames.map((profile) => counts(profile).get(rule) ?? 0)]),
    [
      "all",
      ...profileNames.map((profile) =>
        [...counts(profile).values()].reduce((sum, count) => sum + count, 0),
      ),
    ],
  ].map((row) => row.map(String));
  const width = (column: number): number =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(width(column)) : cell.padStart(width(column)),
      )
      .join("  "),
  );
  return `${lines.join("\n")}\n`;
}
