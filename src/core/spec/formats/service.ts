import { formatSchema, type SectionInput } from "./format";
import { list, mermaid, paragraph, python, table } from "./holdings";

/**
 * The full specification of a service. Headings, columns and their order are those of the source it was derived
 * from, word for word; levels are one higher throughout, since the title is the document's first heading.
 */

const contract: SectionInput[] = [
  {
    id: "overview",
    heading: "Overview",
    level: 2,
    about: "what the service is for and how far it reaches, in one paragraph",
    holds: [paragraph],
  },
  {
    id: "responsibilities",
    heading: "Service Responsibilities",
    level: 2,
    about: "what the service owns, and at least one thing that it does not own",
    holds: [list],
  },
  {
    id: "architecture",
    heading: "Architecture Context",
    level: 2,
    about: "a flowchart of the client, the gateway, this service and each of its dependencies",
    holds: [mermaid("flowchart")],
  },
  {
    id: "dependencies",
    heading: "Dependencies",
    level: 2,
    about: "one row for each database, cache, queue or other service that this one needs",
    holds: [table("Dependency", "Type", "Purpose", "Timeout", "Fallback", "Health Check")],
  },
  {
    id: "data-models",
    heading: "Data Models",
    level: 2,
    about: "a heading and a Python dataclass for each model that the service owns",
    parts: [
      {
        id: "data-model",
        heading: "<entity>",
        level: 3,
        required: false,
        repeats: true,
        about: "the fields of the model with their types",
        holds: [python],
      },
    ],
  },
  {
    id: "interface",
    heading: "Service Interface",
    level: 2,
    about: "what other code can ask of the service",
    parts: [
      {
        id: "methods",
        heading: "Methods",
        level: 3,
        about: "one row for each method that other code may call",
        holds: [table("Method", "Input", "Output", "Idempotent", "Description")],
      },
      {
        id: "method-details",
        heading: "Method Details",
        level: 3,
        about:
          "a heading and a Python signature for each method above, with a docstring that has Args, Returns, " +
          "Raises, Events and Metrics",
        parts: [
          {
            id: "method",
            heading: "<method>",
            level: 4,
            required: false,
            repeats: true,
            about: "the signature with Args, Returns, Raises, Events and Metrics",
            holds: [python],
          },
          {
            id: "pagination",
            heading: "Pagination Parameters",
            level: 4,
            required: false,
            about: "how a caller asks for one page of a list, and what a page holds",
            holds: [python],
          },
        ],
      },
    ],
  },
];

const behaviour: SectionInput[] = [
  {
    id: "business-logic",
    heading: "Business Logic",
    level: 2,
    about: "the rules that hold whoever calls",
    parts: [
      {
        id: "business-rules",
        heading: "Business Rules",
        level: 3,
        about:
          "one row for each rule, with an ID (BR, a hyphen, three digits) and the place that enforces it",
        holds: [{ ...table("ID", "Rule", "Implementation", "Validation Point"), ids: "BR" }],
      },
      {
        id: "state-machine",
        heading: "State Machine (if applicable)",
        aliases: ["State Machine"],
        level: 3,
        required: false,
        about:
          "the states of a record and what moves it between them, as a stateDiagram-v2; or delete this part",
        holds: [mermaid("stateDiagram-v2")],
      },
      {
        id: "calculation",
        heading: "Calculation Logic",
        level: 3,
        required: false,
        about:
          "each formula as a Python function with its units, rounding and limits; or delete this part",
        holds: [python],
      },
    ],
  },
  {
    id: "sequences",
    heading: "Sequence Diagrams",
    level: 2,
    about: "who calls whom, in which order",
    parts: [
      {
        id: "happy-path",
        heading: "Happy Path: <operation>",
        level: 3,
        repeats: true,
        about: "the main operation when everything works",
        holds: [mermaid("sequenceDiagram")],
      },
      {
        id: "conflict-path",
        heading: "Error Path: Concurrent Modification",
        level: 3,
        required: false,
        when: "version-field",
        about: "two callers change one record, and the second is told so",
        holds: [mermaid("sequenceDiagram")],
      },
      {
        id: "retry-path",
        heading: "Retry Pattern: External Service",
        level: 3,
        required: false,
        when: "external-dependency",
        about: "an external service fails, and is asked again until it answers or is given up",
        holds: [mermaid("sequenceDiagram")],
      },
    ],
  },
  {
    id: "errors",
    heading: "Error Handling",
    level: 2,
    about: "what can go wrong, and what a caller sees of it",
    parts: [
      {
        id: "error-classes",
        heading: "Error Classification",
        level: 3,
        about: "one row for each error that a method raises, its code in upper snake case",
        holds: [table("Error Type", "HTTP Status", "Error Code", "Retry", "Log Level")],
      },
      {
        id: "error-schema",
        heading: "Error Response Schema",
        level: 3,
        about: "the body that every error answers with",
        holds: [python],
      },
      {
        id: "retries",
        heading: "Retry Strategy",
        level: 3,
        about: "one row for each call that is repeated when it fails",
        holds: [table("Scenario", "Strategy", "Max Attempts", "Backoff")],
      },
    ],
  },
  {
    id: "events",
    heading: "Events",
    level: 2,
    required: false,
    about: "what the service tells others after the fact",
    parts: [
      {
        id: "event-schema",
        heading: "Event Schema Standard",
        level: 3,
        about: "the envelope that every event has",
        holds: [python],
      },
      {
        id: "events-published",
        heading: "Events Published",
        level: 3,
        about: "one row for each event, its type with a version such as .v1",
        holds: [table("Event Type", "Trigger", "Idempotent Key", "Ordering", "TTL")],
      },
      {
        id: "event-payloads",
        heading: "Event Payload Examples",
        level: 3,
        about: "the payload of each event above, as JSON, without sensitive data",
        holds: [{ kind: "fence", language: "json" }],
      },
      {
        id: "event-guarantees",
        heading: "Event Processing Guarantees",
        level: 3,
        about: "delivery, ordering, retry and dead letters",
        holds: [list],
      },
    ],
  },
];

