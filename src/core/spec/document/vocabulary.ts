import { diagramType } from "../../diagrams/diagramType";
import { type ReadSequence, readSequence } from "../../diagrams/read/sequence";
import type { Fence, TableCell } from "../../markdown/document";
import { toDocumentPosition } from "../../markdown/readFence";
import type { Range } from "../../text/range";
import { isOpen } from "./cells";
import { oncePerDocument } from "./once";
import type { PythonLiteral, PythonSignature } from "./pythonFence";
import type { SpecDocument } from "./specDocument";
import { fencesIn } from "./specPart";
import type { SpecRow, SpecTable } from "./specTable";

/** A row that says what an error is. */
export interface DefinedError {
  readonly name: string;
  readonly cell: TableCell;
  readonly row: SpecRow;
}

/** The name of an error: a class in PascalCase, in any script that Python takes, that says what it is. */
export const errorName =
  /(?<![\p{XID_Continue}.])\p{Lu}\p{XID_Continue}*(?:Error|Exception)(?!\p{XID_Continue})/gu;

/** Errors of Python and FastAPI, which a document may speak of without defining them. */
const foreign =
  /^(?:(?:Arithmetic|Assertion|Attribute|BlockingIO|BrokenPipe|Buffer|ChildProcess|Connection(?:Aborted|Refused|Reset)?|EOF|File(?:Exists|NotFound)|FloatingPoint|Import|Index|Interrupted|IO|IsADirectory|Key|Lookup|Memory|ModuleNotFound|Name|NotADirectory|NotImplemented|OS|Overflow|Permission|ProcessLookup|Recursion|Reference|Runtime|StopIteration|Syntax|System|Timeout|Type|Unicode|Value|ZeroDivision)Error|(?:Base)?Exception|HTTPException|RequestValidationError)$/;

/** Whether an error is a language's or a framework's. */
export function isForeign(name: string): boolean {
  return foreign.test(name);
}

/** The table of errors: the one with an HTTP status. */
export function errorTable({ tables }: SpecDocument): SpecTable | undefined {
  return tables.find(({ holding }) => holding.columns.includes("HTTP Status"));
}

/** The column of that table that names the error's class. */
export function errorColumn({ holding: { columns } }: SpecTable): string {
  return columns.find((column) => column === "Error Type" || column === "Type") ?? columns[0] ?? "";
}

/** The errors that a document defines. */
export function definedErrors(spec: SpecDocument): DefinedError[] {
  const table = errorTable(spec);
  if (table === undefined) return [];
  return table.rows.flatMap((row): DefinedError[] => {
    const cell = row.cell(errorColumn(table));
    return cell === undefined || isOpen(cell) ? [] : [{ name: cell.text, cell, row }];
  });
}

/** The signatures of a document's interface that others may call. */
export const signatures = oncePerDocument((spec): readonly PythonSignature[] => {
  const all = spec
    .pythonIn("interface")
    .flatMap(({ classes, functions }) => [
      ...functions,
      ...classes.flatMap(({ methods }) => methods),
    ]);
  return all.filter(({ name }) => !name.startsWith("_"));
});

/** The table of methods, where the format has one. */
export function methodTable({ tables }: SpecDocument): SpecTable | undefined {
  return tables.find(({ holding }) => holding.columns.includes("Method"));
}

/** The Mermaid fences of the sections that the format knows, each with the id of the innermost. */
const diagrams = oncePerDocument((spec): readonly { id: string; fence: Fence }[] => {
  const found = new Map<Fence, string>();
  for (const part of spec.allParts) {
    for (const fence of fencesIn(part.section)) {
      if (/^mermaid\b/i.test(fence.language)) found.set(fence, part.format.id);
    }
  }
  return [...found].map(([fence, id]) => ({ id, fence }));
});

/** The Mermaid fences of a kind in the sections that the format knows. */
export function diagramsIn(spec: SpecDocument, type: RegExp): { id: string; fence: Fence }[] {
  return diagrams(spec).filter(({ fence }) => type.test(diagramType(fence.content)));
}

/** The sequence diagrams of a document. */
export const sequencesIn = oncePerDocument(
  (spec): readonly { fence: Fence; sequence: ReadSequence }[] =>
    diagramsIn(spec, /^sequenceDiagram$/).map(({ fence }) => ({
      fence,
      sequence: readSequence(fence.content),
    })),
);

/** The document's range of a range in a fence. */
export function placeIn(fence: Fence, { start, end }: Range): Range {
  return { start: toDocumentPosition(fence, start), end: toDocumentPosition(fence, end) };
}

/** A status field of a model with the states that it lists. */
export interface StatusField {
  readonly name: string;
  readonly literals: readonly PythonLiteral[];
}

/** The status fields of a document's stored models; what callers send is not looked at. */
export function statusFields(spec: SpecDocument): StatusField[] {
  return spec
    .pythonIn("data-models")
    .flatMap(({ classes }) =>
      classes
        .filter(({ name }) => !/(?:Create|Update|Read|Request|Response)$/.test(name))
        .flatMap(({ name, fields }) =>
          fields
            .filter(
              (field) => /(?:^|_)(?:status|state)$/.test(field.name) && field.literals.length > 0,
            )
            .map((field) => ({ name: `${name}.${field.name}`, literals: field.literals })),
        ),
    );
}
