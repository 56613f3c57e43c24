import type { CodeBase } from "../project/codeBase";
import type { AsyncFunctionDef, ClassDef, FunctionDef, Statement } from "../python/ast/nodes";
import { encodeStatement } from "../python/facts/encodeStatement";
import type { BindingFact, StatementFacts } from "../python/facts/moduleFacts";
import { wordsOf } from "../python/facts/wordsOf";
import { dottedName } from "../python/scopes/build";
import type { LineSpan } from "./changedLines";

/** A part of a file that is touched as one: a top-level statement, or what stands in the body of a class. */
export interface Unit {
  /** The names that the module binds by it, where others see the change by these. */
  readonly names: readonly string[];
  /** The method that it is, where others see the change by calling that alone. */
  readonly member: string | undefined;
  /** Whether it is a function, so that nothing of it happens when the module is imported. */
  readonly isFunction: boolean;
  /** Its first line, with decorators, and its last, both counted from the statement's. */
  readonly line: number;
  readonly endLine: number;
  /** How deep it stands. */
  readonly character: number;
  readonly words: ReadonlySet<string>;
}

/**
 * The units of a file that hold changed lines; `undefined` where a top-level statement is gone, which anything may have
 * used.
 */
export function unitsAt(
  spans: readonly LineSpan[],
  path: string,
  code: CodeBase,
): readonly Unit[] | undefined {
  if (spans.some(({ lost }) => lost.some((line) => /^[^\s#]/.test(line)))) return undefined;
  const statements = code.factsOf(path)?.statements ?? [];
  return statements.flatMap((statement, index) => {
    const first = statement.line;
    const next = statements[index + 1]?.line ?? Infinity;
    const units = unitsOf(statement, code);
    const own = units.filter((unit, at) => {
      const nextUnit = units[at + 1];
      const until = nextUnit === undefined ? next : first + nextUnit.line;
      return spans.some((span) => isIn(span, unit, first, until));
    });
    const whole = { line: 0, endLine: Math.max(...units.map(({ endLine }) => endLine)) };
    const body = Math.max(...units.map(({ character }) => character));
    const isShorter = spans.some(
      (span) =>
        isIn(span, whole, first, next) &&
        span.lost.some((text) => /\S/.test(text) && text.search(/\S/) <= body),
    );
    // What a class lost is seen by those who name the class.
    return isShorter ? units.map((unit) => ({ ...unit, names: namesOf(statement) })) : own;
  });
}

/** Whether a change is within some lines of a statement; what it took away may have stood behind them. */
function isIn(
  { start, end, lost }: LineSpan,
  { line, endLine }: Pick<Unit, "line" | "endLine">,
  first: number,
  next: number,
): boolean {
  return lost.length === 0
    ? start <= first + endLine && end > first + line
    : start <= next && end >= first + line;
}

function namesOf({ bindings }: StatementFacts): readonly string[] {
  return bindings.map(({ name }) => name);
}

const known = new WeakMap<Uint8Array, readonly Unit[]>();

/** The units of a statement of a file. */
export function unitsOf(facts: StatementFacts, code: CodeBase): readonly Unit[] {
  let units = known.get(facts.code);
  if (units === undefined) {
    units = unitsIn(facts, code.statement(facts));
    known.set(facts.code, units);
  }
  return units;
}

function unitsIn(facts: StatementFacts, statement: Statement): readonly Unit[] {
  const names = namesOf(facts);
  const of = (one: Statement, words: ReadonlySet<string>): Unit => ({
    names,
    member: undefined,
    isFunction: isFunction(one),
    line: firstLineOf(one) - statement.line,
    endLine: one.endLine - statement.line,
    character: one.character,
    words,
  });
  if (statement.nodeType === "Import" || statement.nodeType === "ImportFrom") {
    const unit = of(statement, wordsOf(facts));
    return facts.bindings.map((one) => ({ ...unit, names: [one.name], words: wordsOfImport(one) }));
  }
  if (statement.nodeType !== "ClassDef") return [of(statement, wordsOf(facts))];
  const [first] = statement.body;
  const head: ClassDef = { ...statement, body: [], endLine: (first?.line ?? statement.line) - 1 };
  return [
    of(head, wordsIn(head)),
    ...statement.body.map((one) => {
      const unit = of(one, wordsIn(one));
      return isCalledByName(one) ? { ...unit, names: [], member: one.name } : unit;
    }),
  ];
}

function wordsOfImport(binding: BindingFact): ReadonlySet<string> {
  const of = binding.kind === "import" ? binding.attribute : null;
  return new Set(of === null ? [binding.name] : [binding.name, of]);
}

function wordsIn(statement: Statement): ReadonlySet<string> {
  return wordsOf({ code: encodeStatement(statement) });
}

/** Decorators that leave a method what it is to its callers. */
const plainDecorator =
  /^(staticmethod|classmethod|abstractmethod|property|cached_property|override|setter|deleter)$/;

/** Whether a method runs only where its name is written: no special method, nor one that a decorator hands on. */
function isCalledByName(statement: Statement): statement is FunctionDef | AsyncFunctionDef {
  if (!isFunction(statement) || /^__\w+__$/.test(statement.name)) return false;
  return statement.decorator_list.every((one) =>
    plainDecorator.test(dottedName(one)?.at(-1) ?? ""),
  );
}

function isFunction(statement: Statement): statement is FunctionDef | AsyncFunctionDef {
  return statement.nodeType === "FunctionDef" || statement.nodeType === "AsyncFunctionDef";
}

function firstLineOf(statement: Statement): number {
  const { line } = statement;
  const decorators = "decorator_list" in statement ? statement.decorator_list : [];
  return Math.min(line, ...decorators.map((one) => one.line));
}
