import {
  assumptionsOf,
  optionsOf,
  type Place,
  textOf,
  type Value,
} from "../../../evaluation/value";

/** A text that stands in the code as it is used. */
export interface WrittenText {
  readonly text: string;
  readonly place: Place;
  /** Whether nothing that is computed follows it. */
  readonly isWhole: boolean;
}

/** How deep wrappers and collections are looked into. */
const deepest = 6;

/**
 * The texts that a value is made of as the code has them. What a setting or the environment gives, or falls back to, is
 * none of them.
 */
export function writtenTexts(value: Value, depth = 0): readonly WrittenText[] {
  if (depth > deepest) return [];
  const inside = (one: Value): readonly WrittenText[] => writtenTexts(one, depth + 1);
  switch (value.kind) {
    case "constant":
      return written(value, true);
    case "unknown":
      return value.start === undefined ? [] : written(value.start, false);
    case "choice":
      return isFallback(value) ? [] : value.options.flatMap(inside);
    case "list":
      return value.items.flatMap(inside);
    case "dict":
      return value.entries.flatMap((entry) => inside(entry.value));
    case "operation":
      // `"http://host" + path`
      return value.op === "Add" && value.operands[0] !== undefined
        ? inside(value.operands[0]).map((text) => ({ ...text, isWhole: false }))
        : [];
    case "some":
      return value.default === undefined ? [] : inside(value.default);
    case "call":
      return wrapped(value).flatMap(inside);
    default:
      return [];
  }
}

function written(
  value: Extract<Value, { kind: "constant" }>,
  isWhole: boolean,
): readonly WrittenText[] {
  const { value: plain, written: place, isFallback: isOther } = value;
  const isBytes = typeof plain === "object" && plain !== null && "bytes" in plain;
  const text = isBytes ? plain.bytes : textOf(value);
  if (text === undefined || place === undefined || isOther || assumptionsOf(value).length > 0)
    return [];
  return [{ text, place, isWhole }];
}

/** `os.getenv("URL") or "http://…"`: what holds where nothing is configured. */
function isFallback(value: Extract<Value, { kind: "choice" }>): boolean {
  return optionsOf(value).some(
    (one) =>
      assumptionsOf(one).length > 0 ||
      (one.kind === "unknown" && (one.unset !== undefined || /setting|environment/.test(one.why))),
  );
}

/** What a wrapper such as `SecretStr(…)`, `URL(…)`, `….encode()` was given. */
function wrapped({ func, args }: Extract<Value, { kind: "call" }>): readonly Value[] {
  if (func.kind === "attribute")
    return /^(encode|get_secret_value|rstrip|strip)$/.test(func.attr) ? [func.value] : [];
  const isWrapper =
    func.kind === "external" &&
    /(^|\.)(SecretStr|Secret|URL|make_url|Any(Http)?Url|HttpUrl|str|bytes|urlparse)$/.test(
      func.name,
    );
  return isWrapper ? args.slice(0, 1) : [];
}
