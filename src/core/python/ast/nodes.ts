/**
 * The typed syntax tree of Python: node and field names are those of CPython 3.14's `ast` module
 * (https://docs.python.org/3.14/library/ast.html#abstract-grammar), told apart by `nodeType`, which holds the class
 * name. `None` is `null`, lists are arrays.
 *
 * Differences, on purpose:
 * - Positions are LSP's (zero-based lines, UTF-16 units) and named `line`, `character`, `endLine`, `endCharacter`.
 * - Definitions also say where their name stands (`nameLine`, `nameCharacter`), which CPython forgets.
 * - `type_comment` and `type_ignores`, which `ast.parse` leaves empty, are left out.
 * - Operators and contexts, which are empty objects in CPython, are strings: `"Add"`, `"Load"`.
 */

import type { Expression } from "./expressions";
import type { Alias, Arg, Arguments, Comprehension, Keyword, WithItem } from "./parts";
import type { MatchCase, Pattern } from "./patterns";
import type { ExceptHandler, Statement } from "./statements";
import type { TypeParam } from "./typeParams";

export * from "./expressions";
export * from "./parts";
export * from "./patterns";
export * from "./statements";
export * from "./typeParams";

/** A whole file. It has no position of its own. */
export interface Module {
  readonly nodeType: "Module";
  readonly body: readonly Statement[];
}

/** Every node that knows where it stands. */
export type PositionedNode =
  | Statement
  | Expression
  | Pattern
  | TypeParam
  | ExceptHandler
  | Arg
  | Keyword
  | Alias;

/** Every node. */
export type Node = Module | PositionedNode | Arguments | Comprehension | MatchCase | WithItem;

/** The name of every class of node. */
export type NodeType = Node["nodeType"];

/** The node of a given class: `NodeOf<"Call">` is `Call`. */
export type NodeOf<T extends NodeType> = Extract<Node, { readonly nodeType: T }>;
