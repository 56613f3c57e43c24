import { classNameOf } from "../../names";
import { bullets, fence, type Line, paragraph, type Span, steps } from "../blocks";
import { expected } from "../expected";
import { configurationRows, inputRows, latencyOf } from "../shared/operation";
import { countersOf, dependencyMetrics, tableOf } from "../shared/parts";
import type { SectionWriter } from "../writer";

/** How the service is watched, protected and run: Observability to Testing Strategy. */
export const operation: Readonly<Record<string, SectionWriter>> = {
  metrics: ({ snakeName, content: { operations, dependencies, events } }) => [
    fence(
      "text",
      "# requests by method and outcome",
      `${snakeName}_requests_total{method, outcome}`,
      "# how long they take, as a histogram",
      `${snakeName}_request_duration_seconds{method}`,
      ...(operations.length > 0
        ? ["# what was done", ...operations.flatMap(countersOf(snakeName)).map(({ name }) => name)]
        : []),
      ...dependencies.flatMap(({ id, name }) => [
        `# calls to ${name}`,
        ...dependencyMetrics(snakeName, id),
      ]),
      ...(events.length > 0
        ? ["# events", `${snakeName}_events_published_total{event_type, outcome}`]
        : []),
      "# TODO: a counter for each result that matters to the business",
    ),
  ],

  logging: ({ slug }) => [
    paragraph(
      "One JSON object a line, on standard output. Data that Sensitive Data Handling keeps out of logs occurs ",
      "in none of them.",
    ),
    fence(
      "json",
      "{",
      '  "timestamp": "<ISO 8601, UTC>",',
      '  "level": "<DEBUG, INFO, WARN or ERROR>",',
      `  "service": ${JSON.stringify(slug)},`,
      '  "message": "<what happened>",',
      '  "request_id": "<as in the response>",',
      '  "trace_id": "<of the request>",',
      '  "duration_ms": "<number, where something was measured>"',
      "}",
    ),
  ],

  tracing: () => [
    bullets(
      ["A request joins the trace of its caller (", { code: "traceparent" }, "), or starts one."],
      "Each method of the interface is a span, and so is each call to a dependency.",
      "Calls to other services and messages to queues carry the trace on.",
    ),
  ],

  alerts: ({ className, snakeName, content: { dependencies, operations } }, section) =>
    operations.length + dependencies.length === 0
      ? undefined
      : tableOf(section, [
          [
            `${className}Errors`,
            proposal("More than 5% of requests fail for 5m"),
            proposal("Critical"),
            proposal("Page on-call"),
          ],
          [
            `${className}Slow`,
            [
              "P95 of ",
              { code: `${snakeName}_request_duration_seconds` },
              " ",
              proposal("beyond its target for 10m"),
            ],
            proposal("Warning"),
            proposal("Tell the team"),
          ],
          ...dependencies.map(({ id, name, isRaised }) => [
            `${className}${classNameOf(name)}Down`,
            [
              { code: `${snakeName}_${id}_requests_total` },
              " ",
              proposal("fails for more than half of the calls for 2m"),
            ],
            proposal(isRaised ? "Critical" : "Warning"),
            proposal(isRaised ? "Page on-call" : "Tell the team"),
          ]),
        ]),

  "input-validation": ({ content: { entities } }, section) =>
    tableOf(section, entities.flatMap(inputRows)),

  "sensitive-data": ({ content: { sensitive } }, section) =>
    tableOf(
      section,
      sensitive.map((name) => [
        name,
        proposal("Encrypted at rest"),
        proposal("TLS 1.3"),
        "Never",
        { todo: "how long it is kept" },
      ]),
    ),

  audit: ({ content: { operations } }) => {
    const changes = operations.filter(({ kind }) => kind !== "read" && kind !== "list");
    if (changes.length === 0) return undefined;
    return [
      bullets(
        ...changes.map(
          ({ method }): Line => [{ code: method }, ": who, when, and the id of the record"],
        ),
        ["Kept for ", { todo: "how long, and who may read it" }],
      ),
    ];
  },

  latency: ({ content: { operations, dependencies } }, section) =>
    tableOf(
      section,
      operations.map((operation) => {
        const { p50, p95, p99, timeout } = latencyOf(operation, dependencies);
        return [operation.method, ...[p50, p95, p99, timeout].map(proposal)];
      }),
    ),

  database: ({ content: { dependencies, entities } }) => {
    if (!dependencies.some(({ kind }) => kind === "postgresql")) return undefined;
    const indexed = entities.flatMap(({ className, fields }) =>
      fields
        .filter(({ index, unique, type }) => index || unique || type.kind === "ref")
        .map(({ name }) => `${className}.${name}`),
    );
    return [
      bullets(
        [{ strong: "Connection pool" }, ": ", proposal("5 to 20 connections")],
        [{ strong: "Queries for each request" }, ": ", proposal("at most 5, none for each row")],
        ...indexed.map((name): Line => [{ strong: "Index" }, ": ", { code: name }]),
        ...entities.map(
          ({ className }): Line => [
            { strong: "Order of lists" },
            ": ",
            { code: `${className}.created_at, ${className}.id` },
          ],
        ),
      ),
    ];
  },

  caching: ({ content: { dependencies, operations } }, section) => {
    const caches = dependencies.filter(({ kind }) => kind === "redis");
    const read = operations.find(({ kind }) => kind === "read") ?? operations[0];
    return tableOf(
      section,
      caches.map(({ name }) => [
        name,
        read ? ["Answers of ", { code: read.method }] : { todo: "what is cached" },
        proposal("300s"),
        proposal("On each change of the record"),
      ]),
    );
  },

  "circuit-breaker": ({ content: { dependencies } }) => {
    const external = dependencies.filter(({ isExternal }) => isExternal);
    if (external.length === 0) return undefined;
    return [
      fence(
        "python",
        "CIRCUIT_BREAKERS = {",
        ...external.flatMap(({ id }) => [
          `    ${JSON.stringify(id)}: {`,
          '        "failures_to_open": 5,  # proposed',
          '        "seconds_open": 30,  # proposed',
          '        "trials_to_close": 3,  # proposed',
          "    },",
        ]),
        "}",
      ),
    ];
  },

  "test-requirements": ({ content: { operations, rules } }, section) =>
    operations.length === 0
      ? undefined
      : tableOf(section, [
          [
            "Unit",
            proposal("90%"),
            "pytest",
            rules.length > 0 ? rules.map(({ id }) => id).join(", ") : "Business logic",
          ],
          ...operations.map(({ method, http, raises }): Line[] => [
            "Integration",
            proposal("Each outcome"),
            "pytest, httpx",
            [
              { code: method },
              `: ${[String(http.status), ...raises.map(({ name }) => name)].join(", ")}`,
            ],
          ]),
          [
            "Load",
            proposal("Latency targets"),
            proposal("k6"),
            operations.map(({ method }) => method).join(", "),
          ],
        ]),

  "rate-limits": () => [
    fence(
      "python",
      "RATE_LIMITS = {",
      '    "default": "100/minute",  # proposed',
      "    # TODO: a lower limit for each costly operation",
      "}",
    ),
    paragraph("A caller beyond its limit is told how long to wait."),
  ],

  health: ({ name, content: { dependencies } }) => [
    bullets(
      [
        { code: "GET /health" },
        " answers 200 as long as the process runs, and asks no dependency.",
      ],
      [{ code: "GET /ready" }, ` answers 200 while ${name} can serve requests, else 503.`],
      ...(dependencies.length > 0
        ? dependencies.map(
            (one): Line => [
              { strong: one.name },
              one.isRaised && !one.isExternal
                ? ", checked for readiness: "
                : ", checked and reported only: ",
              one.healthCheck,
            ],
          )
        : [
            [
              "Checked for readiness: ",
              { todo: "the dependencies without which nothing works" },
            ] as Line,
          ]),
    ),
  ],

  shutdown: () => [
    steps(
      ["On ", { code: "SIGTERM" }, ", readiness turns to 503, so that no new requests arrive."],
      ["Requests under way are given time to finish, at most ", { proposed: "30s" }],
      "Connections are closed, logs and metrics are written out.",
      "The process ends with code 0.",
    ),
  ],

  configuration: (subject, section) => [
    paragraph(
      "Read once at the start from environment variables; those of this service begin with ",
      { code: `${subject.snakeName.toUpperCase()}_` },
      ".",
    ),
    ...(configurationRows(subject, section) ?? expected(section)),
  ],

  "test-pyramid": () => [
    bullets(
      [{ strong: "Unit" }, ": rules and calculations, without a network; ", { proposed: "75%" }],
      [{ strong: "Integration" }, ": the interface with real dependencies; ", { proposed: "20%" }],
      [{ strong: "End to end" }, ": what users cannot do without; ", { proposed: "5%" }],
    ),
  ],

  "test-data": () => [
    bullets(
      "Records come from factories, so that a test names only the fields it is about.",
      "Each test starts from an empty state and leaves none behind.",
      "Answers of other services are recorded once and played back.",
      "Data of real people is sanitised before it reaches a test.",
    ),
  ],
};

function proposal(proposed: string): Span {
  return { proposed };
}