const operation: SectionInput[] = [
  {
    id: "observability",
    heading: "Observability",
    level: 2,
    about: "how one sees from outside what the service does",
    parts: [
      {
        id: "metrics",
        heading: "Metrics (Prometheus format)",
        aliases: ["Metrics"],
        level: 3,
        about: "each metric with its labels",
        holds: [{ kind: "fence", language: "text" }],
      },
      {
        id: "logging",
        heading: "Structured Logging",
        level: 3,
        about: "the fields of every log line",
        holds: [{ kind: "fence", language: "json" }],
      },
      {
        id: "tracing",
        heading: "Distributed Tracing (OpenTelemetry)",
        aliases: ["Distributed Tracing"],
        level: 3,
        about: "what is traced and where the trace goes",
        holds: [list],
      },
      {
        id: "alerts",
        heading: "Alerting Rules",
        level: 3,
        about: "one row for each condition that somebody has to act on",
        holds: [table("Alert", "Condition", "Severity", "Action")],
      },
    ],
  },
  {
    id: "security",
    heading: "Security",
    level: 2,
    about: "who may do what, and what is protected how",
    parts: [
      {
        id: "authorization",
        heading: "Authentication & Authorization",
        level: 3,
        about: "how a caller proves who it is, and which role or scope each method asks for",
        holds: [paragraph],
      },
      {
        id: "input-validation",
        heading: "Input Validation & Sanitization",
        level: 3,
        about: "one row for each kind of input",
        holds: [table("Input Type", "Validation", "Sanitization")],
      },
      {
        id: "sensitive-data",
        heading: "Sensitive Data Handling",
        level: 3,
        about: "one row for each kind of data that must not leak, or one that says there is none",
        holds: [table("Data Type", "Storage", "Transit", "Logging", "Retention")],
      },
      {
        id: "rate-limits",
        heading: "Rate Limiting",
        level: 3,
        about: "how often one caller may ask",
        holds: [python],
      },
      {
        id: "audit",
        heading: "Audit Logging",
        level: 3,
        about:
          "which operations are recorded with who, when and what changed, and how long that is kept",
        holds: [list],
      },
    ],
  },
  {
    id: "performance",
    heading: "Performance",
    level: 2,
    about: "how fast the service has to be, and by which means",
    parts: [
      {
        id: "latency",
        heading: "Latency Targets",
        level: 3,
        about: "one row for each method of the interface",
        holds: [table("Operation", "P50", "P95", "P99", "Timeout")],
      },
      {
        id: "database",
        heading: "Database Optimization",
        level: 3,
        required: false,
        about:
          "pool size, indexes and queries for each request, if there is a database; or delete this part",
        holds: [list],
      },
      {
        id: "caching",
        heading: "Caching Strategy",
        level: 3,
        required: false,
        about: "one row for each cache, if there is one; or delete this part",
        holds: [table("Cache Layer", "Data", "TTL", "Invalidation")],
      },
      {
        id: "circuit-breaker",
        heading: "Circuit Breaker",
        level: 3,
        required: false,
        about:
          "when calls to another service stop and start again, if there are any; or delete this part",
        holds: [python],
      },
    ],
  },
  {
    id: "deployment",
    heading: "Deployment & Reliability",
    level: 2,
    about: "how the service starts, stops and is configured",
    parts: [
      {
        id: "health",
        heading: "Health Checks",
        level: 3,
        about: "what tells whether the process runs, and whether it can work",
        holds: [list],
      },
      {
        id: "shutdown",
        heading: "Graceful Shutdown",
        level: 3,
        about: "what happens between SIGTERM and the end of the process",
        holds: [{ ...list, ordered: true }],
      },
      {
        id: "configuration",
        heading: "Configuration",
        level: 3,
        about: "one row for each setting that the service reads",
        holds: [table("Config", "Type", "Default", "Environment Variable")],
      },
    ],
  },
  {
    id: "testing",
    heading: "Testing Strategy",
    level: 2,
    about: "what is tested, by which kind of test",
    parts: [
      {
        id: "test-pyramid",
        heading: "Test Pyramid",
        level: 3,
        about: "the share of each kind of test",
        holds: [list],
      },
      {
        id: "test-requirements",
        heading: "Test Requirements",
        level: 3,
        about: "one row for each kind of test",
        holds: [table("Test Type", "Coverage", "Tools", "Focus")],
      },
      {
        id: "test-data",
        heading: "Test Data Management",
        level: 3,
        about: "factories, isolation, recorded responses, and how real data is sanitised",
        holds: [list],
      },
    ],
  },
];

/** The `service` format. */
export const service = formatSchema.parse({
  name: "service",
  title: "Backend Spec: <name>",
  file: "backend-spec.md",
  frontMatter: ["backend-spec", "name", "module", "date", "status"],
  sections: [...contract, ...behaviour, ...operation],
});
