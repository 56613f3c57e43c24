import type { FunctionV } from "../evaluation/value";
import { isOpen } from "../spec/document/cells";
import {
  joinedEdits,
  linesBelow,
  replaced,
  rowBelow,
  withoutLines,
} from "../spec/document/fixEdits";
import type { PythonClass, PythonFence, PythonSignature } from "../spec/document/pythonFence";
import type { SpecRow } from "../spec/document/specTable";
import { methodTable } from "../spec/document/vocabulary";
import type { MethodFact, ServiceFact } from "../spec/fromCode/facts";
import { functionsIn } from "../spec/fromCode/surroundings";
import { methodLines } from "../spec/fromCode/writers/python";
import type { Difference } from "./difference";
import { compareRow } from "./methodRow";
import { firstLine, homeOf, only, type Sides } from "./sides";
import { compareSignature } from "./signature";
import { ofStatus, statusAt } from "./status";

/** A method as a spec has it: a signature, a row of the table of methods, or both. */
interface Described {
  readonly name: string;
  readonly signatures: readonly Written[];
  readonly rows: readonly SpecRow[];
}

/** A signature with the fence and the class that it stands in. */
interface Written {
  readonly signature: PythonSignature;
  readonly fence: PythonFence;
  readonly of: PythonClass | undefined;
}

/** Compares the interface of a spec with the methods of the services. */
export function compareMethods(sides: Sides): readonly Difference[] {
  const { facts } = sides;
  // Where nothing was taken for a service, nothing is known of its methods.
  if (facts.services.length === 0) return [];
  const described = [...describedIn(sides).values()];
  const added = undescribed(described, sides);
  const compared = described.map((one) => ({ one, found: compareMethod(one, sides) }));
  const gone = compared.filter(({ found }) => found.some((each) => each.sides === "only spec"));
  const [from, to] = [only(gone), only(added)];
  const renamed = from && to && renaming(from.one, to, sides);
  if (renamed === undefined) {
    return [
      ...compared.flatMap(({ found }) => found),
      ...added.map(({ difference }) => difference),
    ];
  }
  return compared.flatMap((each) => (each === from ? [renamed] : each.found));
}

/** A method of the code that a spec passes over. */
interface Added {
  readonly method: MethodFact;
  readonly difference: Difference;
}

/** The only method that has gone and the only new one are the same where they take the same: what is written of it stays. */
function renaming(
  { name, signatures, rows }: Described,
  { method }: Added,
  { spec }: Sides,
): Difference | undefined {
  const given = method.parameters.map((one) => one.name).join();
  const [written] = signatures;
  if (written === undefined) return undefined;
  if (!signatures.every(({ signature }) => signature.parameters.join() === given)) return undefined;
  const headings = spec.markdown.headings.filter(({ text }) => text === name);
  const cells = rows.flatMap((row) => row.cell("Method") ?? []);
  const edits = [
    ...signatures.map(({ signature }) => replaced(signature.range, method.name)),
    ...headings.map(({ textRange }) => replaced(textRange, method.name)),
    ...cells.map(({ source, range }) => replaced(range, source.replace(name, method.name))),
  ];
  return {
    ...headline(written.signature, method),
    sides: "both",
    said: { part: "name", spec: name, code: method.name },
    edits: joinedEdits(edits),
  };
}

function describedIn({ spec }: Sides): ReadonlyMap<string, Described> {
  const found = new Map<string, { name: string; signatures: Written[]; rows: SpecRow[] }>();
  const at = (name: string) => {
    const known = found.get(name) ?? { name, signatures: [], rows: [] };
    found.set(name, known);
    return known;
  };
  for (const fence of spec.pythonIn("interface")) {
    if (fence.errors.length > 0) continue;
    for (const signature of fence.functions) {
      at(signature.name).signatures.push({ signature, fence, of: undefined });
    }
    for (const of of fence.classes) {
      for (const signature of of.methods) {
        at(signature.name).signatures.push({ signature, fence, of });
      }
    }
  }
  for (const row of methodTable(spec)?.rows ?? []) {
    const cell = row.cell("Method");
    if (cell === undefined || isOpen(cell)) continue;
    const [, name] =
      /^(?:[\p{L}_][\p{L}\p{N}_]*\.)?([\p{L}_][\p{L}\p{N}_]*)(?:\(.*\))?$/u.exec(cell.text) ?? [];
    if (name !== undefined) at(name).rows.push(row);
  }
  for (const name of found.keys()) if (name.startsWith("_")) found.delete(name);
  return found;
}

