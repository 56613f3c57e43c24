/**
 * What a host must bring for the core to work: the only way in which the core touches the world.
 */

/** A kind of thing a folder can hold. */
export type EntryKind = "file" | "folder" | "other";

/** One entry of a folder; a symbolic link is named by what it leads to. */
export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
  readonly symbolicLink: boolean;
}

/** What a file system says of a file. */
export interface FileStat {
  readonly kind: EntryKind;
  /** Bytes. */
  readonly size: number;
}

/**
 * Reads the user's files by URI. Every member rejects with an `Error` whose message can be shown to the user
 * when the place cannot be read.
 */
export interface FileSystem {
  readFile(uri: string): Promise<Uint8Array>;
  readDirectory(uri: string): Promise<readonly Entry[]>;
  /** `undefined` where nothing is. */
  stat(uri: string): Promise<FileStat | undefined>;
}

/** Where the core says what happened, for the host's log. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** The day it is for the user. */
export interface Clock {
  /** `YYYY-MM-DD` in local time. */
  today(): string;
}

/** The WebAssembly bytes that Python is parsed with. */
export interface PythonGrammar {
  /** `web-tree-sitter.wasm`, the parser's runtime. */
  runtime(): Promise<Uint8Array>;
  /** `tree-sitter-python.wasm`, the grammar. */
  language(): Promise<Uint8Array>;
}

/** What Mermaid threw at a diagram that it does not take. */
export interface DiagramRefusal {
  readonly thrown: unknown;
}

/** Mermaid's own parser. */
export interface DiagramParser {
  /**
   * Reads a diagram, `undefined` where Mermaid takes it. The parser is loaded when it is first asked; rejects when that fails.
   */
  parse(source: string): Promise<DiagramRefusal | undefined>;
}

/** A place for bytes that can be lost without harm. */
export interface CacheStore {
  /** `undefined` where nothing is. */
  read(): Promise<Uint8Array | undefined>;
  /** Replaces all that is there in one step: who reads meanwhile gets the old bytes or the new ones. */
  write(parts: Iterable<Uint8Array>): Promise<void>;
}

/** What a source file gave: its facts as `storeFacts` makes them, or why there are none. */
export type StoredAnalysis = { readonly stored: Uint8Array } | { readonly error: string };

/** Threads that read source files. */
export interface WorkerPool {
  /** The facts of source files, in their order. Rejects when a thread breaks down. */
  analyse(files: readonly Uint8Array[]): Promise<readonly StoredAnalysis[]>;
}

/** A file that is not what it was at a commit. */
export interface ChangedFile {
  /** Its URI now; `undefined` when it is gone. */
  readonly now: string | undefined;
  /** Its URI then, another one for a file that was moved; `undefined` when it was not there. */
  readonly earlier: string | undefined;
  /** What it held then. */
  readonly before: Uint8Array | undefined;
}

/** How the files of a folder differ from what they were at a commit. */
export interface Changes {
  /** The commit that they are compared with, shortened. */
  readonly commit: string;
  readonly files: readonly ChangedFile[];
  /** What is not compared as one would expect, and why. */
  readonly notes: readonly string[];
}

/** The states of a folder that version control keeps. */
export interface VersionControl {
  /**
   * What changed between the commit at which the work tree's history and that of `reference` part, and the work tree.
   * Rejects with an `Error` whose message says what is missing and how to mend it.
   * @param folder the URI
   * @param isWanted asked with a file's URI
   */
  changesSince(
    folder: string,
    reference: string,
    isWanted: (uri: string) => boolean,
  ): Promise<Changes>;
}

/** All that `createBackendSpec` takes. */
export interface Ports {
  readonly fileSystem: FileSystem;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly pythonGrammar: PythonGrammar;
  /** Without it diagrams are not checked. */
  readonly diagramParser?: DiagramParser | undefined;
  /** Where the facts of a project are kept between runs; nowhere when it is left out. @param root its folder's URI */
  readonly cacheStore?: (root: string) => CacheStore | undefined;
  /** Threads for a cold start; without them all is read in the calling one. */
  readonly workers?: WorkerPool | undefined;
}
