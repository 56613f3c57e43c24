/**
 * Functions and classes of client libraries, by their dotted name, that open a connection or stand for a service; an
 * import alone does not. Where names are spelled in more than one way, the pattern has them all. The first that fits counts.
 */
export const clients: readonly (readonly [kind: string, names: RegExp])[] = [
  [
    "redis",
    /^(?:redis|aioredis)(?:\.asyncio)?(?:\.client|\.cluster|\.sentinel)?\.(?:Redis|StrictRedis|RedisCluster|Sentinel|from_url|create_redis(?:_pool)?|create_pool|create_connection)(?:\.from_url|\.from_pool)?$/,
  ],
  [
    "redis",
    /^(?:redis|aioredis)(?:\.asyncio)?(?:\.connection)?\.(?:Blocking)?ConnectionPool(?:\.from_url)?$/,
  ],
  ["redis", /^arq\.(?:connections\.)?(?:RedisSettings(?:\.from_dsn)?|create_pool)$/],
  [
    "redis",
    /^(?:dramatiq\.brokers\.redis\.RedisBroker|taskiq_redis\..*(?:Broker|Backend|Source)|aiocache\.(?:\w+\.)*RedisCache|fastapi_cache\.backends\.redis\.RedisBackend|fastapi_limiter\.FastAPILimiter\.init|huey\.\w*RedisHuey|coredis\.Redis(?:\.from_url)?)$/,
  ],
  [
    "rabbitmq",
    /^(?:aio_pika\.connect(?:_robust)?|pika\.(?:BlockingConnection|SelectConnection|URLParameters|ConnectionParameters)|dramatiq\.brokers\.rabbitmq\.RabbitmqBroker|taskiq_aio_pika\.AioPikaBroker|faststream\.rabbit\.(?:\w+\.)*Rabbit(?:Broker|Router)|propan\.RabbitBroker)$/,
  ],
  [
    "kafka",
    /^(?:aiokafka\.(?:\w+\.)*AIOKafka(?:Producer|Consumer|Client)|kafka\.Kafka(?:Producer|Consumer|AdminClient)|confluent_kafka\.(?:\w+\.)*(?:Producer|Consumer|AdminClient|SerializingProducer|DeserializingConsumer)|faststream\.(?:kafka|confluent)\.(?:\w+\.)*Kafka(?:Broker|Router))$/,
  ],
  ["nats", /^(?:nats\.connect|taskiq_nats\..*Broker|faststream\.nats\.NatsBroker)$/],
  [
    "mqtt",
    /^(?:paho\.mqtt\.client\.Client|aiomqtt\.Client|asyncio_mqtt\.Client|fastapi_mqtt\.FastMQTT)$/,
  ],
  [
    "mongodb",
    /^(?:motor\.motor_asyncio\.AsyncIOMotorClient|motor\.motor_tornado\.MotorClient|pymongo\.(?:\w+\.)*(?:Async)?MongoClient|mongoengine\.connect)$/,
  ],
  [
    "postgresql",
    /^(?:asyncpg\.(?:connect|create_pool)|psycopg\.connect|psycopg\.(?:Async)?Connection\.connect|psycopg2\.connect|psycopg2\.pool\.\w+|psycopg_pool\.\w*ConnectionPool|aiopg\.(?:connect|create_pool|sa\.create_engine)|pg8000\.\w*\.?connect|peewee\.Postgresql\w*Database|playhouse\.\w+\.Postgresql\w*Database)$/,
  ],
  [
    "mysql",
    /^(?:(?:aiomysql|asyncmy)\.(?:connect|create_pool)|(?:pymysql|MySQLdb|mysql\.connector)\.connect|peewee\.MySQLDatabase)$/,
  ],
  ["sqlite", /^(?:sqlite3\.connect|aiosqlite\.connect|peewee\.SqliteDatabase)$/],
  ["mssql", /^(?:pymssql\.connect|pyodbc\.connect|aioodbc\.(?:connect|create_pool))$/],
  ["oracle", /^(?:oracledb|cx_Oracle)\.(?:connect|create_pool|SessionPool)(?:_async)?$/],
  ["cassandra", /^cassandra\.cluster\.Cluster$/],
  [
    "clickhouse",
    /^(?:clickhouse_connect\.(?:get_client|get_async_client|create_client)|clickhouse_driver\.(?:Client(?:\.from_url)?|connect)|aiochclient\.ChClient|asynch\.connect)$/,
  ],
  ["neo4j", /^neo4j\.(?:Async)?GraphDatabase\.driver$/],
  ["influxdb", /^influxdb(?:_client(?:_3)?)?\.(?:\w+\.)*InfluxDB\w*Client\w*$/],
  ["snowflake", /^snowflake\.connector\.connect$/],
  ["supabase", /^supabase\.(?:create_client|acreate_client|create_async_client)$/],
  ["elasticsearch", /^(?:elasticsearch|elasticsearch8|elasticsearch7)\.(?:Async)?Elasticsearch$/],
  ["opensearch", /^opensearchpy\.(?:Async)?OpenSearch$/],
  ["meilisearch", /^(?:meilisearch\.Client|meilisearch_python_sdk\.(?:Async)?Client)$/],
  ["typesense", /^typesense\.Client$/],
  ["algolia", /^algoliasearch\..*(?:SearchClient(?:\.create)?|SearchClientSync)$/],
  ["qdrant", /^qdrant_client\.(?:Async)?QdrantClient$/],
  ["pinecone", /^pinecone\.(?:\w+\.)*(?:Pinecone|init)$/],
  ["weaviate", /^weaviate\.(?:Client|connect_to_\w+|use_async_with_\w+)$/],
  ["chroma", /^chromadb\.(?:Http|AsyncHttp|Persistent)?Client$/],
  ["milvus", /^pymilvus\.(?:MilvusClient|connections\.connect)$/],
  [
    "memcached",
    /^(?:pymemcache\.(?:\w+\.)*(?:\w*Client)|aiomcache\.Client|pylibmc\.Client|memcache\.Client|aiocache\.(?:\w+\.)*MemcachedCache)$/,
  ],
  ["s3", /^minio\.Minio$|^miniopy_async\.Minio$|^s3fs\.S3FileSystem$/],
  [
    "gcs",
    /^google\.cloud\.storage\.Client(?:\.from_service_account_\w+)?$|^gcloud\.aio\.storage\.Storage$|^gcsfs\.GCSFileSystem$/,
  ],
  ["google-pubsub", /^google\.cloud\.pubsub(?:_v1)?\.(?:Publisher|Subscriber)Client$/],
  ["bigquery", /^google\.cloud\.bigquery\.Client(?:\.from_\w+)?$/],
  ["firestore", /^google\.cloud\.firestore\.(?:Async)?Client$/],
  ["firebase", /^firebase_admin\.initialize_app$/],
  [
    "azure-blob",
    /^azure\.storage\.blob(?:\.aio)?\.(?:BlobServiceClient|ContainerClient|BlobClient)(?:\.from_\w+)?$/,
  ],
  ["azure-service-bus", /^azure\.servicebus(?:\.aio)?\.ServiceBusClient(?:\.from_\w+)?$/],
  ["azure-key-vault", /^azure\.keyvault\.\w+(?:\.aio)?\.\w+Client$/],
  ["cosmosdb", /^azure\.cosmos(?:\.aio)?\.CosmosClient(?:\.from_\w+)?$/],
  [
    "smtp",
    /^(?:smtplib\.(?:SMTP|SMTP_SSL|LMTP)|aiosmtplib\.(?:SMTP|send)|fastapi_mail\.FastMail|emails\.(?:Message|html|Html)|yagmail\.SMTP|redmail\.EmailSender)$/,
  ],
  ["sendgrid", /^sendgrid\.(?:\w+\.)*SendGridAPIClient$/],
  ["postmark", /^postmarker\.core\.PostmarkClient$/],
  ["mailchimp", /^mailchimp_\w+\.Client$/],
  ["resend", /^resend\.Emails\.send$/],
  ["twilio", /^twilio\.rest\.Client$/],
  [
    "stripe",
    /^stripe\.(?:StripeClient|(?:\w+\.)*[A-Z]\w*\.(?:\w+\.)*(?:create|retrieve|list|modify|delete|construct_event|cancel|confirm|search)(?:_async)?)$/,
  ],
  ["paypal", /^paypalrestsdk\.configure$/],
  [
    "openai",
    /^openai\.(?:Async)?(?:Azure)?OpenAI$|^openai\.(?:ChatCompletion|Completion|Embedding)\.a?create$|^langchain_openai\.\w+$/,
  ],
  ["anthropic", /^anthropic\.(?:Async)?Anthropic(?:Bedrock|Vertex)?$|^langchain_anthropic\.\w+$/],
  ["google-genai", /^google\.(?:genai\.Client|generativeai\.configure)$/],
  ["mistral", /^mistralai\.(?:\w+\.)*Mistral(?:Client)?$/],
  ["ollama", /^ollama\.(?:Async)?Client$/],
  ["sentry", /^sentry_sdk\.init$/],
  ["rollbar", /^rollbar\.init$/],
  ["datadog", /^(?:datadog\.initialize|ddtrace\.patch_all)$/],
  ["newrelic", /^newrelic\.agent\.initialize$/],
  ["logfire", /^logfire\.configure$/],
  ["posthog", /^posthog\.Posthog$/],
  [
    "slack",
    /^slack_sdk\.(?:\w+\.)*(?:Async)?(?:WebClient|AsyncWebClient|WebhookClient|AsyncWebhookClient)$|^slack_bolt\.(?:\w+\.)*(?:Async)?App$/,
  ],
  [
    "telegram",
    /^(?:telebot\.(?:\w+\.)*(?:Async)?TeleBot|aiogram\.Bot|telegram\.Bot|telegram\.ext\.ApplicationBuilder)$/,
  ],
  ["discord", /^(?:discord\.(?:Client|Webhook\.from_url)|discord_webhook\.DiscordWebhook)$/],
  ["github", /^github\.Github$/],
  ["ldap", /^(?:ldap\.initialize|ldap3\.Connection|ldap3\.Server|bonsai\.LDAPClient)$/],
  ["vault", /^hvac\.Client$/],
  ["consul", /^consul\.(?:\w+\.)*Consul$/],
  ["etcd", /^etcd3\.client$/],
  ["keycloak", /^keycloak\.Keycloak(?:OpenID|Admin)$/],
  ["docker", /^docker\.(?:from_env|DockerClient)$|^aiodocker\.Docker$/],
  ["kubernetes", /^kubernetes(?:_asyncio)?\.config\.load_\w+$/],
  ["grpc", /^grpc(?:\.aio)?\.(?:insecure|secure)_channel$|^grpclib\.client\.Channel$/],
  ["ssh", /^paramiko\.SSHClient$|^asyncssh\.connect$/],
  ["ftp", /^ftplib\.FTP(?:_TLS)?$|^aioftp\.Client$/],
  ["imap", /^imaplib\.IMAP4(?:_SSL)?$/],
  ["zookeeper", /^kazoo\.client\.KazooClient$/],
  ["http", /^httpx\.(?:Client|AsyncClient|get|post|put|patch|delete|head|options|request|stream)$/],
  ["http", /^requests\.(?:Session|session|get|post|put|patch|delete|head|options|request)$/],
  [
    "http",
    /^aiohttp\.(?:client\.)?(?:ClientSession|request)$|^urllib3\.PoolManager$|^urllib\.request\.urlopen$|^http\.client\.HTTPS?Connection$/,
  ],
];