function compareMethod(one: Described, sides: Sides): readonly Difference[] {
  const { spec, facts } = sides;
  const found = facts.services.flatMap((of) =>
    of.methods.filter(({ name }) => name === one.name).map((method) => ({ of, method })),
  );
  if (found.length === 0) return lacking(one, sides);
  return [
    ...one.signatures.flatMap(({ signature, of }) => {
      const own = found.filter((each) => of === undefined || each.of.name === of.name);
      // A class of another name may stand for anything, as long as it is not the only one.
      const match = only(own) ?? (own.length === 0 ? only(found) : undefined);
      if (match === undefined) return [];
      const at = headline(signature, match.method);
      const status = ofStatus(at, signature.range, spec);
      return status ? [status] : compareSignature(signature, match.method, sides);
    }),
    ...one.rows.flatMap((row) => {
      const match = only(found);
      const cell = row.cell("Method");
      if (match === undefined || cell === undefined) return [];
      const { method } = match;
      const at = {
        kind: "method",
        about: about(one.name),
        range: cell.range,
        place: method,
      } as const;
      const status = ofStatus(at, row.row.range, spec);
      return status ? [status] : compareRow(row, method, sides);
    }),
  ];
}

function headline(signature: PythonSignature, method: MethodFact) {
  return {
    kind: "method",
    about: about(signature.name),
    range: signature.range,
    place: method,
  } as const;
}

function about(name: string): string {
  return `the method ${name}`;
}

/** A method of the spec that no service has; what the code has elsewhere, or by another class, may be meant. */
function lacking({ name, signatures, rows }: Described, sides: Sides): readonly Difference[] {
  const { spec, files, code, facts } = sides;
  const isHandler = ({ qualname, path }: FunctionV): boolean =>
    facts.endpoints.some((one) => one.handler === qualname && one.path === path);
  if (functionsIn(files, code).some((one) => one.name === name && !isHandler(one))) return [];
  const isOfService = ({ of }: Written): boolean =>
    of === undefined ||
    facts.services.some((one) => one.name === of.name) ||
    isOnlyClass(of, sides);
  if (!signatures.every(isOfService)) return [];
  const ranges = [
    ...signatures.map(({ signature }) => signature.range),
    ...rows.flatMap((row) => (row.cell("Method") ? [row.row.range] : [])),
  ];
  if (ranges.some((range) => statusAt(range, spec) === "planned")) return [];
  const range = signatures[0]?.signature.range ?? rows[0]?.cell("Method")?.range;
  if (range === undefined) return [];
  const removals = [
    ...signatures.map((one) => withoutSignature(one, sides)),
    ...rows.map(({ row }) => withoutLines(row.range.start.line, row.range.start.line, spec)),
  ];
  const isWhole = removals.every((one) => one !== undefined);
  return [
    {
      kind: "method",
      sides: "only spec",
      about: about(name),
      range,
      place: homeOf(sides),
      edits: isWhole ? joinedEdits(removals) : undefined,
    },
  ];
}

/** Whether a class of the interface can stand for the only service, which the code calls something else. */
function isOnlyClass(of: PythonClass, { spec, facts, names }: Sides): boolean {
  const withMethods = spec
    .pythonIn("interface")
    .flatMap(({ classes }) => classes.filter(({ methods }) => methods.length > 0));
  const services = facts.services.filter(({ isClass }) => isClass);
  return (
    withMethods.length === 1 && services.length === 1 && names.classNamed(of.name) === undefined
  );
}

