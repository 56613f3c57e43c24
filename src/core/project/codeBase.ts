import {
  type Effect,
  Evaluation,
  type Modules,
  type Namespace,
  TooManySteps,
} from "../evaluation/evaluator";
import { type FunctionRun, runFunctions } from "../evaluation/functionRuns";
import type { Scope } from "../evaluation/scope";
import { run } from "../evaluation/statements";
import type { ClassV, FunctionV } from "../evaluation/value";
import type { Statement } from "../python/ast/nodes";
import { decodeStatement } from "../python/facts/decodeStatement";
import { passAt } from "../python/facts/extractFacts";
import type { ModuleFacts, StatementFacts } from "../python/facts/moduleFacts";
import { wordsOf } from "../python/facts/wordsOf";
import type { ParsedPython } from "../python/pythonFile";
import type { VersionedPackage } from "./layout/declaredVersions";
import { ModuleTable } from "./layout/moduleTable";
import { extendedBy, ruffSettings } from "./layout/ruffSettings";
import { detectSourceRoots, type SourceLayout } from "./layout/sourceRoots";
import { type KnownVersion, VersionTable } from "./layout/versions";
import { LiveStatements } from "./liveStatements";
import { isSameList, Queries } from "./queries";

/** What a top-level statement says outside of the bodies of its functions. */
export type StatementOutline = Pick<StatementFacts, "line" | "bindings" | "imports">;

/** What running a module's top level does. */
export interface ModuleRun {
  readonly path: string;
  readonly scope: Scope;
  readonly effects: readonly Effect[];
  /** The functions it made, methods among them; those of other modules that it called are not. */
  readonly functions: readonly FunctionV[];
  /** Those functions, and its classes, by their kind and `__qualname__`. */
  readonly definitions: ReadonlyMap<string, FunctionV | ClassV>;
  /** The nodes of functions whose bodies ran on the way. */
  readonly called: ReadonlySet<object>;
}

/** The input that changes when a file comes, goes or is imported by another name. */
const layoutInput = "layout";
const versionsInput = "versions";

/**
 * The code of a project: the facts of all its files, and what running them does, module by module as it is asked for.
 */
export class CodeBase implements Modules {
  readonly queries = new Queries();
  private readonly facts = new Map<string, ModuleFacts>();
  private readonly statementsOf = new WeakMap<StatementFacts, Statement>();
  private readonly live = new LiveStatements(this.queries);
  /** What files say of themselves outside of the bodies of functions. */
  private readonly outlines = new Map<string, readonly StatementOutline[]>();
  private readonly runningScopes = new Map<string, Scope>();
  private layout: SourceLayout | undefined;
  private table = new ModuleTable();
  private readonly versions = new VersionTable();
  private readonly tools = new Map<string, string>();

  /** @param configuredRoots `source-roots` of the configuration */
  constructor(
    private readonly configuredRoots: () => readonly string[] | undefined = () => undefined,
  ) {}

  /** Takes a lock or requirements file. @param text `undefined` when it is gone */
  setVersions(path: string, text: string | undefined): void {
    if (text === undefined) this.versions.delete(path);
    else this.versions.set(path, text);
    if (text === undefined) this.tools.delete(path);
    // Of what tools write only that it is there counts.
    else this.tools.set(path, path.endsWith(".toml") ? text : "");
    this.queries.changed(versionsInput);
  }

  /** The versions of Python and of the frameworks that hold for a file. */
  versionsFor(path: string): ReadonlyMap<VersionedPackage, KnownVersion> {
    this.queries.reads(versionsInput);
    return this.versions.versionsFor(path);
  }

  /** The texts of `pyproject.toml` and `ruff.toml` files by path; of lock and requirements files the paths alone. */
  toolFiles(): ReadonlyMap<string, string> {
    this.queries.reads(versionsInput);
    return this.tools;
  }

  /** Files that requirements files and ruff's settings name and that were not given yet. */
  missingVersionFiles(): readonly string[] {
    const extended = [...this.tools].flatMap(
      ([path, text]) => extendedBy(path, ruffSettings(path, text)) ?? [],
    );
    const missing = extended.filter((path) => !this.tools.has(path));
    return [...new Set([...this.versions.missingIncludes(), ...missing])];
  }

  /** The paths of all files, in the order in which they came. */
  get paths(): readonly string[] {
    this.queries.reads(layoutInput);
    return [...this.facts.keys()];
  }

  /** The facts of a file. */
  factsOf(path: string): ModuleFacts | undefined {
    this.queries.reads(factsInput(path));
    return this.facts.get(path);
  }

