import { mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Host } from "./bundle";
import { OUT } from "./paths";

/** What an extension does not need to run. */
const NOT_NEEDED = new Set([".git", "node_modules", "out", "package.json"]);

/**
 * The folder to give VS Code as the extension under development. For the node host it is the extension's own. For the
 * worker host it is a folder of links to its files with a manifest that names only `browser`, for where there is `main`,
 * a served VS Code runs that, and where there is an `extensionKind`, it goes by it.
 * @throws Error if `extension` has no built entry for that host.
 */
export async function stage(extension: string, host: Host): Promise<string> {
  const manifest = await readManifest(extension);
  const entry = host === "node" ? manifest.main : manifest.browser;
  await requireEntry(extension, host, entry);
  if (host === "node") return extension;

  const staged = join(OUT, "worker", "extension");
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { recursive: true });
  for (const name of await readdir(extension)) {
    if (!NOT_NEEDED.has(name)) await symlink(join(extension, name), join(staged, name));
  }
  const { main: _main, extensionKind: _kind, ...rest } = manifest;
  await writeFile(join(staged, "package.json"), JSON.stringify(rest, null, 2));
  return staged;
}

async function readManifest(extension: string): Promise<Record<string, unknown>> {
  const manifest: unknown = JSON.parse(await readFile(join(extension, "package.json"), "utf8"));
  if (typeof manifest !== "object" || manifest === null) {
    throw new Error(`${join(extension, "package.json")} is no manifest.`);
  }
  return { ...manifest };
}

async function requireEntry(extension: string, host: Host, entry: unknown): Promise<void> {
  if (typeof entry !== "string")
    throw new Error(`The manifest names no entry for the ${host} host.`);
  const file = join(extension, entry);
  await readFile(file).catch(() => {
    throw new Error(`${file} is missing: run npm run build first.`);
  });
}
