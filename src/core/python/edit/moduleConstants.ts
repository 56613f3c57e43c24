import type { LineInsertion } from "../../edits/fixEdits";
import type { Constant, Statement } from "../ast/nodes";
import { rangeOf, walk } from "../ast/visit";
import type { PythonFile } from "../pythonFile";
import { constantName } from "./constantName";
import { constantAssignment } from "./stringLiteral";

/** A constant that a fix uses, and the lines that define it, if it is not there yet. */
export interface ModuleConstant {
  readonly name: string;
  readonly insertion: LineInsertion | undefined;
}

/**
 * Gives texts and numbers a name at the top of a module: an equal constant is used again, two different values never get
 * the same name. One allocator serves all fixes of a file, so that they can be applied together.
 */
export class ModuleConstants {
  private readonly byText = new Map<string, ModuleConstant>();
  private readonly byLiteral = new Map<string, readonly ModuleConstant[]>();
  private readonly text: string;
  private readonly given = new Set<string>();
  private readonly place: Pick<LineInsertion, "at" | "lead" | "trail">;

  /** @param prefix what the names begin with; new ones are put below the last that do */
  constructor(
    file: PythonFile,
    private readonly prefix: string,
  ) {
    this.text = file.document.getText();
    const { body } = file.parsed.module;
    const others = boundInside(body);
    for (const statement of body) {
      const constant = literalConstant(statement);
      if (!constant || file.moduleScope.bindings.get(constant.name)?.length !== 1) continue;
      if (others.has(constant.name)) continue;
      const { name, value } = constant;
      const known = { name, insertion: undefined };
      this.addLiteral(value, file.document.getText(rangeOf(value)), known);
      if (typeof value.value === "string" && !this.byText.has(value.value))
        this.byText.set(value.value, known);
    }
    this.place = insertionPlace(file, prefix);
  }

  /**
   * The constant for a text.
   * @param literal how the text is written today, kept where it fits on a line.
   */
  constantFor(text: string, literal?: string): ModuleConstant {
    const known = this.byText.get(text);
    if (known !== undefined) return known;
    const name = this.freeName(constantName(text, this.prefix));
    const lines = constantAssignment(name, text, literal);
    const constant = { name, insertion: { ...this.place, lines } };
    this.byText.set(text, constant);
    this.given.add(name);
    return constant;
  }

  /**
   * The constant for a literal by one of several names: one that has such a name and the same value is used again.
   * @param names what it may be called, the best first
   */
  literalFor(
    value: Constant,
    source: string,
    names: readonly [string, ...string[]],
  ): ModuleConstant {
    const known = this.literalNamed(value, source, names);
    if (known !== undefined) return known;
    const name = names.find((one) => !this.isTaken(one)) ?? this.freeName(names[0]);
    const constant = { name, insertion: { ...this.place, lines: `${name} = ${source}` } };
    this.addLiteral(value, source, constant);
    this.given.add(name);
    return constant;
  }

  /** A constant of a literal's value that has one of some names. */
  literalNamed(
    value: Constant,
    source: string,
    names: readonly string[],
  ): ModuleConstant | undefined {
    return this.byLiteral.get(literalKey(value, source))?.find(({ name }) => names.includes(name));
  }

  private addLiteral(value: Constant, source: string, constant: ModuleConstant): void {
    const key = literalKey(value, source);
    this.byLiteral.set(key, [...(this.byLiteral.get(key) ?? []), constant]);
  }

  /** A name that stands anywhere in the file is taken, whatever it is there. */
  private isTaken(name: string): boolean {
    return this.given.has(name) || new RegExp(`(?<![\\w.])${name}(?!\\w)`, "u").test(this.text);
  }

  private freeName(name: string): string {
    let free = name;
    for (let number = 2; this.isTaken(free); number++) free = `${name}_${number}`;
    return free;
  }
}