  /** The names that the top-level statements of a file bind, and what they import. */
  outlineOf(path: string): readonly StatementOutline[] {
    this.queries.reads(outlineInput(path));
    return this.outlines.get(path) ?? [];
  }

  /**
   * Takes the facts of a file, in place of those it had.
   * @param body the statements that the facts were made from, where they are at hand: of a file that is edited
   */
  set(path: string, facts: ModuleFacts, body: readonly Statement[] = []): void {
    const before = this.facts.get(path);
    const isSame = before !== undefined && isSameFacts(before, facts);
    this.facts.set(path, facts);
    const isSameOutline = this.takeStatements(path, facts, before, body);
    if (isSame) return;
    this.queries.changed(factsInput(path));
    if (isSameOutline) return;
    this.outlines.set(path, facts.statements);
    this.queries.changed(outlineInput(path));
    const isMoved = before === undefined || !isSameImports(before, facts);
    if (!isMoved) return;
    if (before === undefined && this.layout?.mayChangeWith(path) === false) {
      this.table.set(path, this.layout.placementOf(path));
      this.queries.changed(layoutInput);
    } else this.forgetLayout();
  }

  /** Keeps the nodes of statements; whether all that changed are bodies of functions. */
  private takeStatements(
    path: string,
    facts: ModuleFacts,
    before: ModuleFacts | undefined,
    body: readonly Statement[],
  ): boolean {
    let isSameOutline = before?.statements.length === facts.statements.length;
    for (const [index, one] of facts.statements.entries()) {
      const known = before?.statements[index];
      if (one === known) continue;
      const statement = body[index];
      const goesOn = known !== undefined && isSameOutlineOf(known, one);
      const copy = known && this.statementsOf.get(known);
      if (goesOn && copy && statement && this.live.goOn(copy, statement)) {
        this.statementsOf.delete(known);
        this.statementsOf.set(one, copy);
      } else {
        isSameOutline = false;
        if (statement) this.statementsOf.set(one, this.live.copy(statement, path));
      }
    }
    return isSameOutline;
  }

  /** Forgets a file. */
  delete(path: string): void {
    if (!this.facts.delete(path)) return;
    this.outlines.delete(path);
    this.queries.changed(factsInput(path));
    this.queries.changed(outlineInput(path));
    this.forgetLayout();
  }

  /** The configuration changed: the source roots may be others. */
  forgetLayout(): void {
    this.layout = undefined;
    this.queries.changed(layoutInput);
  }

  /** What running a module does. Safe for any code: a run that takes too long is cut off. */
  run(path: string): ModuleRun {
    return this.queries.get(`run ${path}`, () => this.runNow(path));
  }

  /** What each function of a module does, whatever it is called with. */
  functionRuns(path: string): readonly FunctionRun[] {
    return this.queries.get(
      `functions ${path}`,
      () => {
        const made = functionsMade(this.run(path));
        return made.flatMap((one) => this.runsFrom(one));
      },
      isSameList,
    );
  }

  /** What a function does, whatever it is called with; `undefined` for one that is not of the project. */
  functionRun(func: FunctionV): FunctionRun | undefined {
    const { path, qualname, node } = func;
    const isOwn = (one: FunctionRun): boolean => one.function.node === node;
    if (this.run(path).definitions.get(`function ${qualname}`) === func) {
      return this.runsFrom(func).find(isOwn);
    }
    const byNode = this.queries.get(
      `functions by node ${path}`,
      () => new Map(this.functionRuns(path).map((one) => [one.function.node, one])),
    );
    return byNode.get(node);
  }

  /** The runs of a function of a module, and of those that it makes. */
  runsFrom(func: FunctionV): readonly FunctionRun[] {
    return this.remember("runs", func, (current) => runFunctions(this, [current]));
  }

  /** For evaluating a type outside of any run. */
  typeEvaluation(): Evaluation {
    return new Evaluation(this, false);
  }

  namespace(path: string): Namespace {
    const key = `run ${path}`;
    if (!this.queries.isRunning(key)) return { scope: this.run(path).scope, isPartial: false };
    this.queries.readsPartOf(key);
    const scope = this.runningScopes.get(path);
    if (scope === undefined) throw new Error(`${path} runs without a scope`);
    return { scope, isPartial: true };
  }

