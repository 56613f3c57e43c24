import { type CallV, externalName, type Value } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import type { ConstantValue, Expression } from "../python/ast/nodes";
import { dottedText } from "./place";

/** The keywords that clients take for how long they wait. */
const keywords = ["timeout", "socket_timeout", "request_timeout", "read_timeout"];
/** Classes that hold a timeout. */
const timeoutClass = /^(?:httpx\.(?:\w+\.)*Timeout|aiohttp\.(?:\w+\.)*ClientTimeout)$/;

/**
 * The timeout that a call is given, as people read it: `5s`, `none`, a setting with its default; `undefined` where it has
 * none, or one that is computed.
 */
export function timeoutOf(call: CallV, code: CodeBase): string | undefined {
  const name = keywords.find((one) => call.keywords.has(one));
  if (name === undefined) return undefined;
  const value = call.keywords.get(name);
  const node = call.node?.keywords.find(({ arg }) => arg === name)?.value;
  if (value?.kind !== "call") return timeoutText(value, node, code);
  if (!timeoutClass.test(externalName(value.func) ?? "")) return undefined;
  // `httpx.Timeout(5, connect=1)`, `aiohttp.ClientTimeout(total=5)`
  const [inner] = value.node?.args ?? [];
  const whole = ["total", "timeout"].find((one) => value.keywords.has(one));
  const given = whole === undefined ? value.args[0] : value.keywords.get(whole);
  const written = value.node?.keywords.find(({ arg }) => arg === whole)?.value ?? inner;
  return timeoutText(given, written, code);
}

function timeoutText(
  value: Value | undefined,
  node: Expression | undefined,
  code: CodeBase,
): string | undefined {
  const known = value?.kind === "constant" ? secondsText(value.value) : undefined;
  const name = node && dottedText(node);
  const last = name?.split(".").at(-1);
  if (name === undefined || (known !== undefined && !name.includes("."))) return known;
  const setting = backend.settings(code).settings.find((one) => one.name === last);
  if (setting === undefined) return known ?? name;
  const usual = known ?? (typeof setting.default === "number" ? `${setting.default}s` : undefined);
  return usual === undefined ? setting.environment : `${usual} by ${setting.environment}`;
}

function secondsText(value: ConstantValue): string | undefined {
  if (value === null) return "none";
  if (typeof value === "number") return `${value}s`;
  const isFloat = typeof value === "object" && "float" in value;
  return isFloat ? `${value.float}s` : undefined;
}