/** Takes a signature away, its fence and heading where they hold nothing else; `undefined` where a class would be empty. */
function withoutSignature(
  { signature, fence: { fence, classes, functions }, of }: Written,
  { spec }: Sides,
) {
  const { first, last } = signature.lines;
  if (of !== undefined) {
    return of.methods.length > 1 ? withoutLines(first, last, spec) : undefined;
  }
  if (classes.length > 0 || functions.length > 1) return withoutLines(first, last, spec);
  const part = spec.allParts
    .flatMap(({ section }) => [section, ...section.sections])
    .find(({ heading, blocks, sections }) => {
      const isAlone = blocks.length === 1 && blocks[0] === fence && sections.length === 0;
      return isAlone && heading.text.includes(signature.name);
    });
  return withoutLines(part?.heading.range.start.line ?? fence.line, fence.endLine, spec);
}

/** The methods of the code that the spec passes over, where it describes others of the same service. */
function undescribed(described: readonly Described[], sides: Sides): readonly Added[] {
  const { spec, facts } = sides;
  const known = new Set(described.map(({ name }) => name));
  // What a spec shows anywhere, as a calculation for example, it describes.
  for (const { functions } of spec.python) for (const { name } of functions) known.add(name);
  return facts.services.flatMap((of) => {
    const own = described.filter(({ name }) => of.methods.some((one) => one.name === name));
    const last = own.at(-1);
    if (last === undefined) return [];
    return of.methods
      .filter(({ name }) => !known.has(name))
      .flatMap((method) =>
        addition(method, of, last, sides).map((difference) => ({ method, difference })),
      );
  });
}

function addition(
  method: MethodFact,
  service: ServiceFact,
  last: Described,
  { spec }: Sides,
): readonly Difference[] {
  const written = last.signatures.at(-1);
  const row = last.rows.at(-1);
  const range = written?.of?.range ?? written?.signature.range ?? row?.cell("Method")?.range;
  if (range === undefined) return [];
  const table = methodTable(spec);
  const edits = [
    ...(written ? [withSignature(method, written, { spec })] : []),
    ...(row && table ? [rowBelow(table.table, rowCells(method), spec)] : []),
  ];
  return [
    {
      kind: "method",
      sides: "only code",
      about: service.isClass ? about(method.name) : `the function ${method.name}`,
      range: firstLine(range, spec),
      place: method,
      edits: joinedEdits(edits),
    },
  ];
}

function withSignature(
  method: MethodFact,
  { signature, of, fence }: Written,
  { spec }: Pick<Sides, "spec">,
) {
  const { last, indent } = signature.lines;
  const gap = of === undefined ? ["", ""] : [""];
  const isSingle = of === undefined && fence.functions.length === 1;
  const lines = methodLines(method, indent);
  // Where each method has a fence of its own, under a heading of its own, the next one does, too.
  if (!isSingle) return linesBelow(last, [...gap, ...lines].join("\n"), spec);
  const inner = spec.allParts.flatMap(({ section }) => section.sections);
  const own = inner.find(({ heading }) => heading.text.includes(signature.name));
  const heading = own ? ["", `${"#".repeat(own.heading.level)} ${method.name}`] : [];
  return linesBelow(
    fence.fence.endLine,
    [...heading, "", "```python", ...lines, "```"].join("\n"),
    spec,
  );
}

function rowCells({ name, parameters, returns, summary }: MethodFact): ReadonlyMap<string, string> {
  const input = parameters
    .map((one) => (one.type ? `${one.name}: ${one.type}` : one.name))
    .join(", ");
  return new Map([
    ["Method", name],
    ["Input", input || "None"],
    ...(returns === undefined ? [] : [["Output", returns] as const]),
    ...(summary === "" ? [] : [["Description", summary] as const]),
  ]);
}
