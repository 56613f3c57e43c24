import type { Statement } from "../ast/nodes";
import type { ParsedPython } from "../pythonFile";
import { importedModules, moduleBindings } from "./bindings";
import { encodeStatement } from "./encodeStatement";
import type { ImportFact, ModuleFacts, StatementFacts } from "./moduleFacts";

/** Facts of statements by their AST, which the parser keeps from one version of a text to the next. */
const known = new WeakMap<Statement, StatementFacts>();

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
  const facts = before === undefined ? newFacts(statement) : { ...before, line: statement.line };
  known.set(statement, facts);
  return facts;
}

function newFacts(statement: Statement): StatementFacts {
  const imports: ImportFact[] = [];
  const code = encodeStatement(statement, (node) => {
    if (node.nodeType === "Import" || node.nodeType === "ImportFrom") {
      imports.push(...importedModules(node));
    }
  });
  return { line: statement.line, code, bindings: moduleBindings(statement), imports };
}
