import type { LineInsertion } from "../../edits/fixEdits";
import type { Statement } from "../ast/nodes";
import type { PythonFile } from "../pythonFile";
import { constantName } from "./constantName";
import { constantAssignment } from "./stringLiteral";

/** A constant that a fix uses, and the lines that define it, if it is not there yet. */
export interface ModuleConstant {
  readonly name: string;
  readonly insertion: LineInsertion | undefined;
}

/**
 * Gives texts a name at the top of a module: an equal constant is used again, two different texts never get the same
 * name. One allocator serves all fixes of a file, so that they can be applied together.
 */
export class ModuleConstants {
  private readonly byText = new Map<string, ModuleConstant>();
  private readonly text: string;
  private readonly given = new Set<string>();
  private readonly place: Pick<LineInsertion, "at" | "lead" | "trail">;

  constructor(
    file: PythonFile,
    private readonly prefix: string,
  ) {
    this.text = file.document.getText();
    const { body } = file.parsed.module;
    for (const statement of body) {
      const constant = textConstant(statement);
      const isAlone = constant && file.moduleScope.bindings.get(constant.name)?.length === 1;
      if (constant && isAlone && !this.byText.has(constant.text)) {
        this.byText.set(constant.text, { name: constant.name, insertion: undefined });
      }
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

/** `NAME = "text"` at the top level, with a name in upper case. */
function textConstant(statement: Statement): { name: string; text: string } | undefined {
  const name = assignedName(statement);
  if (name === undefined || !/^_?[A-Z][A-Z0-9_]*$/.test(name)) return undefined;
  const { value } = statement as Extract<Statement, { nodeType: "Assign" | "AnnAssign" }>;
  return value?.nodeType === "Constant" && typeof value.value === "string"
    ? { name, text: value.value }
    : undefined;
}

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
  const lastConstant = head.findLast(
    (statement) =>
      assignedName(statement)?.startsWith(prefix) && statement.line > (lastImport?.line ?? -1),
  );
  const docstring = head[0]?.nodeType === "Expr" ? head[0] : undefined;
  const above = lastConstant ?? lastImport ?? docstring;
  if (above === undefined) {
    const line = body[0] === undefined ? 0 : firstLine(body[0]);
    return { at: { line, character: 0 }, lead: "", trail: "\n\n" };
  }
  // At the end of the line, so that a comment there stays where it is.
  const at = { line: above.endLine, character: lineText(file, above.endLine).length };
  const isTight = lineText(file, above.endLine + 1).trim() !== "";
  const trail = isTight && above !== lastConstant ? "\n" : "";
  return { at, lead: above === lastConstant ? "\n" : "\n\n", trail };
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
