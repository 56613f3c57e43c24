import type { FileSystem, StoredAnalysis, WorkerPool } from "../ports";
import type { ModuleFacts } from "../python/facts/moduleFacts";
import { loadFacts } from "../python/facts/storedFacts";
import type { PythonParser } from "../python/parser";
import { contentHash } from "../text/contentHash";
import { analyseSource } from "./analyseSource";
import type { FactsCache } from "./factsCache";
import { messageOf } from "./findFiles";
import { joinUri } from "./paths";

/** What reading a file gave. */
export type FileFacts = { readonly path: string; readonly content: string } & (
  | { readonly facts: ModuleFacts }
  | { readonly error: string }
);

/** What files are read with. */
export interface Readers {
  readonly root: string;
  readonly fileSystem: FileSystem;
  readonly parser: PythonParser;
  readonly cache: FactsCache;
  readonly workers: WorkerPool | undefined;
}

/** Files that are read at the same time; without threads few, since parsing a batch keeps all else waiting. */
const batchSize = { withWorkers: 64, alone: 8 };
/** Below this many bytes of unknown source in a batch, threads cost more than they save. */
const leastForWorkers = 200_000;

interface Source {
  readonly path: string;
  readonly content: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads files and gives the facts of each as they come: from the cache by their content, else by parsing them, in
 * threads where there are some.
 */
export async function* readFiles(
  paths: readonly string[],
  readers: Readers,
  signal?: AbortSignal,
): AsyncGenerator<FileFacts> {
  // One batch is read and parsed by threads while the one before is taken over.
  const size = readers.workers === undefined ? batchSize.alone : batchSize.withWorkers;
  let pending: Promise<readonly FileFacts[]> = Promise.resolve([]);
  for (let start = 0; start < paths.length; start += size) {
    signal?.throwIfAborted();
    const done = await pending;
    pending = readBatch(paths.slice(start, start + size), readers);
    yield* done;
  }
  yield* await pending;
}

async function readBatch(
  paths: readonly string[],
  readers: Readers,
): Promise<readonly FileFacts[]> {
  const read = await Promise.all(paths.map((path) => readSource(path, readers)));
  const results = new Map<string, FileFacts>();
  const unknown: Source[] = [];
  for (const source of read) {
    if ("error" in source) {
      results.set(source.path, { ...source, content: "" });
      continue;
    }
    const { path, content } = source;
    const facts = readers.cache.get(content);
    if (facts === undefined) unknown.push(source);
    else results.set(path, { path, content, facts });
  }
  const analyses = await analyse(unknown, readers);
  for (const [index, { path, content }] of unknown.entries()) {
    const analysis = analyses[index];
    if (analysis === undefined) continue;
    if ("error" in analysis) results.set(path, { path, content, error: analysis.error });
    else {
      readers.cache.put(content, analysis.stored);
      results.set(path, { path, content, facts: loadFacts(analysis.stored) });
    }
  }
  return paths.flatMap((path) => results.get(path) ?? []);
}

async function readSource(
  path: string,
  { fileSystem, root }: Readers,
): Promise<Source | { readonly path: string; readonly error: string }> {
  try {
    const bytes = await fileSystem.readFile(joinUri(root, path));
    return { path, bytes, content: contentHash(bytes) };
  } catch (error) {
    return { path, error: messageOf(error) };
  }
}

async function analyse(
  sources: readonly Source[],
  { parser, workers }: Readers,
): Promise<readonly StoredAnalysis[]> {
  const files = sources.map(({ bytes }) => bytes);
  const size = files.reduce((sum, { length }) => sum + length, 0);
  const alone = () => files.map((bytes) => analyseSource(parser, bytes));
  if (workers === undefined || size < leastForWorkers) return alone();
  // A thread that broke down is no reason to know nothing of the files.
  return await workers.analyse(files).catch(alone);
}
