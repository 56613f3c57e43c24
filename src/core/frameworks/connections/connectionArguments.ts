import { type CallV, externalName, optionsOf, textOf, type Value } from "../../evaluation/value";
import { clientOf } from "../dependencies/clients";
import { awsClients, awsSessions, engines } from "../dependencies/clientTable";
import { bucketArguments } from "./buckets";
import { httpCall } from "./httpCalls";
import { secretArguments } from "./secretArguments";

/** What a value is to the call that it is given to. */
export type ConnectionRole =
  /** A URL that it connects to, or sends a request to. */
  | "address"
  /** A host, with or without port, or a URL. */
  | "host"
  /** The URL of a database. */
  | "database"
  /** Where the application's own clients come from. */
  | "origin"
  | "credential"
  | "bucket"
  /** What is on or off by where the application runs. */
  | "flag";

/** A value that says with whom, and as whom, the application talks. */
export interface ConnectionArgument {
  readonly role: ConnectionRole;
  readonly value: Value;
  /** What is called, as a person names it. */
  readonly to: string;
}

const addressKeyword =
  /^(url|uri|dsn|base_?url|endpoint(_url)?|api_(url|base|host|endpoint)|broker(_url)?|(result_)?backend|conn(ection_string|info)|service_url|account_url|webhook_url|server_url|azure_endpoint)$/i;
const hostKeyword =
  /^(hosts?|hostname|servers?|bootstrap_servers|address|nodes|contact_points|mail_server|smtp_server)$/i;
const credentialKeyword =
  /^((mail_)?password|passwd|passphrase|secret(_key)?|client_secret|api_?key|(auth|access|bot)?_?token|(aws_)?(secret_)?access_key(_id)?|aws_session_token|sasl_plain_password|account_key|private_key|signing_secret)$/i;

const secretHeader = /^(authorization|cookie|(x-)?(api-?key|auth-token|access-token|auth-key))$/;

/** Clients that take their credential by position. */
const credentialAt: Readonly<Record<string, number>> = {
  telegram: 0,
  sendgrid: 0,
  github: 0,
  postmark: 0,
  twilio: 1,
};

/** Clients whose first argument is a host. */
const hostFirst =
  /^(redis|smtp|mongodb|memcached|imap|ftp|ldap|influxdb|cassandra|elasticsearch|opensearch|clickhouse|s3|rabbitmq|kafka|zookeeper|consul|etcd|grpc)$/;

/** What a call is given of addresses, credentials and the like; nothing for calls that connect to nothing. */
export function connectionArguments(call: CallV): readonly ConnectionArgument[] {
  return [
    ...clientArguments(call),
    ...httpArguments(call),
    ...secretArguments(call),
    ...bucketArguments(call),
    ...originArguments(call),
    ...flagArguments(call),
  ];
}

function clientArguments(call: CallV): readonly ConnectionArgument[] {
  const { func, args, keywords } = call;
  const name = externalName(func) ?? (func.kind === "attribute" ? func.attr : "");
  if (engines.has(name)) {
    const url = args[0] ?? keywords.get("url");
    return url === undefined ? [] : [{ role: "database", value: url, to: name }];
  }
  const kind = clientOf(call)?.kind ?? (isOther(name) ? "other" : undefined);
  if (kind === undefined || kind === "http") return [];
  const found = [...keywords].flatMap(([keyword, value]): readonly ConnectionArgument[] => {
    const role = roleOf(keyword);
    return role === undefined ? [] : [{ role, value, to: name }];
  });
  const [first] = args;
  const at = credentialAt[kind];
  const secret = at === undefined ? undefined : args[at];
  if (secret !== undefined) return [...found, { role: "credential", value: secret, to: name }];
  // `session.client("s3")` names the service.
  const isNamed = /(^|\.)(client|resource)$/.test(name);
  if (first !== undefined && !isNamed && !awsClients.test(name) && !awsSessions.test(name)) {
    found.push({ role: hostFirst.test(kind) ? "host" : "address", value: first, to: name });
  }
  return found;
}

function roleOf(keyword: string): ConnectionRole | undefined {
  if (addressKeyword.test(keyword)) return "address";
  if (hostKeyword.test(keyword)) return "host";
  return credentialKeyword.test(keyword) ? "credential" : undefined;
}

/** Objects that connect and are no client of one service: applications of Celery, mail settings, websockets. */
function isOther(name: string): boolean {
  return (
    awsSessions.test(name) ||
    /^celery\.(app\.)?(base\.)?Celery$|^sqlalchemy\.(engine\.)?(url\.)?URL\.create$|^pydantic\w*\.(\w+\.)*\w*Dsn\.build$|^fastapi_mail\.ConnectionConfig$|^websockets\.(\w+\.)*connect$|^socketio\.(\w+\.)*connect$/.test(
      name,
    )
  );
}

function httpArguments(call: CallV): readonly ConnectionArgument[] {
  const http = httpCall(call);
  if (http === undefined) return [];
  const { name: to, url, headers, auth } = http;
  const found: ConnectionArgument[] = [];
  if (url !== undefined) found.push({ role: "address", value: url, to });
  if (auth?.kind === "list" && auth.items[1] !== undefined)
    found.push({ role: "credential", value: auth.items[1], to });
  for (const { key, value } of headers?.kind === "dict" ? headers.entries : []) {
    const name = textOf(key)?.toLowerCase() ?? "";
    // Of the header for all schemes only a value with its scheme is a credential.
    const isBare = name === "authorization" && !/^\w+ \S/.test(textOf(value) ?? "");
    if (secretHeader.test(name) && !isBare) found.push({ role: "credential", value, to });
  }
  return found;
}

/** `app.add_middleware(CORSMiddleware, allow_origins=[…])`: the application's own hosts. */
function originArguments({ func, args, keywords }: CallV): readonly ConnectionArgument[] {
  const isAdded = func.kind === "attribute" && func.attr === "add_middleware";
  const middleware = isAdded || /\.Middleware$/.test(externalName(func) ?? "") ? args[0] : func;
  const name = externalName(middleware)?.split(".").at(-1);
  if (name !== "CORSMiddleware" && name !== "TrustedHostMiddleware") return [];
  const value = keywords.get(name === "CORSMiddleware" ? "allow_origins" : "allowed_hosts");
  return value === undefined ? [] : [{ role: "origin", value, to: name }];
}

/** `FastAPI(debug=True)`, `create_engine(url, echo=True)`. */
function flagArguments({ func, keywords }: CallV): readonly ConnectionArgument[] {
  const name = externalName(func) ?? "";
  const flag = /^(fastapi|starlette)\.(\w+\.)*(FastAPI|Starlette)$/.test(name)
    ? "debug"
    : engines.has(name)
      ? "echo"
      : undefined;
  const value = flag && keywords.get(flag);
  const isOn =
    value !== undefined &&
    optionsOf(value).some((one) => one.kind === "constant" && one.value === true);
  return isOn ? [{ role: "flag", value, to: `${flag} of ${name}` }] : [];
}
