import type { Comment } from "../pythonFile";
import type { BindingFact, ImportFact, ModuleFacts } from "./moduleFacts";

/** All of the facts but the code of the statements, which follows it. */
interface Head {
  readonly lines: number;
  readonly comments: readonly Comment[];
  readonly errors: ModuleFacts["errors"];
  readonly statements: readonly {
    readonly line: number;
    /** Bytes of its code. */
    readonly size: number;
    readonly bindings: readonly BindingFact[];
    readonly imports: readonly ImportFact[];
  }[];
}

/** Facts as bytes, to be kept on disk or sent to another thread: the length of the head, the head, the code. */
export function storeFacts(facts: ModuleFacts): Uint8Array {
  const { lines, comments, errors, statements } = facts;
  const head: Head = {
    lines,
    comments,
    errors,
    statements: statements.map(({ line, code, bindings, imports }) => ({
      line,
      size: code.length,
      bindings,
      imports,
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const size = statements.reduce((sum, { code }) => sum + code.length, 4 + text.length);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const { code } of statements) {
    bytes.set(code, at);
    at += code.length;
  }
  return bytes;
}

/** The facts that `storeFacts` made bytes of. Their code is a view of the bytes. Throws when they are none. */
export function loadFacts(bytes: Uint8Array): ModuleFacts {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const text = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  // What is read here was written by `storeFacts` of the same version, which the cache makes sure of by its header and
  // checksums; a schema over each of some thousand files would cost more than what the cache saves.
  const head = JSON.parse(text) as Head;
  let at = 4 + length;
  const statements = head.statements.map(({ line, size, bindings, imports }) => {
    const code = bytes.subarray(at, at + size);
    at += size;
    return { line, code, bindings, imports };
  });
  return { lines: head.lines, comments: head.comments, errors: head.errors, statements };
}
