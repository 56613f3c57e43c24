// What every runtime the core runs in (Node, a Worker, a page) has beyond the language itself. Declared here by
// hand so that neither Node's nor the DOM's types have to be let in.

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input: string): Uint8Array;
}

interface AbortSignal {
  readonly aborted: boolean;
  throwIfAborted(): void;
}

declare class URL {
  constructor(url: string, base?: string);
  readonly pathname: string;
  href: string;
}

declare function setTimeout(callback: () => void, milliseconds: number): unknown;
