import type { AsyncFunctionDef, ClassDef, FunctionDef, Node, Statement } from "../python/ast/nodes";
import type { Queries } from "./queries";

type Definition = FunctionDef | AsyncFunctionDef;

/** What of a definition may become another while the definition stays what it is. */
interface Bounds {
  body: readonly Statement[];
  endLine: number;
  endCharacter: number;
}

interface Inside extends Bounds {
  /** The input of the queries that read it. */
  readonly input: string;
  /** What it was taken from, or compared with last. */
  source: Statement;
}

/**
 * The statements of files that are being edited. What stands in the body of a function matters to nobody who does not look
 * into it: importing the module, its routes, tables and types stay what they are. So the functions of such a file, and the
 * methods of its classes, are nodes that stay the same objects while only their bodies are typed into, and each body is an
 * input of the queries by itself, noted when it is read.
 */
export class LiveStatements {
  private readonly insides = new WeakMap<Node, Inside>();

  constructor(private readonly queries: Queries) {}

  /** A copy of a statement whose functions can go on with other bodies. @param path the file's */
  copy(statement: Statement, path: string): Statement {
    return this.copyIn(statement, path);
  }

  /**
   * Makes a copy stand for a newer statement in its place, if they differ in nothing but bodies of functions.
   * @returns whether they do; the copy is left as it was where they do not
   */
  goOn(copy: Statement, newer: Statement): boolean {
    const changes: (() => void)[] = [];
    if (!this.compare(copy, newer, changes)) return false;
    for (const change of changes) change();
    return true;
  }

  private copyIn(statement: Statement, outer: string): Statement {
    if (isDefinition(statement)) return this.opened({ ...statement }, statement, outer);
    if (statement.nodeType !== "ClassDef") return statement;
    const inner = `${outer} ${statement.name}`;
    const body = statement.body.map((one) => this.copyIn(one, inner));
    return this.opened({ ...statement, body }, statement, outer);
  }

  /** Replaces what may become another by what looks it up. */
  private opened<D extends Definition | ClassDef>(copy: D, source: D, outer: string): D {
    const input = `inside ${outer} ${copy.name}`;
    const { body, endLine, endCharacter } = copy;
    const inside: Inside = { body, endLine, endCharacter, input, source };
    this.insides.set(copy, inside);
    for (const key of ["body", "endLine", "endCharacter"] as const) {
      // The members of a class's body stay.
      if (key === "body" && copy.nodeType === "ClassDef") continue;
      Object.defineProperty(copy, key, {
        enumerable: true,
        get: () => {
          this.queries.reads(input);
          return inside[key];
        },
      });
    }
    return copy;
  }

  /** Whether two statements are the same outside of bodies; `changes` gets what makes the first stand for the second. */
  private compare(copy: Statement, newer: Statement, changes: (() => void)[]): boolean {
    const inside = this.insides.get(copy);
    if (inside === undefined) return isSameNode(copy, newer);
    if (copy.nodeType !== newer.nodeType) return false;
    // A statement that was not read again is the same object, and at most moved as a whole.
    if (inside.source === newer && copy.line === newer.line && isDefinition(copy)) return true;
    if (isDefinition(copy) && isDefinition(newer)) {
      if (!isSameBut(copy, newer, insideKeys)) return false;
      changes.push(() => {
        inside.source = newer;
      });
      if (!isSameNode(inside.body, newer.body) || hasMovedEnd(inside, newer)) {
        changes.push(() => this.change(inside, newer));
      }
      return true;
    }
    if (copy.nodeType !== "ClassDef" || newer.nodeType !== "ClassDef") return false;
    if (copy.body.length !== newer.body.length || !isSameBut(copy, newer, insideKeys)) return false;
    const isSame = (one: Statement, index: number): boolean => {
      const other = newer.body[index];
      return other !== undefined && this.compare(one, other, changes);
    };
    if (!copy.body.every(isSame)) return false;
    if (hasMovedEnd(inside, newer)) {
      const { endLine, endCharacter } = newer;
      changes.push(() => this.change(inside, { body: inside.body, endLine, endCharacter }));
    }
    return true;
  }

  private change(inside: Inside, { body, endLine, endCharacter }: Bounds): void {
    Object.assign(inside, { body, endLine, endCharacter });
    this.queries.changed(inside.input);
  }
}

const insideKeys: ReadonlySet<string> = new Set(["body", "endLine", "endCharacter"]);

function isDefinition(node: Statement): node is Definition {
  return node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef";
}

function hasMovedEnd(a: Bounds, b: Bounds): boolean {
  return a.endLine !== b.endLine || a.endCharacter !== b.endCharacter;
}

/** Whether two parts of trees say the same in the same places. */
function isSameNode(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => isSameNode(item, b[index]));
  }
  return isSameBut(a, b, nothing);
}

const nothing: ReadonlySet<string> = new Set();

/** It is asked of every node of a large class on each keystroke, so it makes no lists of keys. */
function isSameBut(a: object, b: object, left: ReadonlySet<string>): boolean {
  let more = 0;
  for (const key in a) {
    more++;
    if (left.has(key)) continue;
    // Both are plain data with the same keys, or differ.
    if (!(key in b) || !isSameNode(a[key as keyof typeof a], b[key as keyof typeof b]))
      return false;
  }
  for (const _ in b) more--;
  return more === 0;
}
