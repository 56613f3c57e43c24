import type { Operation } from "../../derive/operations";
import { asTitle } from "../../purpose";
import type { SpecSubject } from "../../subject";
import { bullets, fence, type Line } from "../blocks";
import { happyPath, routerCallers } from "../shared/diagrams";
import { isSensitive } from "../shared/examples";
import { countersOf, dependencyMetrics, tableOf } from "../shared/parts";
import { stateMachine } from "../shared/stateMachine";
import type { SectionWriter } from "../writer";

/** How a module behaves, is watched, protected and tested. */
export const compactBehaviour: Readonly<Record<string, SectionWriter>> = {
  "business-rules": ({ content: { rules } }, section) =>
    tableOf(
      section,
      rules.map(({ id, text, implementation, validationPoint }) => [
        id,
        text,
        implementation && validationPoint
          ? `${implementation}, checked by: ${validationPoint}`
          : { todo: "how it is enforced, and where" },
      ]),
    ),

  "state-machine": stateMachine,

  sequence: (subject) => {
    const [first] = subject.content.operations;
    const title = first?.title ?? (asTitle(subject) || "Main operation");
    return [fence("mermaid", happyPath(subject, first, title, routerCallers))];
  },

  errors: ({ content: { errors } }, section) =>
    tableOf(
      section,
      errors.map(({ title, name, status }): Line[] => [
        title,
        name,
        status === undefined ? "N/A" : String(status),
        status === undefined
          ? "None; a warning is logged"
          : { code: JSON.stringify({ detail: title }) },
      ]),
    ),

  observability: (subject) => [
    fence("python", ...logLines(subject)),
    bullets(...metricsOf(subject).map((name): Line => ({ code: name }))),
  ],

  security: ({ content: { sensitive } }) => [
    bullets(
      ["Callers: ", { todo: "how a caller proves who it is, and which role each method asks for" }],
      sensitive.length > 0
        ? ["Never logged, answered or passed on: ", { code: sensitive.join(", ") }]
        : ["Never logged, answered or passed on: ", { todo: "the data that must not leak" }],
    ),
  ],

  testing: testingBy("pytest, httpx", ({ http }) => String(http.status)),
};

/** The tests of each operation. @param outcome what it comes to when all goes well */
export function testingBy(tool: string, outcome: (operation: Operation) => string): SectionWriter {
  return ({ content: { operations, rules, sensitive } }, section) => {
    if (operations.length + rules.length === 0) return undefined;
    return tableOf(section, [
      [
        "Unit",
        "pytest",
        { proposed: "90%" },
        rules.length > 0 ? rules.map(({ id }) => id).join(", ") : "Business logic",
      ],
      ...operations.map((one): Line[] => [
        "Integration",
        tool,
        { proposed: "Each outcome" },
        [
          { code: one.method },
          `: ${[outcome(one), ...one.raises.map(({ name }) => name)].join(", ")}`,
        ],
      ]),
      ...(sensitive.length > 0
        ? [["Security", "pytest", { proposed: "100%" }, `No answer holds ${sensitive.join(", ")}`]]
        : []),
    ]);
  };
}

/** What is logged: each operation's end, with ids alone. */
function logLines({ snakeName, content: { operations, sensitive } }: SpecSubject): string[] {
  const events = operations.map(({ method, parameters }) => {
    const ids = parameters
      .map(({ name }) => name)
      .filter((name) => name.endsWith("_id") && !isSensitive(name, sensitive));
    const fields = ids.map((name) => `${name}=${name}`);
    const all = [JSON.stringify(`${snakeName}.${method}`), ...fields, "duration_ms=duration_ms"];
    return `logger.info(${all.join(", ")})`;
  });
  const failed = `logger.error(${JSON.stringify(`${snakeName}.failed`)}, error=type(error).__name__)`;
  return [
    ...(events.length > 0 ? events : ["# TODO: each log event with its fields"]),
    failed,
    ...(sensitive.length > 0 ? ["# never logged: see Security"] : []),
  ];
}

function metricsOf({ snakeName, content: { operations, dependencies } }: SpecSubject): string[] {
  return [
    `${snakeName}_requests_total{method, outcome}`,
    `${snakeName}_request_duration_seconds{method}`,
    ...operations.flatMap(countersOf(snakeName)).map(({ name }) => name),
    ...dependencies.flatMap(({ id }) => dependencyMetrics(snakeName, id)),
  ];
}
