import type { ContractField, ContractSchema, TypeShape } from "./contract";
import { isNarrower } from "./scalarTypes";
import { shapeText } from "./typeShape";

/** How the values that a type allows changed, at one place of it. */
export interface ShapeDifference {
  /** Where, from the whole on: `items[].email`; empty for the whole. */
  readonly at: string;
  readonly what: string;
  /** Whether values that were allowed are none any more: a request that was right may be refused. */
  readonly narrows: boolean;
  /** Whether there are values that were none before, or a field is gone: an answer may surprise who reads it. */
  readonly widens: boolean;
  /** The schema in which it stands. */
  readonly schema: string | undefined;
  /** Where it is of a field that stands in requests alone, or in answers alone. */
  readonly use?: ContractField["in"];
}

/** The schemas of two states, by their ids. */
export interface ShapeContext {
  readonly before: ReadonlyMap<string, ContractSchema>;
  readonly now: ReadonlyMap<string, ContractSchema>;
}

/** All differences between two types, through the schemas that they name. Where one is not known nothing is said. */
export function compareShapes(
  before: TypeShape,
  now: TypeShape,
  context: ShapeContext,
): readonly ShapeDifference[] {
  return new Comparison(context).compare(before, now, "", undefined);
}

/** The differences between two states of a schema, without those of the schemas that its fields name. */
export function compareSchemas(
  before: ContractSchema,
  now: ContractSchema,
  context: ShapeContext,
): readonly ShapeDifference[] {
  return new Comparison(context, true).fields(before, now, "");
}

class Comparison {
  private readonly seen = new Set<string>();

  constructor(
    private readonly context: ShapeContext,
    private readonly isFlat = false,
  ) {}

  compare(
    before: TypeShape,
    now: TypeShape,
    at: string,
    schema: string | undefined,
  ): readonly ShapeDifference[] {
    if (before.kind === "unknown" || now.kind === "unknown") return [];
    if (before.kind === "list" && now.kind === "list") {
      return this.compare(before.of, now.of, `${at}[]`, schema);
    }
    if (before.kind === "map" && now.kind === "map") {
      return this.compare(before.of, now.of, `${at}{}`, schema);
    }
    if (before.kind === "schema" && now.kind === "schema") {
      return this.schemas(before, now, at, schema);
    }
    const [old, own] = [membersOf(before), membersOf(now)];
    if (old.length > 1 || own.length > 1) return this.members(old, own, at, schema);
    if (before.kind === "literal" && now.kind === "literal") {
      return values(before.values, now.values, at, schema);
    }
    return shapeText(before) === shapeText(now) ? [] : [replaced(before, now, at, schema)];
  }

  /** The fields of two schemas, by the names that JSON has. */
  fields(before: ContractSchema, now: ContractSchema, at: string): readonly ShapeDifference[] {
    const found: ShapeDifference[] = [];
    const inside = (name: string): string => (at === "" ? name : `${at}.${name}`);
    const old = new Map(before.fields.map((field) => [field.name, field]));
    const schema = now.name;
    for (const field of now.fields) {
      const known = old.get(field.name);
      const place = inside(field.name);
      if (known === undefined) {
        const narrows = field.isRequired && field.in !== "response";
        const what = narrows ? "is new and required" : "is new";
        found.push({ at: place, what, narrows, widens: false, schema });
        continue;
      }
      if (known.in !== "request" && field.in === "request") {
        const what = "is left out of answers";
        found.push({ at: place, what, narrows: false, widens: true, schema });
      }
      if (known.isRequired !== field.isRequired) {
        const what = field.isRequired ? "is required now" : "is optional now";
        found.push({ at: place, what, narrows: field.isRequired, widens: false, schema });
      }
      const differences = this.compare(known.shape, field.shape, place, schema);
      found.push(...differences.map((one) => ofUse(one, field.in)));
      found.push(...constraints(known.constraints, field.constraints, place, schema));
    }
    const own = new Set(now.fields.map(({ name }) => name));
    for (const { name, in: use } of before.fields.filter((field) => !own.has(field.name))) {
      const gone = {
        at: inside(name),
        what: "is gone",
        narrows: now.isStrict,
        widens: true,
        schema,
      };
      found.push(ofUse(gone, use));
    }
    return found;
  }

