import { ancestors } from "../../evaluation/classes";
import {
  type CallV,
  externalName,
  isConstant,
  optionsOf,
  textOf,
  usualOf,
  type Value,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { backend } from "../backend";

const middleware = /^(starlette|fastapi)\.middleware\.cors\.CORSMiddleware$/;

/**
 * What makes a call let every site read answers that are meant for a logged-in user: the argument's name; `undefined` for
 * a call that sets up no CORS, or not so (https://www.starlette.io/middleware/#corsmiddleware). With credentials Starlette
 * answers `*` with the origin that asks, so that browsers take it.
 */
export function openCorsArgument(call: CallV, code: CodeBase): string | undefined {
  const { func, args, keywords } = call;
  const isCors = [func, ...args, ...keywords.values()].some(isCorsMiddleware);
  const credentials = keywords.get("allow_credentials");
  if (!isCors || credentials === undefined || !isConstant(usualOf(credentials), true))
    return undefined;
  if (isEveryOf(keywords.get("allow_origins"), hasWildcard)) return "allow_origins";
  if (isEveryOf(keywords.get("allow_origin_regex"), matchesAll)) return "allow_origin_regex";
  return isOpenSetting(call, code) ? "allow_origins" : undefined;
}

/** Whether the origins are a setting whose default is a wildcard, of an object of which only the type is known. */
function isOpenSetting({ keywords, node }: CallV, code: CodeBase): boolean {
  const written = node?.keywords.find(({ arg }) => arg === "allow_origins")?.value;
  if (keywords.get("allow_origins")?.kind === "list" || written?.nodeType !== "Attribute") {
    return false;
  }
  const named = backend.settings(code).settings.filter(({ name }) => name === written.attr);
  return named.length > 0 && named.every((one) => /^\[?["']?\*["']?\]?$/.test(String(one.default)));
}

function isCorsMiddleware(value: Value): boolean {
  const classes = value.kind === "class" ? ancestors(value) : [value];
  return classes.some((one) => middleware.test(externalName(one) ?? ""));
}

function isEveryOf(value: Value | undefined, test: (option: Value) => boolean): boolean {
  return value !== undefined && optionsOf(usualOf(value)).every(test);
}

/** `["*"]`, also among others, and `"*"` itself, of which Starlette asks only whether `"*"` is in it. */
function hasWildcard(value: Value): boolean {
  return value.kind === "list"
    ? value.items.some((item) => textOf(item) === "*")
    : textOf(value) === "*";
}

/** Sites that no pattern of one's own sites matches. */
const strangers = ["https://attacker.example", "https://x7.invalid:8443"];

function matchesAll(value: Value): boolean {
  const pattern = textOf(value);
  if (pattern === undefined) return false;
  try {
    const regex = new RegExp(`^(?:${pattern})$`);
    return strangers.every((site) => regex.test(site));
  } catch {
    // Python's patterns know more than these do.
    return false;
  }
}