  remember<D extends FunctionV | ClassV, T>(question: string, of: D, answer: (of: D) => T): T {
    const { path, qualname, kind } = of;
    const current = (): D | undefined => {
      if (this.queries.isRunning(`run ${path}`)) return undefined;
      const found = this.run(path).definitions.get(`${kind} ${qualname}`);
      // Found under its own kind.
      return found as D | undefined;
    };
    if (current() !== of) return answer(of);
    return this.queries.get(`${question} ${path} ${qualname}`, () => answer(current() ?? of));
  }

  resolve(name: string, from: string): string | null | undefined {
    return this.queries.get(`resolve ${name} ${this.nameOf(from).root}`, () => {
      const table = this.modules();
      const path = table.resolve(name, from);
      if (path !== undefined) return path;
      return table.isNamespace(name, from) ? null : undefined;
    });
  }

  nameOf(path: string): {
    readonly name: string;
    readonly isPackage: boolean;
    readonly root: string;
  } {
    const placement = this.modules().moduleOf(path);
    return placement ?? { name: path, isPackage: false, root: "" };
  }

  /** A file's AST with its comments, as the parser made it. */
  parsed(path: string): ParsedPython {
    const { comments = [], errors = [] } = this.factsOf(path) ?? {};
    return { module: { nodeType: "Module", body: this.statements(path) }, comments, errors };
  }

  statements(path: string): readonly Statement[] {
    this.queries.reads(outlineInput(path));
    return this.facts.get(path)?.statements.map((facts) => this.statement(facts)) ?? [];
  }

  /** The AST of a top-level statement. */
  statement(facts: StatementFacts): Statement {
    let statement = this.statementsOf.get(facts);
    if (statement === undefined) {
      statement = decoded(facts);
      this.statementsOf.set(facts, statement);
    }
    return statement;
  }

  /** The names that a top-level statement holds anywhere in it, and the words of its texts; it is not decoded for that. */
  wordsOf(facts: StatementFacts): ReadonlySet<string> {
    return wordsOf(facts);
  }

  private runNow(path: string): ModuleRun {
    const scope: Scope = {
      kind: "module",
      names: new Map(),
      parent: undefined,
      path,
      qualname: "",
      outer: new Map(),
    };
    this.runningScopes.set(path, scope);
    const evaluation = new Evaluation(this, true);
    try {
      run(evaluation, this.statements(path), scope);
    } catch (error) {
      // Code that runs on and on, or nests too deep for the stack: what was found so far stands.
      if (!(error instanceof TooManySteps) && !(error instanceof RangeError)) throw error;
    } finally {
      this.runningScopes.delete(path);
    }
    const { effects, called } = evaluation;
    const made = evaluation.made.filter((one) => one.path === path);
    const definitions = new Map(made.map((one) => [`${one.kind} ${one.qualname}`, one]));
    const functions = made.filter((one) => one.kind === "function");
    return { path, scope, effects, functions, definitions, called };
  }

  private modules(): ModuleTable {
    this.queries.reads(layoutInput);
    if (this.layout === undefined) {
      this.layout = detectSourceRoots({
        paths: this.facts.keys(),
        importsOf: (path) => absoluteImports(this.facts.get(path)),
        configured: this.configuredRoots(),
      });
      this.table = ModuleTable.of(this.facts.keys(), this.layout);
    }
    return this.table;
  }
}

/** The functions that running a module made, each once. */
export function functionsMade({ functions }: ModuleRun): readonly FunctionV[] {
  return [...new Map(functions.map((one) => [one.node, one])).values()];
}

/** A thread may have had a deeper stack than this one has left. */
function decoded({ code, line }: StatementFacts): Statement {
  try {
    return decodeStatement(code, line);
  } catch (error) {
    if (error instanceof RangeError) return passAt({ line, character: 0 });
    throw error;
  }
}

function factsInput(path: string): string {
  return `facts ${path}`;
}

function outlineInput(path: string): string {
  return `outline ${path}`;
}

function isSameOutlineOf(a: StatementFacts, b: StatementFacts): boolean {
  const said = ({ line, bindings, imports }: StatementFacts): string =>
    JSON.stringify([line, bindings, imports]);
  return said(a) === said(b);
}

function isSameFacts(a: ModuleFacts, b: ModuleFacts): boolean {
  return isSameList(a.statements, b.statements);
}

function isSameImports(a: ModuleFacts, b: ModuleFacts): boolean {
  return isSameList(absoluteImports(a), absoluteImports(b));
}

/** The modules that a file imports by their absolute names. */
function absoluteImports(facts: ModuleFacts | undefined): readonly string[] {
  return (
    facts?.statements.flatMap(({ imports }) =>
      imports.flatMap(({ module, level }) => (level === 0 ? [module] : [])),
    ) ?? []
  );
}
