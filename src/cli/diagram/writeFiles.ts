import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative, resolve } from "node:path";
import type { CodeDiagram } from "../../core/diagrams/code/codeDiagram";
import { exitCodes, UsageError } from "../exit";
import type { PictureOptions } from "./pictures";

/** The endings of files that diagrams are written to. */
const endings = [".mmd", ".svg", ".png"] as const;

/**
 * Writes diagrams to a file, or each to a file of its own in a folder, and prints their paths. Rejects with a `UsageError`
 * for several diagrams and one file. @returns the exit code
 */
export async function writeDiagrams(
  diagrams: readonly CodeDiagram[],
  out: string,
  options: PictureOptions,
): Promise<number> {
  const ending = endings.find((one) => one === extname(out).toLowerCase());
  const isFolder = (await stat(out).catch(() => undefined))?.isDirectory() ?? ending === undefined;
  if (!isFolder && diagrams.length > 1) {
    throw new UsageError(
      `There are ${diagrams.length} diagrams: name one with --of, or a folder with --out.`,
    );
  }
  const taken = new Set<string>();
  for (const diagram of diagrams) {
    const file = isFolder ? join(out, `${fileName(diagram, taken)}.mmd`) : out;
    await mkdir(dirname(resolve(file)), { recursive: true });
    await writeFile(file, `${diagram.text}\n`);
    process.stdout.write(`${relative(process.cwd(), resolve(file))}\n`);
  }
  void options;
  return exitCodes.clean;
}

/** `sequence-get-users-user-id`: a name that no other has. */
function fileName({ kind, title }: CodeDiagram, taken: Set<string>): string {
  const words = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  const plain = words === "" ? kind : `${kind}-${words}`;
  let name = plain;
  for (let count = 2; taken.has(name); count++) name = `${plain}-${count}`;
  taken.add(name);
  return name;
}
