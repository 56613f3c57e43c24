import type { Entry, FileSystem } from "../../ports";
import { joinUri } from "../paths";

/** Folders that are large and hold no environment. */
const skipped: ReadonlySet<string> = new Set([".git", "node_modules", "__pycache__"]);

/** Where environments usually are, the likeliest first. */
const usual = [".venv", "venv"];

/** What a folder holds; nothing where it cannot be read. */
export async function entriesOf(fileSystem: FileSystem, uri: string): Promise<readonly Entry[]> {
  try {
    return await fileSystem.readDirectory(uri);
  } catch {
    return [];
  }
}

/**
 * The `site-packages` folders of a repository's virtual environments, as URIs: of `.venv` and `venv` first, then of
 * other folders in the two topmost levels that have a `pyvenv.cfg`.
 */
export async function findSitePackages(
  fileSystem: FileSystem,
  root: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const environment of await findEnvironments(fileSystem, root)) {
    found.push(...(await sitePackagesOf(fileSystem, environment)));
  }
  return found;
}

async function findEnvironments(fileSystem: FileSystem, root: string): Promise<readonly string[]> {
  const found: string[] = [];
  const top = await subfolders(fileSystem, root);
  for (const name of top) {
    const uri = joinUri(root, name);
    if (await isEnvironment(fileSystem, uri, name)) found.push(uri);
  }
  for (const name of top) {
    const uri = joinUri(root, name);
    if (found.includes(uri)) continue;
    for (const inner of await subfolders(fileSystem, uri)) {
      const innerUri = joinUri(uri, inner);
      if (await isEnvironment(fileSystem, innerUri, inner)) found.push(innerUri);
    }
  }
  return found;
}

async function isEnvironment(fileSystem: FileSystem, uri: string, name: string): Promise<boolean> {
  if (usual.includes(name)) return true;
  const marker = await fileSystem.stat(joinUri(uri, "pyvenv.cfg")).catch(() => undefined);
  return marker?.kind === "file";
}

/** The names of the folders in a folder, those where environments usually are first. */
async function subfolders(fileSystem: FileSystem, uri: string): Promise<readonly string[]> {
  const names = (await entriesOf(fileSystem, uri))
    .filter(({ kind, name }) => kind === "folder" && !skipped.has(name))
    .map(({ name }) => name)
    .sort();
  const first = usual.filter((name) => names.includes(name));
  return [...first, ...names.filter((name) => !first.includes(name))];
}

/** `lib/python3.12/site-packages`, or `Lib/site-packages` on Windows. */
async function sitePackagesOf(
  fileSystem: FileSystem,
  environment: string,
): Promise<readonly string[]> {
  const candidates = ["Lib/site-packages"];
  for (const { name, kind } of await entriesOf(fileSystem, joinUri(environment, "lib"))) {
    if (kind === "folder" && /^python3/.test(name)) candidates.push(`lib/${name}/site-packages`);
  }
  const found: string[] = [];
  for (const candidate of candidates.sort()) {
    const uri = joinUri(environment, candidate);
    const stat = await fileSystem.stat(uri).catch(() => undefined);
    if (stat?.kind === "folder") found.push(uri);
  }
  return found;
}