  private schemas(
    before: Extract<TypeShape, { kind: "schema" }>,
    now: Extract<TypeShape, { kind: "schema" }>,
    at: string,
    schema: string | undefined,
  ): readonly ShapeDifference[] {
    const args = before.args.flatMap((arg, index) => {
      const given = now.args[index];
      return given === undefined ? [] : this.compare(arg, given, at, schema);
    });
    if (this.isFlat) {
      return before.id === now.id ? args : [replaced(before, now, at, schema)];
    }
    const key = `${before.id} ${now.id}`;
    const [old, own] = [this.context.before.get(before.id), this.context.now.get(now.id)];
    if (old === undefined || own === undefined || this.seen.has(key)) return args;
    this.seen.add(key);
    const found = this.fields(old, own, at);
    this.seen.delete(key);
    return [...found, ...args];
  }

  /** Unions: each member has one that allows the same on the other side, or is named. */
  private members(
    before: readonly TypeShape[],
    now: readonly TypeShape[],
    at: string,
    schema: string | undefined,
  ): readonly ShapeDifference[] {
    if ([...before, ...now].some(({ kind }) => kind === "unknown")) return [];
    const isIn = (shape: TypeShape, others: readonly TypeShape[]): boolean =>
      others.some((other) => shapeText(other) === shapeText(shape) || isNarrower(shape, other));
    const gone = before.filter((shape) => !isIn(shape, now));
    const added = now.filter((shape) => !isIn(shape, before));
    const [lost, found] = [gone[0], added[0]];
    if (gone.length === 1 && added.length === 1 && lost && found) {
      return this.compare(lost, found, at, schema);
    }
    const same = before.flatMap((shape) => {
      const other = now.find((one) => shapeText(one) === shapeText(shape));
      return other === undefined ? [] : this.compare(shape, other, at, schema);
    });
    return [
      ...gone.map((shape) =>
        difference(at, `is no ${shapeText(shape)} any more`, "narrows", schema),
      ),
      ...added.map((shape) => difference(at, `may be ${shapeText(shape)} now`, "widens", schema)),
      ...same,
    ];
  }
}

/** A difference of a field that stands in requests alone, or in answers alone. */
function ofUse(difference: ShapeDifference, use: ContractField["in"]): ShapeDifference {
  if (use === "both") return difference;
  return {
    ...difference,
    use,
    narrows: difference.narrows && use !== "response",
    widens: difference.widens && use !== "request",
  };
}

function membersOf(shape: TypeShape): readonly TypeShape[] {
  return shape.kind === "union" ? shape.members : [shape];
}

function difference(
  at: string,
  what: string,
  how: "narrows" | "widens",
  schema: string | undefined,
): ShapeDifference {
  return { at, what, narrows: how === "narrows", widens: how === "widens", schema };
}

function replaced(
  before: TypeShape,
  now: TypeShape,
  at: string,
  schema: string | undefined,
): ShapeDifference {
  const what = `was ${shapeText(before)}, is ${shapeText(now)}`;
  const [narrows, widens] = [!isNarrower(before, now), !isNarrower(now, before)];
  return { at, what, narrows, widens, schema };
}

function values(
  before: readonly string[],
  now: readonly string[],
  at: string,
  schema: string | undefined,
): readonly ShapeDifference[] {
  const gone = before.filter((value) => !now.includes(value));
  const added = now.filter((value) => !before.includes(value));
  return [
    ...gone.map((value) => difference(at, `is no ${value} any more`, "narrows", schema)),
    ...added.map((value) => difference(at, `may be ${value} now`, "widens", schema)),
  ];
}

/** Constraints of which a larger number allows more. */
const upper: ReadonlySet<string> = new Set(["le", "lt", "max_length", "max_digits"]);
const lower: ReadonlySet<string> = new Set(["ge", "gt", "min_length"]);

/** What a request may hold; an answer is checked by nobody but its own model. */
function constraints(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  at: string,
  schema: string | undefined,
): readonly ShapeDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
  return names.flatMap((name) => {
    const [old, own] = [before[name], now[name]];
    if (old === own) return [];
    const what = own === undefined ? `has no ${name} any more` : `has ${name}=${own} now`;
    return [{ at, what, narrows: tightens(name, old, own), widens: false, schema }];
  });
}

function tightens(name: string, before: string | undefined, now: string | undefined): boolean {
  if (now === undefined) return false;
  if (before === undefined) return true;
  const growth = Number(now) - Number(before);
  if (upper.has(name) && growth > 0) return false;
  return !(lower.has(name) && growth < 0);
}
