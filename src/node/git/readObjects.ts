import { git } from "./git";

const lineFeed = 0x0a;

/** What files held, by the names of their objects; those that the repository lacks are left out. */
export async function readObjects(
  folder: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  if (names.length === 0) return found;
  const { output } = await git(folder, ["cat-file", "--batch"], `${names.join("\n")}\n`);
  for (let at = 0; at < output.length; ) {
    // `name type size`, the bytes, a line feed; for one that is not there `name missing`.
    const end = output.indexOf(lineFeed, at);
    const [name = "", , size] = output.toString("utf8", at, end).split(" ");
    at = end + 1;
    if (size === undefined) continue;
    const length = Number(size);
    found.set(name, new Uint8Array(output.subarray(at, at + length)));
    at += length + 1;
  }
  return found;
}
