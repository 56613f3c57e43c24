import { bullets, fence, type Line, paragraph, todo } from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import type { CodeFacts } from "../facts";
import { errorRow } from "./behaviour";
import { endpointLine, purposeSpan, settingLines } from "./contract";
import { exampleOf, outlineLines, separated, shortLines } from "./guideFiles";
import { fromFacts, groupedBy, linked, tableBy } from "./parts";

/** What a guide wants and the code lacks. */
function missing({
  services,
  models,
  settings,
  errors,
  tests,
  logs,
  metrics,
}: CodeFacts): string[] {
  const parts: readonly (readonly [readonly unknown[], string])[] = [
    [services, "Add a service class"],
    [models, "Add models and schemas"],
    [settings, "Read the configuration from settings"],
    [errors, "Raise errors that callers can tell apart"],
    [tests, "Add tests"],
    [logs, "Log what happens"],
    [metrics, "Measure requests and their outcome"],
  ];
  return parts.flatMap(([found, task]) => (found.length > 0 ? [] : [task]));
}

function uniqueBy<Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] {
  return [...groupedBy(things, keyOf).values()].flatMap((own) => own.slice(0, 1));
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a backend has, where a guide tells how it is built. */
export const codeGuide: Readonly<Record<string, SectionWriter>> = {
  overview: fromFacts((facts, _, { purpose }) => {
    const { services, endpoints, models, tasks, settings, tests } = facts;
    const tables = models.filter(({ table }) => table !== undefined);
    const counts = [
      counted(services.filter(({ isClass }) => isClass).length, "service class", "service classes"),
      counted(endpoints.length, "endpoint"),
      counted(tables.length, "table"),
      counted(models.length - tables.length, "schema"),
      counted(tasks.length, "task"),
      counted(settings.length, "setting"),
      counted(tests.length, "test"),
    ];
    return [paragraph(purposeSpan(purpose), ` It has ${counts.join(", ")}.`)];
  }),

  configuration: fromFacts((facts) =>
    facts.settings.length === 0 ? undefined : [bullets(...settingLines(facts))],
  ),

  "quick-start": fromFacts(({ guide: { install } }) =>
    install === undefined
      ? undefined
      : [fence("bash", install), todo("the commands that start the server")],
  ),

  packages: fromFacts(({ guide: { packages } }) =>
    packages.length === 0
      ? undefined
      : [
          fence(
            "toml",
            "dependencies = [",
            ...packages.map((one) => `    ${JSON.stringify(one)},`),
            "]",
          ),
        ],
  ),

  "service-structure": fromFacts((facts) => {
    const example = exampleOf(facts);
    return (
      example && [
        fence("python", ...outlineLines(example)),
        paragraph(linked(example.name, example)),
      ]
    );
  }),

  injection: fromFacts(({ guide: { providers } }) =>
    providers.length === 0
      ? undefined
      : [bullets(...providers.map((one): Line => linked(`${one.name}()`, one)))],
  ),

  "error-handler": fromFacts(({ guide: { errorHandlers } }) =>
    errorHandlers.length === 0
      ? undefined
      : [
          fence("python", ...separated(errorHandlers.map(shortLines))),
          bullets(...errorHandlers.map((one): Line => linked(`${one.name}()`, one))),
        ],
  ),

  "service-pattern": fromFacts(({ services }) =>
    services.length === 0
      ? undefined
      : [
          bullets(
            ...services.map(
              (one): Line => [
                linked(one.name, one),
                `: ${one.methods.map(({ name }) => name).join(", ")}`,
              ],
            ),
          ),
        ],
  ),

  "router-pattern": fromFacts(({ endpoints }) =>
    endpoints.length === 0 ? undefined : [bullets(...endpoints.map(endpointLine))],
  ),

  workers: fromFacts(({ tasks }) =>
    tasks.length === 0
      ? undefined
      : [bullets(...tasks.map((one): Line => [linked(one.name, one), `: ${one.kind}`]))],
  ),

  errors: fromFacts(({ errors }) =>
    errors.length === 0
      ? undefined
      : [
          bullets(
            ...uniqueBy(errors, ({ name, status }) => `${name} ${status}`).map((one): Line => {
              const { "HTTP Status": status } = errorRow(one);
              return [
                linked(one.name, one),
                ": ",
                typeof status === "string" ? status : { todo: "its status" },
              ];
            }),
          ),
        ],
  ),

  tasks: fromFacts((facts, section) =>
    tableBy(
      section,
      missing(facts).map((task, index) => ({
        "Task ID": `BE-${String(index + 1).padStart(3, "0")}`,
        Description: task,
      })),
    ),
  ),

  testing: fromFacts(({ tests }) =>
    tests.length === 0 ? undefined : [bullets(...tests.map((one): Line => linked(one.name, one)))],
  ),
};
