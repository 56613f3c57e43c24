import {
  bullets,
  type ContentBlock,
  fence,
  type Line,
  paragraph,
  type Span,
} from "../../content/blocks";
import type { SectionWriter } from "../../content/writer";
import type { CodeFacts, ErrorFact, LogFact, RuleFact, StateFact } from "../facts";
import { endpointLine } from "./contract";
import { endpointSequence, stateDiagram } from "./diagrams";
import { fromFacts, joined, linked, listOr, tableBy, testsByFile } from "./parts";

/** A class name as words: `OutOfStockError` is `Out of stock error`. */
function wordsOf(name: string): string {
  const words = name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase();
  return words.replace(/^./u, (letter) => letter.toUpperCase());
}

function responseOf({ status, detail, body, handler }: ErrorFact): Line {
  if (handler !== undefined) return ["As ", linked(`${handler.name}()`, handler), " makes it"];
  if (body !== undefined) return { code: body };
  if (status !== undefined && detail !== undefined) return { code: JSON.stringify({ detail }) };
  return { todo: "what the caller sees of it" };
}

/** An error as a row of any format's table of errors. */
export function errorRow(error: ErrorFact): Readonly<Record<string, Line>> {
  const { name, status, detail } = error;
  const type = linked(name, error);
  // Every error over HTTP has that class: it says nothing of what went wrong.
  const words: Line = name === "HTTPException" ? { todo: "what went wrong" } : wordsOf(name);
  return {
    Error: detail ?? words,
    Type: type,
    "Error Type": type,
    ...(status !== undefined && { "HTTP Status": String(status) }),
    Response: responseOf(error),
  };
}

/** The rules that docstrings name by their IDs; what each says is still to be written. */
function namedRules(rules: readonly RuleFact[]): readonly Readonly<Record<string, Line>>[] {
  return rules.map((one) => {
    const place = linked(`${one.by}()`, one);
    return { ID: one.id, Description: place, Implementation: place };
  });
}

/** The states of a field with the places that change it. */
export function stateBlocks(state: StateFact): readonly ContentBlock[] {
  const { enum: of, field, initial, transitions } = state;
  return [
    paragraph("States of ", { code: field }, ", by ", { code: of }, "."),
    fence("mermaid", stateDiagram(state)),
    bullets(
      ...initial.map((one): Line => ["At first ", linked(one.to, one)]),
      ...transitions.map(
        ({ from, to, by, path, line }): Line => [
          from === undefined ? "To " : `From ${from.join(" or ") || "no state"} to `,
          linked(to, { path, line }),
          ` by ${by}()`,
        ],
      ),
    ),
  ];
}

/** The sequence of each endpoint. */
export function sequenceBlocks({ endpoints }: CodeFacts): readonly ContentBlock[] | undefined {
  if (endpoints.length === 0) return undefined;
  return endpoints.flatMap((one) => [
    { kind: "paragraph", text: endpointLine(one) },
    fence("mermaid", endpointSequence(one)),
  ]);
}

/** A line of the log as a call. */
function logLine({ level, event, fields }: LogFact): string {
  const given = fields.filter((one) => /^[A-Za-z_]\w*$/.test(one)).map((one) => `${one}=${one}`);
  return `logger.${level}(${[event ?? '"…"', ...given].join(", ")})`;
}

/** Each place that writes to the log. */
export function logItems({ logs }: CodeFacts): Line[] {
  return logs.map((one) => [`${one.level}: `, linked(one.event ?? "a text that is computed", one)]);
}

/** How a module behaves, is watched, protected and tested, as its code says. */
export const codeBehaviour: Readonly<Record<string, SectionWriter>> = {
  "business-rules": fromFacts(({ rules }, section) => tableBy(section, namedRules(rules))),

  "state-machine": fromFacts(({ states }) =>
    states.length === 0 ? undefined : states.flatMap(stateBlocks),
  ),

  sequence: fromFacts((facts) => sequenceBlocks(facts)),

  errors: fromFacts(({ errors }, section) => tableBy(section, errors.map(errorRow))),

  observability: fromFacts((facts) => {
    const { logs, metrics, events } = facts;
    if (logs.length + metrics.length + events.length === 0) return undefined;
    return [
      fence(
        "python",
        ...(logs.length > 0
          ? [...new Set(logs.map(logLine))]
          : ["# TODO: each log event with its fields"]),
      ),
      ...(logs.length > 0 ? [bullets(...logItems(facts))] : []),
      listOr(
        metrics.map(
          (one): Line => [
            linked(one.name, one),
            `: ${one.kind}${one.labels.length > 0 ? ` by ${one.labels.join(", ")}` : ""}`,
          ],
        ),
        "each metric with its labels",
      ),
      ...(events.length > 0
        ? [bullets(...events.map((one): Line => ["Event ", linked(one.name, one)]))]
        : []),
    ];
  }),

  security: fromFacts(({ endpoints }) => {
    if (endpoints.length === 0) return undefined;
    const bySchemes = new Map<string, Span[]>();
    for (const one of endpoints) {
      const key = one.security.join(", ");
      bySchemes.set(key, [
        ...(bySchemes.get(key) ?? []),
        linked(`${one.method} ${one.route}`, one),
      ]);
    }
    return [
      bullets(
        ...[...bySchemes].map(
          ([schemes, links]): Line => [
            schemes === "" ? "No scheme of fastapi.security: " : `${schemes}: `,
            ...joined(links),
          ],
        ),
        ["Never logged, answered or passed on: ", { todo: "the data that must not leak" }],
      ),
    ];
  }),

  testing: fromFacts(({ tests }, section) => {
    const byFile = testsByFile(tests);
    return tableBy(
      section,
      [...byFile].map(([path, own]) => {
        const [kind] = /\b(?:unit|integration|e2e|functional)\b/.exec(path) ?? [];
        const named = kind?.replace(/^./, (letter) => letter.toUpperCase());
        const scenarios: Line = joined(own.map((one) => linked(one.name, one)));
        return {
          "Test Type": named ?? { todo: "unit or integration" },
          Tool: "pytest",
          Tools: "pytest",
          "Key Scenarios": scenarios,
          Focus: scenarios,
        };
      }),
    );
  }),
};
