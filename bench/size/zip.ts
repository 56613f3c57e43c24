/** A file of an archive. */
export interface Entry {
  readonly path: string;
  /** Bytes in the archive. */
  readonly packed: number;
}

/** Signatures and offsets as the ZIP format gives them (APPNOTE.TXT 6.3.10, 4.3.12 and 4.3.16). */
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 };
const ENTRY = { signature: 0x02014b50, size: 46, packed: 20, lengths: [28, 30, 32] } as const;

/**
 * Lists an archive by the directory at its end. Archives beyond 4 GB are not read.
 * @throws Error if it is none.
 */
export function entriesOf(archive: Buffer): Entry[] {
  const signature = Buffer.alloc(4);
  signature.writeUInt32LE(END.signature);
  const end = archive.lastIndexOf(signature);
  if (end < 0 || end + END.size > archive.length) throw new Error("This is no ZIP archive.");
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + END.directory);
  for (let left = archive.readUInt16LE(end + END.entries); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== ENTRY.signature) throw new Error("The archive is damaged.");
    const [name = 0, extra = 0, comment = 0] = ENTRY.lengths.map((field) =>
      archive.readUInt16LE(at + field),
    );
    const path = archive.toString("utf8", at + ENTRY.size, at + ENTRY.size + name);
    entries.push({ path, packed: archive.readUInt32LE(at + ENTRY.packed) });
    at += ENTRY.size + name + extra + comment;
  }
  return entries;
}
