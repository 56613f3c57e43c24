import type { ParsedPython } from "./pythonFile";

/** A text that has been parsed, and can be parsed again cheaply after an edit. */
export interface PythonTree extends ParsedPython {
  /** Gives the memory of the tree back; its AST stays. */
  delete(): void;
}

/** Parses Python. */
export interface PythonParser {
  parse(text: string): PythonTree;
}
