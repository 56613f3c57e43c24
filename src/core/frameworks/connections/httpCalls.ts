import { libraryType } from "../../evaluation/library/results";
import { type CallV, externalName, type Value } from "../../evaluation/value";

const functions =
  /^(?:httpx|requests|requests\.api)\.(get|post|put|patch|delete|head|options|request|stream)$|^aiohttp\.(request)$|^urllib\.request\.(urlopen|Request)$/;
const clients =
  /^(?:httpx\.(?:Async)?Client|requests\.(?:sessions\.)?[Ss]ession|aiohttp\.(?:client\.)?ClientSession|urllib3\.PoolManager)$/;
const methods =
  /^(get|post|put|patch|delete|head|options|request|stream|ws_connect|build_request)$/;

/** What an HTTP request, or the making of a client, is given. */
export interface HttpCall {
  /** As a person names it: `httpx.get`. */
  readonly name: string;
  readonly url: Value | undefined;
  readonly headers: Value | undefined;
  readonly auth: Value | undefined;
}

/** A call that sends a request, or that makes a client for requests; `undefined` for other calls. */
export function httpCall(call: CallV): HttpCall | undefined {
  const { func, keywords, args } = call;
  const dotted = externalName(func);
  if (leavesTheNetworkAlone(call)) return undefined;
  const [headers, auth] = [keywords.get("headers"), keywords.get("auth")];
  if (dotted !== undefined) {
    if (clients.test(dotted)) {
      const base =
        keywords.get("base_url") ?? (dotted.startsWith("aiohttp.") ? args[0] : undefined);
      return { name: dotted, url: base, headers, auth };
    }
    const [, ...groups] = functions.exec(dotted) ?? [];
    const method = groups.find((one) => one !== undefined);
    if (method === undefined) return undefined;
    return { name: dotted, url: urlOf(call, method), headers, auth };
  }
  if (func.kind !== "attribute" || !methods.test(func.attr)) return undefined;
  // Behind a transport of its own an address is a name only.
  if (func.value.kind === "call" && leavesTheNetworkAlone(func.value)) return undefined;
  const client = clientName(func.value);
  return client === undefined
    ? undefined
    : { name: `${client}.${func.attr}`, url: urlOf(call, func.attr), headers, auth };
}

/** A client of the application itself, as tests have it, or over a socket of this machine. */
function leavesTheNetworkAlone({ keywords }: CallV): boolean {
  return keywords.has("transport") || keywords.has("app") || keywords.has("uds");
}

function urlOf({ args, keywords }: CallV, method: string): Value | undefined {
  return keywords.get("url") ?? args[/^(request|stream|build_request)$/.test(method) ? 1 : 0];
}

function clientName(value: Value): string | undefined {
  const type =
    value.kind === "call"
      ? (libraryType(value) ?? value.func)
      : value.kind === "some"
        ? value.type
        : undefined;
  const name = externalName(type);
  return name !== undefined && clients.test(name) ? name : undefined;
}
