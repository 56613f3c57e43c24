import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import { contentHash } from "../text/contentHash";
import { revisionsFolder } from "./layouts";
import { readText } from "./register/register";

/** A revision as templates are given it. */
export interface RevisionData {
  readonly id: string;
  /** The one before; `null` for the first. */
  readonly down: string | null;
}

interface Revision {
  readonly file: string;
  readonly id: string;
  readonly down: readonly string[];
}

/**
 * A revision: the one that is there, or a new one behind the head. Its id is made of what it does and of the head, so that
 * the same scaffold gives the same file.
 * @param what it does, as its file says: `create_orders`
 * @param head the one to follow where there are several
 */
export async function revisionFor(
  root: string,
  what: string,
  fileSystem: FileSystem,
  head?: string,
): Promise<RevisionData | { readonly problem: string }> {
  const revisions = await readRevisions(root, fileSystem);
  const known = revisions.find(({ file }) => file.endsWith(`_${what}.py`));
  if (known !== undefined) return { id: known.id, down: known.down[0] ?? null };
  const followed = new Set(revisions.flatMap(({ down }) => down));
  const heads = revisions.map(({ id }) => id).filter((id) => !followed.has(id));
  if (head !== undefined && !heads.includes(head)) {
    return { problem: `“${head}” is no head of the revisions: ${heads.join(", ")}.` };
  }
  if (heads.length > 1 && head === undefined) {
    return {
      problem: `There are several heads of revisions: ${heads.join(", ")}. Name one with --head.`,
    };
  }
  const down = head ?? heads[0] ?? null;
  const id = idOf(`${down} ${what}`);
  return { id, down };
}

/** Twelve hexadecimal digits, as Alembic makes them. */
function idOf(text: string): string {
  const hash = contentHash(new TextEncoder().encode(text)).replace(/[^0-9a-z]/g, "");
  const number = BigInt(`0x${[...hash].map((one) => one.charCodeAt(0).toString(16)).join("")}`);
  return (number % 0x1000000000000n).toString(16).padStart(12, "0");
}

async function readRevisions(root: string, fileSystem: FileSystem): Promise<Revision[]> {
  const folder = joinUri(root, revisionsFolder);
  if ((await fileSystem.stat(folder))?.kind !== "folder") return [];
  const entries = await fileSystem.readDirectory(folder);
  const found = await Promise.all(
    entries
      .filter(({ name, kind }) => kind === "file" && name.endsWith(".py"))
      .map(async ({ name }) => {
        const text = await readText(joinUri(folder, name), fileSystem);
        return text === undefined ? undefined : readRevision(name, text);
      }),
  );
  return found.filter((one) => one !== undefined).sort((a, b) => (a.file < b.file ? -1 : 1));
}

function readRevision(file: string, text: string): Revision | undefined {
  const id = /^revision(?:\s*:[^=]*)?\s*=\s*["']([^"']+)["']/m.exec(text)?.[1];
  if (id === undefined) return undefined;
  const down = /^down_revision(?:\s*:[^=]*)?\s*=\s*([^\n]*)/m.exec(text)?.[1] ?? "";
  return { file, id, down: [...down.matchAll(/["']([^"']+)["']/g)].map(([, one]) => one ?? "") };
}
