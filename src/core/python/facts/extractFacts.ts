import type { Statement } from "../ast/nodes";
import { forEachStatement } from "../ast/statementsIn";
import type { ParsedPython } from "../pythonFile";
import { importedModules, moduleBindings } from "./bindings";
import { encodeStatement } from "./encodeStatement";
import type { ImportFact, ModuleFacts, StatementFacts } from "./moduleFacts";

/** Facts of statements by their AST, which the parser keeps from one version of a text to the next. */
const known = new WeakMap<Statement, ReadStatement>();

/**
 * The facts of one file. Those of a statement that was asked about before, with an AST that is still the same object,
 * are not made again.
 * @param lines how many lines the text has
 */
export function extractFacts(parsed: ParsedPython, lines: number): ModuleFacts {
  const { module, comments, errors } = parsed;
  return { lines, comments, errors, statements: module.body.map(statementFacts) };
}

function statementFacts(statement: Statement): StatementFacts {
  const before = known.get(statement);
  if (before?.line === statement.line) return before;
  const facts = before?.at(statement.line) ?? newFacts(statement);
  known.set(statement, facts);
  return facts;
}

function newFacts(statement: Statement): ReadStatement {
  const imports: ImportFact[] = [];
  forEachStatement(statement, (one) => imports.push(...importedModules(one)));
  const bindings = moduleBindings(statement);
  return new ReadStatement(statement.line, bindings, imports, new StatementCode(statement));
}

/** The facts of a statement whose AST is at hand: its code is made only when somebody asks for it. */
class ReadStatement implements StatementFacts {
  constructor(
    readonly line: number,
    readonly bindings: StatementFacts["bindings"],
    readonly imports: StatementFacts["imports"],
    private readonly source: StatementCode,
  ) {}

  get code(): Uint8Array {
    return this.source.bytes;
  }

  /** The same statement in another line. */
  at(line: number): ReadStatement {
    return new ReadStatement(line, this.bindings, this.imports, this.source);
  }
}

class StatementCode {
  private encoded: Uint8Array | undefined;

  constructor(private readonly statement: Statement) {}

  get bytes(): Uint8Array {
    this.encoded ??= encoded(this.statement);
    return this.encoded;
  }
}

/** A statement that nests deeper than the stack reaches, such as an `elif` chain of thousands, is kept as `pass`. */
function encoded(statement: Statement): Uint8Array {
  try {
    return encodeStatement(statement);
  } catch (error) {
    if (error instanceof RangeError) return encodeStatement(passAt(statement));
    throw error;
  }
}

/** What stands for a statement that cannot be kept. */
export function passAt(place: Pick<Statement, "line" | "character">): Statement {
  const { line, character } = place;
  return { nodeType: "Pass", line, character, endLine: line, endCharacter: character };
}
