import { diagramType } from "../../diagrams/diagramType";
import { reservedStates } from "../../diagrams/reservedStates";
import type { TextEdit } from "../../edits/plan";
import type { Position, Range } from "../../text/range";
import { plain } from "../document/cells";
import { insertBelow } from "../document/edit";
import type { SpecDocument } from "../document/specDocument";
import { machines } from "./states";
import { type SpecSymbol, type SymbolKind, symbolAt, symbolsIn } from "./symbols";

/** The name at a place that can be renamed; `undefined` where there is none. */
export function prepareRename(
  spec: SpecDocument,
  position: Position,
): { readonly range: Range; readonly name: string } | undefined {
  const found = symbolAt(spec, position);
  return found && { range: found.occurrence.range, name: found.symbol.name };
}

/** The edits that rename what stands at a place, all over the document; or why the name cannot be. */
export function renameIn(
  spec: SpecDocument,
  position: Position,
  given: string,
): readonly TextEdit[] | { readonly problem: string } {
  const found = symbolAt(spec, position);
  if (found === undefined) return { problem: "There is no name here that the document knows." };
  const { symbol } = found;
  const name = given.trim();
  const problem = wrong(symbol, name, spec);
  if (problem !== undefined) return { problem };
  const id = diagramId(name);
  const edits = symbol.occurrences.map(
    ({ range, isDiagramId }): TextEdit => ({ range, newText: isDiagramId ? id : name }),
  );
  return symbol.kind === "state" && id !== name
    ? [...edits, ...aliases(symbol, name, id, spec)]
    : edits;
}

const shapes: Readonly<Record<SymbolKind, readonly [RegExp, string]>> = {
  id: [/^[A-Z]+-\d+$/, "An ID is upper-case letters, a hyphen and digits, such as BR-012."],
  error: [
    /^\p{Lu}\p{XID_Continue}*(?:Error|Exception)$/u,
    "The name of an error is a Python class that ends with Error, such as ScoreNotFoundError.",
  ],
  code: [
    /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
    "An error code is upper snake case, such as SCORE_NOT_FOUND.",
  ],
  state: [
    /^[^\s"'`\\|](?:[^"'`\\|\r\n]*[^\s"'`\\|])?$/,
    "A state is text without quotes and bars.",
  ],
  dependency: [
    /^[^\s"`\\|<>](?:[^"`\\|<>\r\n]*[^\s"`\\|<>])?$/,
    "A dependency is text without quotes, bars and angle brackets.",
  ],
};

function wrong(symbol: SpecSymbol, name: string, spec: SpecDocument): string | undefined {
  const { kind } = symbol;
  const [shape, message] = shapes[kind];
  if (!shape.test(name)) return message;
  if (kind === "state" && plain(name) === "") return message;
  if (kind === "id" && prefix(name) !== prefix(symbol.name)) {
    return `The IDs of this table begin with ${prefix(symbol.name)}.`;
  }
  const isSame = (other: string): boolean =>
    kind === "state" ? plain(other) === plain(name) : other === name;
  const other = symbolsIn(spec).find(
    (one) => one !== symbol && one.kind === kind && isSame(one.name),
  );
  return other && `This document has ${other.name} already.`;
}

function prefix(id: string): string {
  return id.slice(0, id.indexOf("-"));
}

/** A name as Mermaid takes it for the id of a state. */
function diagramId(name: string): string {
  const bare = name.replace(/[^\p{L}\p{N}_]+/gu, "_");
  return /^\p{L}/u.test(bare) && !reservedStates.test(bare) ? bare : `s_${bare}`;
}

/** What the id stands for, in each state machine that had the name itself as id. */
function aliases(
  { occurrences }: SpecSymbol,
  name: string,
  id: string,
  spec: SpecDocument,
): TextEdit[] {
  return machines(spec).flatMap(({ fence }) => {
    const inside = occurrences.filter(
      ({ range: { start } }) => start.line >= fence.contentLine && start.line <= fence.endLine,
    );
    if (inside.length === 0 || inside.some(({ isDiagramId }) => !isDiagramId)) return [];
    const lines = fence.content.split("\n");
    const type = lines.findIndex((line) => line.trim().startsWith(diagramType(fence.content)));
    const column = " ".repeat(fence.columns[type] ?? 0);
    return [
      insertBelow(fence.contentLine + type, `${column}    state "${name}" as ${id}`, spec.markdown),
    ];
  });
}
