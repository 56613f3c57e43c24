import { bullets, type Line, paragraph } from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import type { CodeFacts } from "../facts";
import { errorRow } from "./behaviour";
import { endpointLine, purposeSpan, settingLines } from "./contract";
import { fromFacts, linked, tableBy } from "./parts";

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

/** What a backend has, where a guide tells how it is built. */
export const codeGuide: Readonly<Record<string, SectionWriter>> = {
  overview: fromFacts((facts, _, { purpose }) => {
    const { services, endpoints, models, tasks, settings, tests } = facts;
    const counts = [
      `${services.length} services`,
      `${endpoints.length} endpoints`,
      `${models.length} models`,
      `${tasks.length} tasks`,
      `${settings.length} settings`,
      `${tests.length} tests`,
    ];
    return [paragraph(purposeSpan(purpose), ` There are ${counts.join(", ")}.`)];
  }),

  configuration: fromFacts((facts) =>
    facts.settings.length === 0 ? undefined : [bullets(...settingLines(facts))],
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
            ...errors.map((one): Line => {
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
