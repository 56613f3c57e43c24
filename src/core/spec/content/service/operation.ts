import { bullets, fence, paragraph, steps } from "../blocks";
import { expected } from "../expected";
import type { SectionWriter } from "../writer";

/** How the service is watched, protected and run: Observability to Testing Strategy. */
export const operation: Readonly<Record<string, SectionWriter>> = {
  metrics: ({ snakeName }) => [
    fence(
      "text",
      "# requests by method and outcome",
      `${snakeName}_requests_total{method, outcome}`,
      "# how long they take, as a histogram",
      `${snakeName}_request_duration_seconds{method}`,
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

  health: ({ name }) => [
    bullets(
      [
        { code: "GET /health" },
        " answers 200 as long as the process runs, and asks no dependency.",
      ],
      [{ code: "GET /ready" }, ` answers 200 while ${name} can serve requests, else 503.`],
      ["Checked for readiness: ", { todo: "the dependencies without which nothing works" }],
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

  configuration: ({ snakeName }, section) => [
    paragraph(
      "Read once at the start from environment variables; those of this service begin with ",
      { code: `${snakeName.toUpperCase()}_` },
      ".",
    ),
    ...expected(section),
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
