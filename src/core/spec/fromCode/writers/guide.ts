import { bullets, type Line, paragraph } from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import { errorRow } from "./behaviour";
import { endpointLine, purposeSpan, settingLines } from "./contract";
import { fromFacts, linked } from "./parts";

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

  testing: fromFacts(({ tests }) =>
    tests.length === 0 ? undefined : [bullets(...tests.map((one): Line => linked(one.name, one)))],
  ),
};