/** Services of Amazon by the name that a client is made for; of others the name follows `aws-`. */
export const awsServices: Readonly<Record<string, string>> = {
  s3: "s3",
  sqs: "sqs",
  sns: "sns",
  ses: "ses",
  sesv2: "ses",
  dynamodb: "dynamodb",
};

/** Classes and functions that make a client for the service they are given the name of. */
export const awsClients =
  /^(?:boto3|aioboto3)\.(?:client|resource)$|^(?:boto3|aioboto3)\.(?:session\.)?Session\.(?:client|resource)$/;

/** Sessions with methods `client` and `resource`, or `create_client`. */
export const awsSessions =
  /^(?:boto3|aioboto3)\.(?:session\.)?Session$|^(?:aiobotocore|botocore)\.session\.(?:get_session|AioSession|Session)$/;

/** Functions that connect to the database at a URL, which is their first argument. */
export const engines: ReadonlySet<string> = new Set([
  "sqlalchemy.create_engine",
  "sqlalchemy.engine.create_engine",
  "sqlalchemy.create_async_engine",
  "sqlalchemy.ext.asyncio.create_async_engine",
  "sqlalchemy.ext.asyncio.engine.create_async_engine",
  "sqlmodel.create_engine",
  "databases.Database",
  "databases.core.Database",
  "kombu.Connection",
  "playhouse.db_url.connect",
]);
