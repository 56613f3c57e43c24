/** Where an address leads: to the machine or network the code runs in, to the world, or where no setting would change it. */
export type Reach = "private" | "public" | "reserved";

/** What a text says of a host. */
export interface Address {
  /** `undefined` for a bare host. */
  readonly scheme: string | undefined;
  readonly host: string;
  readonly port: string | undefined;
  readonly reach: Reach;
  /** Whether a password stands in it. */
  readonly hasPassword: boolean;
}

const url =
  /^([a-z][\w.]*(?:\+\w+)*):\/\/(?:([^\s/?#@]*)@)?(\[[\da-f:]+\]|[^\s/?#:@,[\]{}<>]+)?(?::(\d+))?(?=[/?#,]|$)\S*$/i;

/** The host of a URL such as `redis://cache:6379/0`; `undefined` for a text that is none, or that has no host. */
export function addressOf(text: string): Address | undefined {
  const [, scheme, user, host, port] = url.exec(text) ?? [];
  if (scheme === undefined || host === undefined) return undefined;
  const password = user?.split(":").slice(1).join(":") ?? "";
  return {
    scheme: scheme.toLowerCase(),
    host,
    port,
    reach: reachOf(host),
    hasPassword: password !== "" && !/^[{<$]/.test(password),
  };
}

/** A URL of which the rest is computed: its host counts only where something ends it. */
export function addressAtStart(text: string): Address | undefined {
  const [start] = /^[a-z][\w.]*(?:\+\w+)*:\/\/[^\s/?#]+(?=[/?#])/i.exec(text) ?? [];
  const written = start ?? /^\w+:\/\/[^\s/?#]+:\d+$/.exec(text)?.[0];
  return written === undefined ? undefined : addressOf(written);
}

/** A bare `host` or `host:port`, as clients of databases and queues take it. */
export function hostOf(text: string): Address | undefined {
  const [, host, port] = /^([\w-]+(?:\.[\w-]+)*|::1)(?::(\d{2,5}))?$/.exec(text) ?? [];
  if (host === undefined) return undefined;
  const reach = reachOf(host);
  // A single word is a host of the network only where a client takes it for one.
  return { scheme: undefined, host, port, reach, hasPassword: false };
}

/**
 * Whether an address can only be one of the machine or its network: a single word may be no host at all, and the loopback
 * without a port is the same wherever the code runs.
 */
export function isSurelyPrivate({ reach, host, port }: Address): boolean {
  if (reach !== "private") return false;
  return port !== undefined || (/[.:]/.test(host) && !/^127\.|^0\.0\.0\.0$/.test(host));
}

/** https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc6761 */
function reachOf(host: string): Reach {
  if (/(^|\.)example(\.(com|org|net))?$|(^|\.)(test|invalid)$|^testserver$/i.test(host))
    return "reserved";
  // Where clouds tell a machine what it is: the same everywhere.
  if (host === "169.254.169.254" || host === "metadata.google.internal") return "reserved";
  if (/^(127|10)\.\d|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^0\.0\.0\.0$|^\[/.test(host))
    return "private";
  if (/\.(local|localhost|internal|lan|intranet|corp|home)$/i.test(host)) return "private";
  return host.includes(".") ? "public" : "private";
}
