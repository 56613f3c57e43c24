/** What sort of thing a dependency is, however it is called. */
export type DependencyKind =
  | "database"
  | "store"
  | "queue"
  | "storage"
  | "search"
  | "mail"
  | "service"
  | "outside";

/** The words by which people call a dependency, and the libraries that code reaches it with; the first that fits counts. */
const kinds: readonly (readonly [DependencyKind, words: RegExp, libraries: RegExp])[] = [
  [
    "search",
    /elastic|opensearch|meili|typesense|algolia|solr/i,
    /^(?:elasticsearch|opensearch|meili|typesense|algolia|pysolr)/,
  ],
  [
    "storage",
    /\bs3\b|minio|\bgcs\b|blob|bucket|object stor|file stor/i,
    /^(?:boto|aioboto|aiobotocore|minio|miniopy|s3fs|gcs|gcloud|google|azure|fsspec|cloudpathlib)/,
  ],
  [
    "store",
    /redis|valkey|memcached?|key-value/i,
    /^(?:redis|aioredis|valkey|coredis|pymemcache|aiomcache|pylibmc|memcache|aiocache|fastapi_cache|fastapi_limiter|cashews|arq|rq|huey|celery|dramatiq|taskiq|kombu|limits|slowapi)/,
  ],
  [
    "queue",
    /rabbit|kafka|\bsqs\b|\bsns\b|\bnats\b|amqp|mqtt|celery|dramatiq|broker|queue|pub\/?sub/i,
    /^(?:pika|aio_pika|kafka|aiokafka|confluent|kombu|celery|dramatiq|arq|taskiq|rq|huey|nats|faststream|propan|amqp|aioamqp|redis|aioredis|boto|aioboto|aiobotocore|google|azure|paho|aiomqtt|apscheduler)/,
  ],
  [
    "database",
    /postgres|mysql|mariadb|sqlite|mongo|oracle|sql ?server|cockroach|cassandra|clickhouse|dynamo|database|\bdb\b/i,
    /^(?:sqlalchemy|sqlmodel|advanced_alchemy|tortoise|asyncpg|psycopg|pg8000|aiopg|motor|pymongo|beanie|mongoengine|odmantic|peewee|sqlite3|aiosqlite|databases|mysql|aiomysql|asyncmy|pymysql|ormar|piccolo|pony|gino|edgedb|fastcrud|supabase|boto|aioboto|cassandra|clickhouse|asynch|neo4j|duckdb|oracledb|cx_Oracle|pyodbc|pymssql)/,
  ],
  [
    "mail",
    /smtp|e-?mail|mailer/i,
    /^(?:smtplib|aiosmtplib|fastapi_mail|emails|yagmail|redmail|sendgrid|postmarker|mailchimp|resend|boto|aioboto|httpx|requests|aiohttp)/,
  ],
];

/** The sort of a row, by its name or else by its type. `undefined` where neither says. */
export function kindOf(name: string, type: string): DependencyKind | undefined {
  for (const text of [name, type]) {
    if (/^\p{Lu}\p{L}*Service$/u.test(text) || /\binternal\b/i.test(text)) return "service";
    const [kind] = kinds.find(([, words]) => words.test(text)) ?? [];
    if (kind !== undefined) return kind;
  }
  return /\bexternal\b|\bhttp|\bapi\b|webhook|third/i.test(`${name} ${type}`)
    ? "outside"
    : undefined;
}

/** Libraries that talk to nobody, by the first part of their names; of all others one does not know. */
const quiet =
  /^(?:__future__|abc|argparse|array|ast|asyncio|base64|binascii|bisect|calendar|cmath|codecs|collections|concurrent|configparser|contextlib|contextvars|copy|csv|dataclasses|datetime|decimal|difflib|enum|errno|fnmatch|fractions|functools|gc|gettext|glob|graphlib|gzip|hashlib|heapq|hmac|html|importlib|inspect|io|ipaddress|itertools|json|keyword|locale|logging|math|mimetypes|numbers|operator|os|pathlib|pickle|platform|pprint|queue|random|re|secrets|shlex|shutil|signal|stat|statistics|string|struct|sys|tempfile|textwrap|threading|time|timeit|tomllib|traceback|types|typing|unicodedata|unittest|uuid|warnings|weakref|zipfile|zlib|zoneinfo|typing_extensions|annotated_types|fastapi|starlette|pydantic|pydantic_settings|pydantic_core|sqlalchemy|sqlmodel|alembic|aiosqlite|sqlite3|asyncpg|psycopg2?|pytest|anyio|sniffio|uvicorn|gunicorn|orjson|ujson|yaml|dotenv|decouple|jose|jwt|passlib|bcrypt|argon2|cryptography|itsdangerous|email_validator|phonenumbers|dateutil|pytz|babel|slugify|jinja2|markupsafe|structlog|loguru|prometheus_client|opentelemetry|tenacity|backoff|attrs?|numpy|pandas|PIL|rich|click|typer|fastapi_pagination|multipart|redis|aioredis|celery|dramatiq|arq|taskiq|rq|cachetools)(?:\.|$)/;

/**
 * Whether code that imports some modules can reach a dependency of a sort. @param imports dotted names, those of the
 * project left out
 */
export function mayReach(kind: DependencyKind, name: string, imports: readonly string[]): boolean {
  const libraries = kinds.find(([one]) => one === kind)?.[2];
  const words = name.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return imports.some((one) => {
    const [first = ""] = one.split(".");
    if (first.length > 2 && words.includes(first.toLowerCase())) return true;
    return libraries === undefined ? !quiet.test(one) : libraries.test(one);
  });
}
