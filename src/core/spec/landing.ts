import type { FileSystem } from "../ports";
import { folderUri, joinUri } from "../project/paths";

/** Where a new document may go, or why it may not. */
export type Landing =
  | { readonly path: string; readonly uri: string }
  | { readonly problem: string; readonly existing?: string };

/** What a landing depends on. */
export interface LandingRequest {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** The folder of specs, relative to the workspace folder. */
  readonly specsFolder: string;
  /** An existing feature folder, relative to the workspace folder. */
  readonly into?: string | undefined;
  readonly slug: string;
  /** The document's file name. */
  readonly file: string;
}

/** Numbers of more digits are dates. */
const numbered = /^(\d{1,6})-(.+)$/;

/**
 * Finds the place of a new document: in the feature folder that the user named, else in a new folder
 * `<NNN>-<slug>` whose number follows the highest one, or in an empty one of that slug. A document that exists is never the
 * place.
 */
export async function findLanding(
  request: LandingRequest,
  fileSystem: FileSystem,
): Promise<Landing> {
  const { specsFolder, into, slug, file } = request;
  const folder = folderUri(request.folder);
  const base = relativeFolder(into ?? specsFolder);
  if (base === undefined) {
    return { problem: `“${into ?? specsFolder}” does not lie inside the workspace folder.` };
  }
  const target = (path: string) => ({ path, uri: joinUri(folder, path) });
  if (into !== undefined) {
    const found = base === "" ? { kind: "folder" } : await fileSystem.stat(joinUri(folder, base));
    if (found?.kind !== "folder")
      return { problem: `There is no folder “${into}” to put the spec into.` };
    const place = target(join(base, file));
    const taken = (await fileSystem.stat(place.uri)) !== undefined;
    return taken ? exists(place) : place;
  }
  const names = await foldersIn(base === "" ? folder : joinUri(folder, base), fileSystem);
  if (names === undefined)
    return { problem: `“${specsFolder}” is a file, so no spec can go into it.` };
  let highest = 0;
  for (const name of names) {
    const [, number, rest] = numbered.exec(name) ?? [];
    if (number === undefined) continue;
    highest = Math.max(highest, Number(number));
    if (rest !== slug) continue;
    const place = target(join(base, name, file));
    if ((await fileSystem.stat(place.uri)) !== undefined) return exists(place);
    // What undo leaves of a document that was generated a moment ago.
    const inside = await fileSystem.readDirectory(joinUri(folder, join(base, name)));
    if (inside.length === 0) return place;
  }
  const number = String(highest + 1).padStart(3, "0");
  return target(join(base, `${number}-${slug}`, file));
}

function exists({ path, uri }: { path: string; uri: string }): Landing {
  const problem = `${path} is there already. Open it, choose another name, or name another folder.`;
  return { problem, existing: uri };
}

/** Names of the folders in a folder, sorted; none where it does not exist yet, `undefined` where it is none. */
async function foldersIn(uri: string, fileSystem: FileSystem): Promise<string[] | undefined> {
  const found = await fileSystem.stat(uri);
  if (found === undefined) return [];
  if (found.kind !== "folder") return undefined;
  const entries = await fileSystem.readDirectory(uri);
  return entries.flatMap(({ name, kind }) => (kind === "folder" ? [name] : [])).sort();
}

/** A relative folder in its plainest form; `undefined` where it is absolute or leads outside. */
function relativeFolder(path: string): string | undefined {
  if (/^(?:[/\\]|[a-z]:)/i.test(path)) return undefined;
  const parts: string[] = [];
  for (const part of path.split(/[/\\]+/)) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== "").join("/");
}
