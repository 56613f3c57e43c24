import { version } from "../../../package.json";
import type { CacheStore, Logger } from "../ports";
import type { ModuleFacts } from "../python/facts/moduleFacts";
import { nodeLayout } from "../python/facts/nodeLayout";
import { loadFacts } from "../python/facts/storedFacts";
import { contentHash } from "../text/contentHash";

/**
 * The first line of a cache. It names all that its content depends on beside the files: another version of the program,
 * or of the store, does not read it.
 */
const header = new TextEncoder().encode(
  `backend-spec facts 1 ${version} ${contentHash(new TextEncoder().encode(JSON.stringify(nodeLayout)))}\n`,
);

/** Bytes of an entry before its facts: the lengths of its key, its checksum and its facts. */
const entryHead = 8;

/**
 * Facts by the content of their files. It is read as a whole and written as a whole, with the entries that were asked
 * for: what was not found in any file of the last run is dropped. A damaged entry is as if it were not there.
 */
export class FactsCache {
  private readonly known = new Map<string, Uint8Array>();
  private readonly used = new Map<string, Uint8Array>();
  private isChanged = false;

  private constructor(
    private store: CacheStore | undefined,
    private readonly logger: Logger,
  ) {}

  /** Reads the cache. A missing, foreign or damaged one is empty. */
  static async open(store: CacheStore | undefined, logger: Logger): Promise<FactsCache> {
    const cache = new FactsCache(store, logger);
    try {
      const bytes = await store?.read();
      if (bytes !== undefined) cache.readEntries(bytes);
    } catch (error) {
      cache.giveUp("read", error);
    }
    return cache;
  }

  /** The facts of a file with that content. */
  get(content: string): ModuleFacts | undefined {
    const stored = this.known.get(content) ?? this.used.get(content);
    if (stored === undefined) return undefined;
    try {
      const facts = loadFacts(stored);
      this.used.set(content, stored);
      return facts;
    } catch {
      return undefined;
    }
  }

  /** Keeps facts, as `storeFacts` gives them, for the next run. */
  put(content: string, stored: Uint8Array): void {
    this.used.set(content, stored);
    this.isChanged = true;
  }

  /** Writes what was used, if that is not what was read. */
  async save(): Promise<void> {
    if (this.store === undefined) return;
    if (!this.isChanged && this.used.size === this.known.size) return;
    try {
      await this.store.write(this.entries());
    } catch (error) {
      this.giveUp("written", error);
    }
  }

  /** Goes on without a place to keep facts in, which is worth a word once. */
  private giveUp(what: "read" | "written", error: unknown): void {
    this.store = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`The cache cannot be ${what}, so it is not used: ${reason}`);
  }

  private *entries(): Iterable<Uint8Array> {
    yield header;
    const encoder = new TextEncoder();
    for (const [content, stored] of this.used) {
      const key = encoder.encode(`${content} ${contentHash(stored)}`);
      const head = new Uint8Array(entryHead + key.length);
      const view = new DataView(head.buffer);
      view.setUint32(0, key.length);
      view.setUint32(4, stored.length);
      head.set(key, entryHead);
      yield head;
      yield stored;
    }
  }

  private readEntries(bytes: Uint8Array): void {
    if (!header.every((byte, index) => bytes[index] === byte)) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const decoder = new TextDecoder();
    for (let at = header.length; at + entryHead <= bytes.length; ) {
      const keyLength = view.getUint32(at);
      const length = view.getUint32(at + 4);
      const start = at + entryHead + keyLength;
      if (start + length > bytes.length) return;
      const [content, checksum] = decoder.decode(bytes.subarray(at + entryHead, start)).split(" ");
      const stored = bytes.subarray(start, start + length);
      if (content !== undefined && contentHash(stored) === checksum)
        this.known.set(content, stored);
      at = start + length;
    }
  }
}
