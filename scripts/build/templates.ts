import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { root } from "../run";

/** The texts of the scaffolds' templates by their paths below `templates/`. */
export async function bundleTemplates(): Promise<Record<string, string>> {
  const folder = join(root, "templates");
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter((path) => path.endsWith(".liquid")).sort();
  const texts = await Promise.all(
    files.map(async (path) => {
      const text = await readFile(join(folder, path), "utf8");
      return [path.split(sep).join("/"), text.replaceAll("\r\n", "\n")] as const;
    }),
  );
  return Object.fromEntries(texts);
}
