import { type CallV, externalName, textOf, type Value } from "../../evaluation/value";
import { awsClients, awsServices, awsSessions, clients } from "./clientTable";
import type { Dependency } from "./dependency";

/** What a call of a client library talks to; `undefined` for other calls. */
export function clientOf(call: CallV): Dependency | undefined {
  const { func, place } = call;
  const aws = awsKind(call);
  if (aws !== undefined) return { ...aws, place };
  const dotted = externalName(func);
  if (dotted === undefined) return undefined;
  const [kind] = clients.find(([, names]) => names.test(dotted)) ?? [];
  if (kind === undefined) return undefined;
  const name = kind === "http" ? origin(call, dotted) : undefined;
  return name === undefined ? { kind, place } : { kind, name, place };
}

/** Scheme and host that an HTTP client or request goes to, as far as they are written. */
function origin({ args, keywords }: CallV, dotted: string): string | undefined {
  const isRequest = /\.(request|stream)$/.test(dotted);
  const isClient = /\.(Client|AsyncClient|Session|session|ClientSession|PoolManager)$/.test(dotted);
  const position = isRequest
    ? args[1]
    : isClient && !dotted.startsWith("aiohttp.")
      ? undefined
      : args[0];
  const given = keywords.get("base_url") ?? keywords.get("url") ?? position;
  return given === undefined ? undefined : originOf(given);
}

function originOf(url: Value): string | undefined {
  const text = textOf(url);
  return /^https?:\/\/[^/?#]+/.exec(text ?? "")?.[0];
}

function awsKind({ func, args, keywords }: CallV): Omit<Dependency, "place"> | undefined {
  const dotted = externalName(func);
  const isMethod =
    func.kind === "attribute" &&
    /^(client|resource|create_client)$/.test(func.attr) &&
    func.value.kind === "call" &&
    awsSessions.test(externalName(func.value.func) ?? "");
  if (!isMethod && (dotted === undefined || !awsClients.test(dotted))) return undefined;
  const service = textOf(args[0] ?? keywords.get("service_name"));
  if (service === undefined) return { kind: "aws" };
  return { kind: awsServices[service] ?? `aws-${service}`, name: service };
}
