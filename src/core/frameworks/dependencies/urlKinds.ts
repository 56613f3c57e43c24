import { nameTable } from "../../text/nameTable";

/** Kinds by the scheme of a URL, without the driver after `+`. */
const schemes: Readonly<Record<string, string>> = nameTable({
  postgresql: "postgresql",
  postgres: "postgresql",
  asyncpg: "postgresql",
  psycopg: "postgresql",
  cockroachdb: "cockroachdb",
  mysql: "mysql",
  mariadb: "mysql",
  asyncmy: "mysql",
  sqlite: "sqlite",
  mssql: "mssql",
  oracle: "oracle",
  clickhouse: "clickhouse",
  snowflake: "snowflake",
  bigquery: "bigquery",
  mongodb: "mongodb",
  redis: "redis",
  rediss: "redis",
  amqp: "rabbitmq",
  amqps: "rabbitmq",
  pyamqp: "rabbitmq",
  kafka: "kafka",
  nats: "nats",
  mqtt: "mqtt",
  sqs: "sqs",
  smtp: "smtp",
  ldap: "ldap",
  ldaps: "ldap",
  memcached: "memcached",
  s3: "s3",
});

/** Databases that SQLAlchemy and its kind connect to. */
export const databases: ReadonlySet<string> = new Set([
  "postgresql",
  "cockroachdb",
  "mysql",
  "sqlite",
  "mssql",
  "oracle",
  "clickhouse",
  "snowflake",
  "bigquery",
]);

/** What a scheme such as `postgresql+asyncpg` leads to. */
export function schemeKind(scheme: string): string | undefined {
  return schemes[(scheme.split("+")[0] ?? scheme).toLowerCase()];
}

/** What a URL leads to; a scheme alone, as for putting URLs together, leads nowhere. */
export function urlKind(url: string): string | undefined {
  const [, scheme, rest] = /^([A-Za-z][\w.]*(?:\+\w+)?):\/\/(.*)$/s.exec(url) ?? [];
  if (scheme === undefined) return undefined;
  const isSqlite = scheme.toLowerCase().startsWith("sqlite");
  return rest === "" || (rest === "/" && !isSqlite) ? undefined : schemeKind(scheme);
}

/** Pydantic's types of URLs (https://docs.pydantic.dev/latest/api/networks/). */
const types: Readonly<Record<string, string>> = nameTable({
  PostgresDsn: "postgresql",
  CockroachDsn: "cockroachdb",
  MySQLDsn: "mysql",
  MariaDBDsn: "mysql",
  ClickHouseDsn: "clickhouse",
  SnowflakeDsn: "snowflake",
  MongoDsn: "mongodb",
  RedisDsn: "redis",
  AmqpDsn: "rabbitmq",
  KafkaDsn: "kafka",
  NatsDsn: "nats",
});

/** What a type of URL, as it is written, leads to. */
export function typeKind(type: string): string | undefined {
  const kinds = new Set([...type.matchAll(/\b\w+Dsn\b/g)].flatMap(([name]) => types[name] ?? []));
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}
