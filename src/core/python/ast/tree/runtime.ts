import { Language, Parser } from "web-tree-sitter";
import { type Kind, kindOf } from "./kinds";

/** The parser's memory, as web-tree-sitter's module object shows it; the arrays change when it grows. */
export interface Heap {
  readonly HEAPU8: Uint8Array;
  readonly HEAPU16: Uint16Array;
  readonly HEAPU32: Uint32Array;
}

/** What of the grammar the reader of the tree needs, copied out of the parser's memory once. */
export interface Grammar {
  readonly language: Language;
  readonly heap: Heap;
  /** By symbol, hidden and aliased ones included. */
  readonly kinds: Uint8Array;
  /** By production, `aliasesPerProduction` each: the symbol that a child is shown as, or 0. */
  readonly aliases: Uint16Array;
  readonly aliasesPerProduction: number;
}

/** web-tree-sitter is one instance for the whole program: the first bytes win. */
let running: Promise<Heap> | undefined;

/**
 * Starts the parser's runtime and loads the grammar.
 * @param runtime the bytes of `web-tree-sitter.wasm`
 * @param language the bytes of `tree-sitter-python.wasm`
 */
export async function loadGrammar(runtime: Uint8Array, language: Uint8Array): Promise<Grammar> {
  running ??= start(runtime);
  const heap = await running;
  return describe(await Language.load(language), heap);
}

async function start(runtime: Uint8Array): Promise<Heap> {
  // A bundle in a worker has no address of its own to look for the file beside; the bytes are here anyway.
  const module = { wasmBinary: runtime, locateFile: (name: string) => name };
  await Parser.init(module);
  // Emscripten keeps its state in the very object it is given.
  return module as unknown as Heap;
}

/** Offsets in `TSLanguage` of tree-sitter's `parser.h`, ABI 15, on 32 bits. */
const languageOffset = {
  symbolCount: 4,
  aliasCount: 8,
  productionIdCount: 28,
  maxAliasSequenceLength: 36,
  publicSymbolMap: 76,
  aliasSequences: 84,
};

function describe(language: Language, heap: Heap): Grammar {
  // The address of the TSLanguage, which the typings leave out.
  const address = (language as unknown as { readonly 0: number })[0];
  const word = (offset: number) => heap.HEAPU32[(address + offset) >> 2] as number;
  const symbols = word(languageOffset.symbolCount) + word(languageOffset.aliasCount);
  const publicSymbols = word(languageOffset.publicSymbolMap) >> 1;
  const kinds = new Uint8Array(symbols);
  for (let symbol = 0; symbol < symbols; symbol++) {
    const shown = heap.HEAPU16[publicSymbols + symbol] as number;
    kinds[symbol] = kindOfSymbol(language, shown);
  }
  const perProduction = heap.HEAPU16[(address + languageOffset.maxAliasSequenceLength) >> 1] ?? 0;
  const sequences = word(languageOffset.aliasSequences) >> 1;
  const count = word(languageOffset.productionIdCount) * perProduction;
  return {
    language,
    heap,
    kinds,
    aliases: heap.HEAPU16.slice(sequences, sequences + count),
    aliasesPerProduction: perProduction,
  };
}

function kindOfSymbol(language: Language, symbol: number): Kind {
  return kindOf(language.nodeTypeForId(symbol) ?? "", language.nodeTypeIsNamed(symbol));
}
