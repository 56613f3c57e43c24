import { outside, readStateDiagram } from "../../diagrams/read/state";
import { parseField } from "../../fields/parseField";
import { frontMatterText } from "../../markdown/frontMatter";
import { isOpen } from "../../spec/document/cells";
import type { PythonClass, PythonSignature } from "../../spec/document/pythonFence";
import type { SpecDocument } from "../../spec/document/specDocument";
import { definedErrors, diagramsIn, signatures } from "../../spec/document/vocabulary";
import { columnName } from "../data/fieldData";
import { lineLength } from "../tidyPython";
import { fieldText } from "./fieldText";
import type { ModuleSpec, SpecError, SpecMethod, SpecRule, StateMachine } from "./moduleSpec";

/** What stands in the way of a module, and the line of the spec (from 1) that it stands at. */
export interface SpecProblem {
  readonly problem: string;
  readonly line: number;
}

/** Columns that every model has without being told. */
const own = new Set(["id", "created_at", "updated_at", "is_deleted"]);

/**
 * Reads what a `module` or `service` document says of a module: fences and tables are the truth.
 * @param given the module's name, where the user says it
 */
export function readModuleSpec(spec: SpecDocument, given?: string): ModuleSpec | SpecProblem {
  const fences = spec.pythonIn("data-models");
  const classes = fences.flatMap((fence) => (fence.errors.length > 0 ? [] : fence.classes));
  const model = classes.find(({ fields }) => fields.some(({ name }) => !own.has(name)));
  const broken = [...fences, ...spec.pythonIn("interface")].find(({ errors }) => errors.length > 0);
  if (broken !== undefined) {
    const line = broken.errors[0]?.start.line ?? broken.fence.line;
    return { problem: "This is no Python.", line: line + 1 };
  }
  if (model === undefined) {
    const line = spec.part("data-models")?.section.heading.range.start.line ?? 0;
    return { problem: "The spec shows no model with fields of its own.", line: line + 1 };
  }
  const fields: string[] = [];
  for (const field of model.fields.filter(({ name }) => !own.has(name))) {
    const line = spec.markdown.lines.line(field.lines.last);
    const text = fieldText(field, /#\s*(.*)$/.exec(line)?.[1] ?? "");
    const parsed = text === undefined ? undefined : parseField(text);
    if (text === undefined || parsed?.problem !== undefined) {
      const why = parsed?.problem?.message ?? `No column holds a “${field.annotation}”.`;
      return { problem: `${field.name}: ${why}`, line: field.lines.first + 1 };
    }
    fields.push(text);
  }
  const errors = errorsIn(spec);
  const rules = rulesIn(spec);
  return {
    name: given ?? nameIn(spec, model),
    fields,
    methods: methodsIn(spec, errors, rules),
    errors,
    rules,
    states: statesIn(spec, model, fields),
    classes: spec.python.flatMap((fence) => fence.classes).filter((of) => of !== model),
  };
}

/** The last part of the path in the front matter, or the model's name in the plural. */
function nameIn({ markdown }: SpecDocument, model: PythonClass): string {
  const path = frontMatterText(markdown.frontMatter, "module")?.trim() ?? "";
  const [, folder] = /(?:^|[/.])modules[/.]([a-z][a-z0-9_]*)\/?$/.exec(path) ?? [];
  if (folder !== undefined) return folder;
  const single = model.name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_").toLowerCase();
  if (/[^aeiou]y$/.test(single)) return `${single.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(single) ? `${single}es` : `${single}s`;
}

function errorsIn(spec: SpecDocument): SpecError[] {
  return definedErrors(spec).flatMap(({ name, row }) => {
    const [code] = /[1-5]\d\d/.exec(row.text("HTTP Status")) ?? [];
    if (!/^\p{Lu}\p{XID_Continue}*(?:Error|Exception)$/u.test(name)) return [];
    if (name === "HTTPException" || code === undefined) return [];
    const words = [row.text("Response"), row.text("Error"), row.text("Description")];
    const message = words.find((text) => text !== "" && text !== name) ?? name;
    return [{ name, status: Number(code), message: messageIn(message) }];
  });
}

function rulesIn(spec: SpecDocument): SpecRule[] {
  const rows = spec.tables.flatMap(({ part, rows }) =>
    part.format.id === "business-rules" ? rows : [],
  );
  return rows.flatMap((row) => {
    const cell = row.cell("ID");
    const text = row.text("Rule");
    return cell === undefined || isOpen(cell) || text === "" ? [] : [{ id: cell.text, text }];
  });
}

function methodsIn(
  spec: SpecDocument,
  errors: readonly SpecError[],
  rules: readonly SpecRule[],
): SpecMethod[] {
  return signatures(spec).map((signature) => methodIn(signature, spec, errors, rules));
}

function methodIn(
  signature: PythonSignature,
  spec: SpecDocument,
  errors: readonly SpecError[],
  rules: readonly SpecRule[],
): SpecMethod {
  const { first, last, indent } = signature.lines;
  const end = signature.docstringEnd?.line ?? last;
  const lines = Array.from({ length: end - first + 1 }, (_, at) =>
    spec.markdown.lines.line(first + at),
  );
  const text = lines.join("\n");
  const source = lines
    .filter((line) => !/^\s*#/.test(line))
    .map((line) =>
      line.trim() === "" ? "" : line.startsWith(indent) ? `    ${line.slice(indent.length)}` : line,
    )
    .flatMap(brokenLine)
    .join("\n")
    .replace(/:\s*(?:\.\.\.|pass)\s*$/, ":")
    // A method that is shown without its class is shown without itself.
    .replace(/(\bdef \w+\()(?!\s*self\b)\s*(\)?)/, (_, head: string, end: string) =>
      end === "" ? `${head}self, ` : `${head}self)`,
    );
  const itemsOf = (name: string) =>
    signature.docstring.filter((one) => one.name === name).flatMap(({ items }) => items);
  const raised = new Set(itemsOf("Raises").map(({ name }) => name));
  return {
    signature,
    line: first + 1,
    source,
    errors: errors.map(({ name }) => name).filter((name) => raised.has(name)),
    events: itemsOf("Events").map(({ name }) => name),
    rules: rules.map(({ id }) => id).filter((id) => text.includes(id)),
  };
}

/** A line of a docstring that is too long, over several: those that follow are four blanks further in. */
function brokenLine(line: string): string[] {
  if (line.length <= lineLength || /^\s*(?:async\s+)?def\b/.test(line)) return [line];
  const cut = line.lastIndexOf(" ", lineLength);
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  if (cut <= indent.length) return [line];
  const rest = `${indent}    ${line.slice(cut + 1)}`.replace(/^( {12}) {4}(?= {4})/, "$1");
  return [line.slice(0, cut), ...brokenLine(rest)];
}

/** What a client is told, where a cell shows the answer's JSON, too. */
function messageIn(text: string): string {
  const [, detail] = /\b(?:detail|message)"?\s*:\s*"?([^"}]+)/.exec(text) ?? [];
  return (detail ?? text)
    .replace(/[`"\\]/g, "")
    .trim()
    .replace(/\.$/, "");
}

/** The machine of the field whose values its states are. */
function statesIn(
  spec: SpecDocument,
  { fields }: PythonClass,
  texts: readonly string[],
): StateMachine | undefined {
  const [diagram] = diagramsIn(spec, /^stateDiagram(?:-v2)?$/);
  if (diagram === undefined) return undefined;
  const { transitions } = readStateDiagram(diagram.fence.content);
  const inner = transitions.filter(({ from, to }) => from !== outside && to !== outside);
  const names = new Set(inner.flatMap(({ from, to }) => [from, to]));
  const field = fields.find(({ literals }) => {
    const values = new Set(literals.map(({ value }) => value));
    return names.size > 0 && [...names].every((name) => values.has(name));
  });
  const parsed = texts.flatMap((text) => parseField(text).field ?? []);
  const column = parsed.find(({ name }) => name === field?.name);
  if (field === undefined || column === undefined) return undefined;
  const moves = field.literals.map(({ value }): [string, string[]] => [
    value,
    [...new Set(inner.filter(({ from }) => from === value).map(({ to }) => to))],
  ]);
  const by = inner.map(({ text, to }): [string, string] => [text.trim(), to]);
  return { field: columnName(column), moves, by };
}
