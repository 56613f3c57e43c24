import { readFile } from "node:fs/promises";
import { type Figure, megabytes } from "../figures";
import { vsix } from "../package";
import { entriesOf } from "./zip";

/** The size of the packaged extension and of the five files that take most of it. */
export async function measureSize(): Promise<Figure[]> {
  const archive = await readFile(vsix);
  const largest = entriesOf(archive)
    .sort((a, b) => b.packed - a.packed)
    .slice(0, 5);
  return [
    megabytes("VSIX", archive.length, "≤ 4"),
    ...largest.map(({ path, packed }) =>
      megabytes(`VSIX: ${path.replace(/^extension\//, "")}, packed`, packed),
    ),
  ];
}