/** Names that are something else somewhere in a function or class: there the module's own is not seen. */
function boundInside(body: readonly Statement[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const statement of body) {
    const isScope = /^(?:(?:Async)?FunctionDef|ClassDef)$/.test(statement.nodeType);
    walk(statement, (node) => {
      if (node.nodeType === "arg") found.add(node.arg);
      if (isScope && node.nodeType === "Name" && node.ctx !== "Load") found.add(node.id);
      if (isScope && node.nodeType === "alias") found.add(node.asname ?? node.name);
    });
  }
  return found;
}

/** Texts are the same however they are quoted. */
function literalKey({ value }: Constant, source: string): string {
  return typeof value === "string" ? JSON.stringify(value) : source;
}

/** `NAME = "text"` or `NAME = 5` at the top level, with a name in upper case. */
function literalConstant(
  statement: Statement,
): { readonly name: string; readonly value: Constant } | undefined {
  const name = assignedName(statement);
  if (name === undefined || !upperCase.test(name)) return undefined;
  const { value } = statement as Extract<Statement, { nodeType: "Assign" | "AnnAssign" }>;
  return value?.nodeType === "Constant" ? { name, value } : undefined;
}

const upperCase = /^_?[A-Z][A-Z0-9_]*$/;

/** The name that an assignment of one plain name assigns. */
function assignedName(statement: Statement): string | undefined {
  const target =
    statement.nodeType === "Assign" && statement.targets.length === 1
      ? statement.targets[0]
      : statement.nodeType === "AnnAssign"
        ? statement.target
        : undefined;
  return target?.nodeType === "Name" ? target.id : undefined;
}

/**
 * Below the constants with the prefix that stand at the top; without any, below the imports; without imports, below
 * the docstring.
 */
function insertionPlace(
  file: PythonFile,
  prefix: string,
): Pick<LineInsertion, "at" | "lead" | "trail"> {
  const { body } = file.parsed.module;
  const firstDefinition = body.findIndex(isDefinition);
  const head = firstDefinition < 0 ? body : body.slice(0, firstDefinition);
  const lastImport = head.findLast(isImport);
  const lastConstant = head.findLast((statement) => {
    const name = assignedName(statement) ?? "";
    const isOne = name.startsWith(prefix) && upperCase.test(name);
    return isOne && statement.line > (lastImport?.line ?? -1);
  });
  const docstring = head[0]?.nodeType === "Expr" ? head[0] : undefined;
  const above = lastConstant ?? lastImport ?? docstring;
  if (above === undefined) {
    const line = body[0] === undefined ? 0 : firstLine(body[0]);
    const trail = body[0] !== undefined && isDefinition(body[0]) ? "\n\n\n" : "\n\n";
    return { at: { line, character: 0 }, lead: "", trail };
  }
  // At the end of the line, so that a comment there stays where it is.
  const end = { line: above.endLine, character: lineText(file, above.endLine).length };
  if (above === lastConstant) return { at: end, lead: "\n", trail: "" };
  // Where imports are inserted, too: they come first.
  const below = { line: above.endLine + 1, character: 0 };
  if (below.line >= file.document.lineCount) return { at: end, lead: "\n\n", trail: "" };
  const isTight = lineText(file, below.line).trim() !== "";
  return { at: below, lead: "\n", trail: isTight ? "\n\n" : "\n" };
}

function lineText(file: PythonFile, line: number): string {
  const start = { line, character: 0 };
  return file.document
    .getText({ start, end: { line: line + 1, character: 0 } })
    .replace(/[\r\n]+$/, "");
}

function isDefinition(statement: Statement): boolean {
  const { nodeType } = statement;
  return nodeType === "FunctionDef" || nodeType === "AsyncFunctionDef" || nodeType === "ClassDef";
}

/** The line a statement begins on, its decorators included. */
function firstLine(statement: Statement): number {
  const decorator = "decorator_list" in statement ? statement.decorator_list[0] : undefined;
  return decorator?.line ?? statement.line;
}

/** An import, also under `if TYPE_CHECKING` or in a `try`. */
function isImport(statement: Statement): boolean {
  switch (statement.nodeType) {
    case "Import":
    case "ImportFrom":
      return true;
    case "If":
    case "Try":
      return statement.body.some(isImport);
    default:
      return false;
  }
}
