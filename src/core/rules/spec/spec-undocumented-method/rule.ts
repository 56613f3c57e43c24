import * as z from "zod";
import { parametersOf, typeOf } from "../../../spec/derive/operations";
import { isOpen } from "../../../spec/document/cells";
import { addBehind } from "../../../spec/document/edit";
import { rowBelow } from "../../../spec/document/fixEdits";
import type { PythonSignature } from "../../../spec/document/pythonFence";
import type { SpecDocument } from "../../../spec/document/specDocument";
import type { SpecRow } from "../../../spec/document/specTable";
import { methodTable, signatures } from "../../../spec/document/vocabulary";
import { defineSpecRule } from "../specRule";

/** The sections that every docstring of an interface has. */
const sections = [
  ["Returns", "what it returns"],
  ["Raises", "each error, and when"],
] as const;

export const specUndocumentedMethod = defineSpecRule({
  meta: {
    name: "spec-undocumented-method",
    summary: "Give each method its row and its signature with Returns and Raises",
    rationale:
      "The table says what there is, the signature what it takes, gives and raises. A method that has only one of them was " +
      "forgotten in the other, and is built from half of what was decided.",
    area: "spec",
    source: "the format of specifications: methods with input and output contracts",
    severity: "warning",
    on: "everywhere",
    fix: "safe",
    options: z.strictObject({}),
    messages: {
      signature: "{method} has no signature below.",
      row: "{method} has no row in {table}.",
      docstring: "The docstring of {method} has no {sections}.",
    },
  },
  check({ spec, report }) {
    const found = signatures(spec);
    const table = methodTable(spec);
    const rows = (table?.rows ?? []).flatMap((row) => {
      const cell = row.cell("Method");
      const [name] = /^\w+/.exec(cell?.text ?? "") ?? [];
      return cell === undefined || isOpen(cell) || name === undefined ? [] : [{ name, cell, row }];
    });
    const broken = unreadable(spec);
    const names = new Set([...found.map(({ name }) => name), ...broken]);
    for (const { name, cell, row } of rows) {
      if (names.has(name)) continue;
      const edits = signatureFix(name, row, spec);
      const fix = edits && { title: `Add a signature of ${name}`, edits };
      report({
        message: "signature",
        data: { method: name },
        range: cell.range,
        ...(fix && { fix }),
      });
    }
    const listed = new Set(rows.map(({ name }) => name));
    for (const signature of found) {
      const { name, range } = signature;
      if (table !== undefined && !listed.has(name)) {
        const cells = new Map([["Method", name]]);
        const title = `Add a row for ${name}`;
        const fix = { title, edits: rowBelow(table.table, cells, spec) };
        const data = { method: name, table: table.part.section.heading.text };
        report({ message: "row", data, range, fix });
      }
      const missing = sections.filter(([title]) => !has(signature, title));
      if (missing.length === 0 || broken.has(name)) continue;
      const data = { method: name, sections: missing.map(([title]) => title).join(" and no ") };
      const edits = docstringFix(signature, missing, spec);
      const fix = edits && { title: "Add what is missing to the docstring", edits };
      report({ message: "docstring", data, range, ...(fix && { fix }) });
    }
  },
});

/** Functions of Python that has errors, such as a docstring left open: they are there, and `spec-python-syntax` speaks. */
function unreadable(spec: SpecDocument): Set<string> {
  const names = spec
    .pythonIn("interface")
    .filter(({ errors }) => errors.length > 0)
    .flatMap(({ fence }) => [...fence.content.matchAll(/\bdef[ \t]+(\w+)/g)])
    .flatMap(([, name]) => name ?? []);
  return new Set(names);
}

function has({ docstring }: PythonSignature, title: string): boolean {
  return docstring.some(
    ({ name }) => name === title || (title === "Returns" && /^(?:Return|Yields)$/.test(name)),
  );
}

/** A section with a signature of what the method's row says, and of what is to be written. */
function signatureFix(name: string, row: SpecRow, spec: SpecDocument) {
  const details = spec.part("method-details");
  if (details === undefined) return undefined;
  const level = Math.min(6, details.section.heading.level + 1);
  const lines = [
    `${"#".repeat(level)} ${name}`,
    "",
    "```python",
    ...definitionOf(name, row),
    `    """${name}.`,
    "",
    ...sections
      .flatMap(([title, about]) => [`    ${title}:`, `        # TODO: ${about}`, ""])
      .slice(0, -1),
    '    """',
    "```",
  ];
  const { range, newText } = addBehind(details.section, lines.join("\n"), spec.markdown);
  const text = newText.replace(/\r\n?/g, "\n").slice(1);
  return {
    replacements: [],
    insertions: [{ at: range.start, lines: text, lead: "\n", trail: "" }],
  };
}

function definitionOf(name: string, row: SpecRow): string[] {
  const [input, output] = ["Input", "Output"].map((column) => {
    const cell = row.cell(column);
    return cell === undefined || isOpen(cell) ? undefined : cell.text;
  });
  const isNothing = input !== undefined && /^(?:-|–|—|n\/a|none|nothing)$/i.test(input);
  const parameters = input === undefined || isNothing ? [] : parametersOf(input);
  const returns = output === undefined ? undefined : typeOf(output);
  const open = [
    ...(input === undefined ? ["its parameters"] : []),
    ...parameters.filter(({ type }) => type === undefined).map((one) => `the type of ${one.name}`),
    ...(returns === undefined ? ["what it returns"] : []),
  ];
  const list = parameters.map((one) => (one.type ? `${one.name}: ${one.type}` : one.name));
  const arrow = returns === undefined ? "" : ` -> ${returns}`;
  return [
    `def ${name}(${list.join(", ")})${arrow}:`,
    ...(open.length > 0 ? [`    # TODO: ${open.join(" and ")}`] : []),
  ];
}

/** The missing sections before the closing quotes. */
function docstringFix(
  { docstringEnd }: PythonSignature,
  missing: readonly (readonly [string, string])[],
  { markdown }: SpecDocument,
) {
  if (docstringEnd === undefined) return undefined;
  const { line, indent } = docstringEnd;
  const text = markdown.lines.line(line);
  const quotes = /("""|''')\s*$/.exec(text);
  if (quotes === null) return undefined;
  const lead = text.slice(0, quotes.index);
  const column = /^\s*/.exec(text)?.[0] ?? "";
  const outer =
    lead.trim() === ""
      ? lead
      : column + (text.trimStart().startsWith('"') ? "" : indent.slice(column.length));
  const added = missing.flatMap(([title, about]) => [
    "",
    `${outer}${title}:`,
    `${outer}    # TODO: ${about}`,
  ]);
  const at = lead.trim() === "" ? { line, character: 0 } : { line, character: quotes.index };
  const isAlone = lead.trim() === "";
  const lines = isAlone ? `${added.join("\n")}\n` : `\n${added.join("\n")}\n${outer}`;
  const newText = lines.replaceAll("\n", /\r\n|\r|\n/.exec(markdown.text)?.[0] ?? "\n");
  return { replacements: [{ range: { start: at, end: at }, newText }], insertions: [] };
}
