import {
  assumptionsOf,
  choice,
  choiceWith,
  constant,
  type DictV,
  externalName,
  listOf,
  optionsOf,
  textFrom,
  textOf,
  unknown,
  usualOf,
  type Value,
} from "./value";

/** Most characters of a text, and items of a list, that operators make. */
const longestText = 1_000_000;
const longestList = 1000;

/** Whether a value counts as true; `undefined` where that is not known, or hangs on a setting. */
export function isTrue(value: Value): boolean | undefined {
  if (assumptionsOf(value).length > 0) return undefined;
  switch (value.kind) {
    case "constant":
      if (typeof value.value === "object" && value.value !== null) return undefined;
      return Boolean(value.value);
    case "list":
      return value.items.length > 0 ? true : value.open ? undefined : false;
    case "dict":
      return value.entries.length > 0 ? true : value.open ? undefined : false;
    case "class":
    case "function":
    case "module":
    case "bound":
      return true;
    case "external":
      return value.name === "typing.TYPE_CHECKING" ? false : undefined;
    case "choice": {
      const [first, ...rest] = value.options.map(isTrue);
      return rest.every((one) => one === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

/** `not value`. */
export function negated(value: Value): Value {
  const truth = isTrue(value);
  if (truth !== undefined) return constant(!truth);
  if (value.kind === "constant") return constant(!value.value, assumptionsOf(value));
  return { kind: "operation", op: "Not", operands: [value] };
}

/** An operator on values, by CPython's name: arithmetic, comparison, or one operand for a unary operator. */
export function operate(op: string, left: Value, right?: Value): Value {
  if (right === undefined) {
    if (left.kind === "constant" && typeof left.value === "number") {
      if (op === "USub") return constant(-left.value, assumptionsOf(left));
      if (op === "UAdd") return left;
    }
    return { kind: "operation", op, operands: [left] };
  }
  if (left.kind === "choice" || right.kind === "choice") {
    const results = optionsOf(left).flatMap((one) =>
      optionsOf(right).map((other) => operate(op, one, other)),
    );
    const [first, second] = [usualOf(left), usualOf(right)];
    const isUsual = first.kind !== "choice" && second.kind !== "choice";
    return choiceWith(results, isUsual ? operate(op, first, second) : undefined);
  }
  if (op === "Add" && (left.kind === "instance" || right.kind === "instance")) {
    const [first, second] = [memberText(left), memberText(right)];
    if (first !== undefined || second !== undefined) {
      return operate(op, first ?? left, second ?? right);
    }
  }
  if (left.kind === "unknown" && left.unset !== undefined && right.kind === "constant") {
    const compared = onConstants(op, constant(null, left.unset), right);
    if (compared !== undefined) return compared;
  }
  return (
    onConstants(op, left, right) ??
    onCollections(op, left, right) ?? { kind: "operation", op, operands: [left, right] }
  );
}

function onConstants(op: string, left: Value, right: Value): Value | undefined {
  if (left.kind !== "constant") return identity(op, left, right);
  if (op === "Mod" && typeof left.value === "string") return percentFormatted(left.value, right);
  if (right.kind !== "constant") return identity(op, left, right);
  const [a, b] = [left.value, right.value];
  const assumed = assumptionsOf(left, right);
  if (op === "Eq" || op === "Is") {
    return isPlain(a) && isPlain(b) ? constant(a === b, assumed) : undefined;
  }
  if (op === "NotEq" || op === "IsNot") {
    return isPlain(a) && isPlain(b) ? constant(a !== b, assumed) : undefined;
  }
  if (typeof a === "string" && typeof b === "string") {
    if (op === "Add") return concatenated(left, right);
    if (op === "In") return constant(b.includes(a), assumed);
    if (op === "NotIn") return constant(!b.includes(a), assumed);
    if (op === "Div") return undefined;
  }
  if (typeof a === "string" && typeof b === "number" && op === "Mult" && b < 100) {
    const repeated = a.length * b > longestText ? unknown("a long text") : undefined;
    return repeated ?? constant(a.repeat(Math.max(0, b)), assumed);
  }
  if (typeof a === "number" && typeof b === "number") {
    const result = arithmetic(op, a, b);
    return result === undefined ? undefined : constant(result, assumed);
  }
  return undefined;
}

/** `x is None` where `x` is known not to be. */
function identity(op: string, left: Value, right: Value): Value | undefined {
  const isNone = (value: Value) => value.kind === "constant" && value.value === null;
  if (op !== "Is" && op !== "IsNot" && op !== "Eq" && op !== "NotEq") return undefined;
  const known = ["class", "function", "module", "bound", "list", "dict", "instance"];
  const one = isNone(left) ? right : isNone(right) ? left : undefined;
  if (one === undefined || !known.includes(one.kind)) return undefined;
  return constant(op === "IsNot" || op === "NotEq");
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== "object";
}

function arithmetic(op: string, a: number, b: number): number | boolean | undefined {
  switch (op) {
    case "Add":
      return a + b;
    case "Sub":
      return a - b;
    case "Mult":
      return a * b;
    case "FloorDiv":
      return b === 0 ? undefined : Math.floor(a / b);
    case "Mod":
      return b === 0 ? undefined : a - b * Math.floor(a / b);
    case "Lt":
      return a < b;
    case "LtE":
      return a <= b;
    case "Gt":
      return a > b;
    case "GtE":
      return a >= b;
    default:
      return undefined;
  }
}

function onCollections(op: string, left: Value, right: Value): Value | undefined {
  if (left.kind === "list" && right.kind === "list" && op === "Add") {
    if (left.items.length >= longestList)
      return left.open ? left : listOf(left.items, left.type, true);
    const items = [...left.items, ...right.items.slice(0, longestList)];
    const isCut = right.items.length > longestList;
    return listOf(items, left.type, left.open || right.open || isCut);
  }
  if (left.kind === "dict" && right.kind === "dict" && op === "BitOr") {
    const merged: DictV = {
      kind: "dict",
      entries: [...left.entries, ...right.entries],
      open: left.open || right.open,
    };
    return merged;
  }
  if ((op === "In" || op === "NotIn") && right.kind === "list" && !right.open) {
    const same = right.items.map((item) => operate("Eq", left, item));
    const truths = same.map(isTrue);
    if (truths.includes(true)) return constant(op === "In");
    if (truths.every((truth) => truth === false)) return constant(op === "NotIn");
    const assumed = assumptionsOf(left, ...right.items);
    const isSettled = same.every(({ kind }) => kind === "constant");
    if (isSettled && assumed.length > 0) return constant(op === "In", assumed);
  }
  return undefined;
}

/** The texts of values after each other. */
export function joined(parts: readonly Value[]): Value {
  let results: Value[] = [constant("")];
  let usual: Value = constant("");
  for (const part of parts) {
    const texts = optionsOf(part).map(stringOf);
    results = results.flatMap((result) => texts.map((text) => concatenated(result, text)));
    // Each part multiplies the ways: when they are too many to be followed, they stay so.
    const ways = choice(results);
    if (ways.kind === "unknown" && results.length > 1) return ways;
    results = [...optionsOf(ways)];
    usual = concatenated(usual, stringOf(usualOf(part)));
  }
  return choiceWith(results, textOf(usual) === undefined ? undefined : usual);
}

function concatenated(left: Value, right: Value): Value {
  const [a, b] = [textOf(left), textOf(right)];
  if (a === undefined || b === undefined) return startingWith(left);
  return longText(a, b) ?? textFrom(a + b, left, right);
}

/** A text of which only the first part is known. */
function startingWith(first: Value): Value {
  const start = first.kind === "unknown" ? first.start : first;
  const rest = unknown("a part of a text");
  return start?.kind === "constant" && textOf(start) ? { ...rest, start } : rest;
}

/** What two texts after each other are when they are too long to be kept: a loop can double a text again and again. */
function longText(a: string, b: string): Value | undefined {
  return a.length + b.length > longestText ? unknown("a long text") : undefined;
}

/** The text that a member of an enumeration of texts is; `undefined` for all else. */
export function memberText(value: Value): Value | undefined {
  if (value.kind !== "instance") return undefined;
  const isText = value.class.bases.some((base) => {
    const name = externalName(base);
    return name === "enum.StrEnum" || name === "builtins.str";
  });
  return isText ? value.attributes.get("value") : undefined;
}

/** `str(value)`. */
export function stringOf(value: Value): Value {
  if (value.kind === "constant") {
    const { value: plain } = value;
    if (typeof plain === "string") return value;
    if (typeof plain === "number" || typeof plain === "bigint") {
      return constant(String(plain), assumptionsOf(value));
    }
    if (typeof plain === "boolean") return constant(plain ? "True" : "False", assumptionsOf(value));
    if (plain === null) return constant("None", assumptionsOf(value));
  }
  if (value.kind === "choice") return choice(value.options.map(stringOf));
  const member = memberText(value);
  return member === undefined ? unknown("a text") : stringOf(member);
}

function percentFormatted(template: string, right: Value): Value | undefined {
  const values = right.kind === "list" && right.type === "tuple" ? [...right.items] : [right];
  const parts = template.split(/(%[sd%])/).map((part): Value => {
    if (part === "%%") return constant("%");
    if (part === "%s" || part === "%d") return values.shift() ?? unknown("a text");
    return constant(part);
  });
  return joined(parts);
}
