import { bullets, fence, type Line, paragraph } from "../../content/blocks";
import type { RepeatedWriter, SectionWriter } from "../../content/writer";
import type { SettingFact } from "../facts";
import { notShown } from "../secrets";
import { errorRow, logItems } from "./behaviour";
import {
  dependencyList,
  dependencyRow,
  endpointLine,
  owned,
  purposeSpan,
  taskBlocks,
} from "./contract";
import { endpointSequence } from "./diagrams";
import { fromFacts, linked, tableBy, testsByFile } from "./parts";
import { enumLines, methodLines, modelLines } from "./python";

/** Sections of `service` that `module` has under another id, in another form, or not at all. */
export const codeService: Readonly<Record<string, SectionWriter>> = {
  overview: fromFacts((_, __, { purpose }) => [paragraph(purposeSpan(purpose))]),

  responsibilities: fromFacts((facts, _, { purpose }) => [
    bullets(
      purposeSpan(purpose),
      ["Owns: ", ...owned(facts)],
      ["Does not own: ", { todo: "what a caller might look for here, and which service has it" }],
    ),
  ]),

  dependencies: fromFacts((facts, section) => {
    const table = tableBy(section, facts.dependencies.map(dependencyRow));
    return table && [...table, dependencyList(facts)];
  }),

  // Its parts hold them.
  "data-models": () => undefined,
  observability: () => undefined,
  security: () => undefined,
  testing: () => undefined,
  errors: () => undefined,
  interface: fromFacts((facts) => {
    const { endpoints } = facts;
    const blocks = [
      ...(endpoints.length > 0
        ? [paragraph("Endpoints:"), bullets(...endpoints.map(endpointLine))]
        : []),
      ...taskBlocks(facts),
    ];
    return blocks.length === 0 ? undefined : blocks;
  }),

  methods: fromFacts(({ services }, section) =>
    tableBy(
      section,
      services.flatMap(({ methods }) =>
        methods.map((one) => ({
          Method: linked(one.name, one),
          Input:
            one.parameters
              .map(({ name, type }) => (type === undefined ? name : `${name}: ${type}`))
              .join(", ") || "None",
          ...(one.returns !== undefined && { Output: { code: one.returns } }),
          ...(one.summary !== "" && { Description: one.summary }),
        })),
      ),
    ),
  ),

  "error-classes": fromFacts(({ errors }, section) => tableBy(section, errors.map(errorRow))),

  "events-published": fromFacts(({ events }, section) =>
    tableBy(
      section,
      events.map((one) => ({ "Event Type": linked(one.name, one) })),
    ),
  ),

  metrics: fromFacts(({ metrics }) =>
    metrics.length === 0
      ? undefined
      : [
          fence(
            "text",
            ...metrics.map(({ name, labels }) =>
              labels.length > 0 ? `${name}{${labels.join(", ")}}` : name,
            ),
          ),
          bullets(...metrics.map((one): Line => [linked(one.name, one), `: ${one.kind}`])),
        ],
  ),

  logging: fromFacts((facts) => {
    const { logs } = facts;
    if (logs.length === 0) return undefined;
    const lines = logs.map(({ level, event, fields }) =>
      JSON.stringify({ level, event: event?.replace(/^"|"$/g, "") ?? null, fields }),
    );
    return [fence("json", ...lines), bullets(...logItems(facts))];
  }),

  configuration: fromFacts(({ settings }, section) =>
    tableBy(
      section,
      settings.map((one) => ({
        Config: linked(one.name, one),
        Type: { code: one.type },
        Default: defaultCell(one),
        "Environment Variable": { code: one.environment },
      })),
    ),
  ),

  "test-requirements": fromFacts(({ tests }, section) => {
    const byFile = testsByFile(tests);
    return tableBy(
      section,
      [...byFile.values()].map((own) => ({
        Tools: "pytest",
        Focus: own.flatMap((one, index) =>
          index === 0 ? [linked(one.name, one)] : [", ", linked(one.name, one)],
        ),
      })),
    );
  }),
};

function defaultCell({ default: value, isSecret }: SettingFact): Line {
  if (isSecret) return notShown;
  return value === undefined ? "None" : { code: value };
}

/** Sections that stand once for each model, method and endpoint. */
export const repeatedOfService: Readonly<Record<string, RepeatedWriter>> = {
  "data-model": ({ code }) => [
    ...(code?.enums ?? []).map((one) => ({
      values: { entity: one.name },
      blocks: [fence("python", ...enumLines(one)), paragraph(linked(one.name, one))],
    })),
    ...(code?.models ?? []).map((one) => ({
      values: { entity: one.name },
      blocks: [fence("python", ...modelLines(one)), paragraph(linked(one.name, one))],
    })),
  ],

  method: ({ code }) =>
    (code?.services ?? []).flatMap(({ methods }) =>
      methods.map((one) => ({
        values: { method: one.name },
        blocks: [fence("python", ...methodLines(one, "")), paragraph(linked(`${one.name}()`, one))],
      })),
    ),

  "happy-path": ({ code }) =>
    (code?.endpoints ?? []).map((one) => ({
      values: { operation: `${one.method} ${one.route}` },
      blocks: [
        { kind: "paragraph", text: endpointLine(one) },
        fence("mermaid", endpointSequence(one)),
      ],
    })),
};
