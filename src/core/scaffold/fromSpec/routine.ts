import type { TextEdit } from "../../edits/plan";
import type { Expression, Statement } from "../../python/ast/nodes";
import { addRow, insertBelow } from "../../spec/document/edit";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { SpecTable } from "../../spec/document/specTable";
import {
  definedErrors,
  errorColumn,
  errorTable,
  methodTable,
  signatures,
} from "../../spec/document/vocabulary";
import type { MethodFact } from "../../spec/fromCode/facts";
import { methodLines } from "../../spec/fromCode/writers/python";
import { lineLength } from "../tidyPython";
import { wrapLines } from "../wrapLines";

/** A file of Python. */
export interface PythonText {
  readonly body: readonly Statement[];
  readonly lines: readonly string[];
}

/** An error that a module's own methods answer with. */
export interface RoutineError {
  readonly name: string;
  readonly status: number;
  readonly message: string;
}

/**
 * The public methods of a file's only class that ends in `Service`, as a spec writes them.
 * @param names what stands for what: of a base class its type variable for the model
 */
export function routineMethods(
  { body, lines }: PythonText,
  names: Readonly<Record<string, string>>,
): MethodFact[] {
  const of = body.find((one) => one.nodeType === "ClassDef" && one.name.endsWith("Service"));
  const members = of?.nodeType === "ClassDef" ? of.body : [];
  const renamed = (text: string) =>
    text.replace(/\b[A-Za-z_]\w*\b/g, (name) => names[name] ?? name);
  const source = (node: Expression) =>
    renamed(
      node.line === node.endLine
        ? (lines[node.line] ?? "").slice(node.character, node.endCharacter)
        : "object",
    );
  return members.flatMap((one): MethodFact[] => {
    const isFunction = one.nodeType === "FunctionDef" || one.nodeType === "AsyncFunctionDef";
    if (!isFunction || one.name.startsWith("_") || one.decorator_list.length > 0) return [];
    const args = [...one.args.posonlyargs, ...one.args.args].filter(({ arg }) => arg !== "self");
    const typed = args.map(({ arg, annotation }) => ({
      name: arg,
      type: annotation ? source(annotation) : undefined,
      default: undefined,
    }));
    const { vararg } = one.args;
    const rest = vararg?.annotation ? [`*${vararg.arg}: ${source(vararg.annotation)}`] : [];
    const listed = ["self", ...typed.map(({ name, type }) => `${name}: ${type}`), ...rest];
    const returns = one.returns ? source(one.returns) : "None";
    const keyword = one.nodeType === "AsyncFunctionDef" ? "async def" : "def";
    return [
      {
        name: one.name,
        signature: `${keyword} ${one.name}(${listed.join(", ")}) -> ${returns}`,
        isBroken: false,
        decorators: [],
        summary: summaryOf(one.body),
        parameters: typed,
        arguments: [
          ...typed.map(({ name, type }) => ({ name, type, text: undefined })),
          ...(vararg?.annotation
            ? [{ name: `*${vararg.arg}`, type: source(vararg.annotation), text: undefined }]
            : []),
        ],
        returns,
        returned: undefined,
        raises: [],
        saidOfErrors: new Map(),
        path: "",
        line: one.line + 1,
      },
    ];
  });
}

function summaryOf([first]: readonly Statement[]): string {
  if (first?.nodeType !== "Expr" || first.value.nodeType !== "Constant") return "";
  return typeof first.value.value === "string" ? first.value.value.trim() : "";
}

/** The edits that tell a spec of what a module does besides: it stays the truth, and no drift is found. */
export function routineEdits(
  spec: SpecDocument,
  methods: readonly MethodFact[],
  errors: readonly RoutineError[],
): TextEdit[] {
  const known = new Set(signatures(spec).map(({ name }) => name));
  for (const row of methodTable(spec)?.rows ?? []) known.add(row.text("Method"));
  const missing = known.size === 0 ? [] : methods.filter(({ name }) => !known.has(name));
  const table = errorTable(spec);
  const statuses = definedErrors(spec).map(({ row }) => row.text("HTTP Status"));
  const untold =
    table === undefined || statuses.length === 0
      ? []
      : errors.filter(({ status }) => !statuses.some((text) => text.startsWith(String(status))));
  return [
    ...signatureEdits(spec, missing),
    ...rowEdits(spec, missing),
    ...(table === undefined ? [] : untold.map((error) => errorRow(error, table, spec))),
  ];
}

/** The edits that call references in a spec's models as their columns are called: `owner_id` for `owner`. */
export function referenceEdits(spec: SpecDocument, columns: readonly string[]): TextEdit[] {
  const names = new Map(columns.map((column) => [column.replace(/_id$/, ""), column]));
  const fields = spec
    .pythonIn("data-models")
    .flatMap(({ classes }) => classes.flatMap((of) => of.fields));
  return fields.flatMap(({ name, annotation, range }): TextEdit[] => {
    const column = names.get(name);
    const isKey = /\bUUID\b/.test(annotation);
    if (column === undefined || column === name || !isKey) return [];
    const { start } = range;
    const end = { line: start.line, character: start.character + name.length };
    return [{ range: { start, end }, newText: column }];
  });
}

function errorRow(
  { name, status, message }: RoutineError,
  table: SpecTable,
  spec: SpecDocument,
): TextEdit {
  const column = errorColumn(table);
  const cells = table.table.header.cells.map(({ text }) => {
    if (text === column) return name;
    return text === "HTTP Status" ? String(status) : message;
  });
  return addRow(table.table, cells, spec.markdown);
}

function signatureEdits(spec: SpecDocument, methods: readonly MethodFact[]): TextEdit[] {
  const fences = spec.pythonIn("interface");
  const of = fences.flatMap(({ classes }) => classes).findLast((one) => one.methods.length > 0);
  const last = of?.methods.at(-1)?.lines;
  if (last !== undefined) {
    return methods.map((method) =>
      insertBelow(last.last, ["", ...laidOut(method, last.indent)].join("\n"), spec.markdown),
    );
  }
  const fence = fences.findLast(({ functions }) => functions.length > 0)?.fence;
  if (fence === undefined) return [];
  return methods.map((method) => {
    const text = ["", `#### ${method.name}`, "", "```python", ...laidOut(method, ""), "```"];
    return insertBelow(fence.endLine, text.join("\n"), spec.markdown);
  });
}

function laidOut(method: MethodFact, indent: string): string[] {
  return wrapLines(methodLines(method, indent), lineLength);
}

function rowEdits(spec: SpecDocument, methods: readonly MethodFact[]): TextEdit[] {
  const table = methodTable(spec)?.table;
  if (table === undefined || table.rows.length === 0) return [];
  return methods.map(({ name, parameters, returns, summary }) => {
    const input = parameters.map((one) => `${one.name}: ${one.type}`).join(", ");
    const cells: Readonly<Record<string, string>> = {
      Method: name,
      Input: input || "None",
      Output: returns ?? "None",
      Description: summary,
    };
    const row = table.header.cells.map(
      ({ text }) => cells[text] ?? `<!-- TODO: ${text.toLowerCase()} -->`,
    );
    return addRow(table, row, spec.markdown);
  });
}
