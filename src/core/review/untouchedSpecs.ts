import type { Changes } from "../ports";
import type { Project } from "../project/project";
import type { ReviewedChange } from "./review";

/** The paths of all files that a change touched, those that are new among them. */
export function touchedPaths(project: Project, { files }: Changes): ReadonlySet<string> {
  const uris = files.flatMap(({ now }) => now ?? []);
  return new Set(uris.flatMap((uri) => project.pathOf(uri) ?? []));
}

/**
 * The specs that speak of what changed for those outside, and that the change left as they were, with what they speak of;
 * `undefined` where there is none.
 */
export function untouchedMarkdown(changes: readonly ReviewedChange[]): string | undefined {
  const bySpec = new Map<string, string[]>();
  for (const { name, untouched } of changes) {
    for (const path of untouched) bySpec.set(path, [...(bySpec.get(path) ?? []), name]);
  }
  if (bySpec.size === 0) return undefined;
  const lines = [...bySpec].map(([path, names]) => {
    const shown = [...new Set(names)].map((one) => `\`${one}\``).join(", ");
    return `- [${path}](${path}) speaks of ${shown}`;
  });
  return `**Specs that were not touched**\n\n${lines.join("\n")}`;
}
