import { expect, test } from "vitest";
import { answersSchema } from "../../spec/answers/schema";
import { formats } from "../../spec/formats";
import { renderSpec, writersOf } from "../../spec/renderSpec";
import { subjectOf } from "../../spec/subject";
import { specRules } from "../registry";
import { applyFixes, lintCase } from "../testing/lintCase";

const answers = answersSchema.parse({
  entities: [
    {
      name: "Score",
      fields: ["metric:str(64)", "status:enum(queued,running,done)=queued", "version:int=0"],
    },
  ],
  dependencies: ["postgresql", "queue", { name: "Stripe", kind: "external-api", timeout: "8s" }],
  operations: ["create", "read", "update"],
  rules: ["Empty predictions score 0.0"],
  sensitive: ["reference_answers"],
});
const subject = subjectOf({ name: "ScoringService", purpose: "compute metrics" }, answers);
const text = renderSpec(subject, formats.service, writersOf("service"), "2026-01-15");

/** What somebody does to a generated document, and the rule that sees it. */
const edits: readonly (readonly [string, RegExp, string, string])[] = [
  ["the overview is deleted", /## Overview[\s\S]*?(?=## Service Resp)/, "", "spec-missing-section"],
  ["a section is deleted", /## Observability[\s\S]*(?=## Security)/, "", "spec-missing-section"],
  ["a part is deleted", /### Rate Limiting[\s\S]*(?=### Audit)/, "", "spec-missing-section"],
  ["a heading is renamed", /## Performance/, "## Speed", "spec-missing-section"],
  [
    "a part is emptied",
    /(### Tracing|### Distributed Tracing \(OpenTelemetry\)\n)[\s\S]*?(?=\n### )/,
    "$1",
    "spec-placeholder",
  ],
  ["a column is renamed", /\| Timeout {2,}\|/, "| Deadline |", "spec-table-columns"],
  ["a cell is deleted", /\| get_score {2,}\| `[^|]*\|/, "| get_score |", "spec-table-columns"],
  [
    "a column is moved",
    /\| Timeout {2,}\| Fallback {2,}\|/,
    "| Fallback | Timeout |",
    "spec-table-columns",
  ],
  ["a cell is added", /(\| Stripe .*)\n/, "$1 more |\n", "spec-table-columns"],
  ["an ID is deleted", /\| BR-001 /, "| ", "spec-rule-id"],
  ["an ID is used twice", /\| BR-002 /, "| BR-001 ", "spec-rule-id"],
  ["a rule is deleted", /\| BR-001 .*\n/, "", "spec-undefined-reference"],
  ["an event is renamed", /\| score\.created\.v1 /, "| score.made.v1 ", "spec-undefined-reference"],
  ["a method loses its row", /\| get_score {2,}\| `[^\n]*\n/, "", "spec-undocumented-method"],
  ["a signature is deleted", /#### get_score[\s\S]*?(?=#### )/, "", "spec-undocumented-method"],
  ["Raises is deleted", /\n {4}Raises:\n(?: {8}.*\n)+/, "", "spec-undocumented-method"],
  [
    "an error of a dependency loses its row",
    /\| StripeUnavailableError .*\n/,
    "",
    "spec-error-not-classified",
  ],
  [
    "another error is drawn",
    /(service->>service: Check the input)/,
    "$1, or ScoreLockedError",
    "spec-error-not-classified",
  ],
  [
    "another error is raised",
    /InvalidInputError: if/,
    "BadInputError: if",
    "spec-error-not-classified",
  ],
  [
    "another error is raised in a note",
    /(service->>service: Check the input)/,
    "$1\n    Note over service: raises ScoreLockedError",
    "spec-error-not-classified",
  ],
  ["two rules lose their IDs", /\| BR-00[12] /g, "| ", "spec-rule-id"],
  ["Returns is deleted", /\n {4}Returns:\n {8}.*\n/, "\n", "spec-undocumented-method"],
  [
    "a method is renamed in its signature",
    /async def update_score/,
    "async def change_score",
    "spec-undocumented-method",
  ],
  ["an error loses its row", /\| ScoreNotFoundError .*\n/, "", "spec-error-not-classified"],
  ["a status is changed", /(\| ScoreNotFoundError +\| )404/, "$1200", "spec-error-not-classified"],
  ["a code is used twice", /INVALID_INPUT/, "SCORE_NOT_FOUND", "spec-duplicate-error-code"],
  ["a code is lower case", /\| INVALID_INPUT/, "| invalid_input", "spec-duplicate-error-code"],
  ["a fallback is deleted", /None; answer 503 <!-- proposed --> /, "", "spec-dependency-bounds"],
  [
    "a retry names another",
    /\| Stripe does not answer/,
    "| PayPal does not answer",
    "spec-undefined-reference",
  ],
  ["a retry is deleted", /\| Stripe does not answer.*\n/, "", "spec-dependency-bounds"],
  ["a version is deleted", /\| score\.updated\.v1/, "| score.updated", "spec-event-version"],
  ["a dependency is renamed", /\["Stripe"\]/, '["PayPal"]', "spec-diagram-participant"],
  ["a state is added to the model", /"done"\]/, '"done", "lost"]', "spec-state-machine"],
  ["a way is deleted", / {4}queued --> running\n/, "", "spec-state-machine"],
  ["percentiles are swapped", /\| < 300ms/, "| < 30ms", "spec-latency-target"],
  ["a target is deleted", /\| get_score +\| <.*\n/, "", "spec-latency-target"],
  [
    "a secret is logged",
    /"message": /,
    '"reference_answers": [],\n  "message": ',
    "spec-sensitive-data",
  ],
  [
    "a module is named that is not there",
    /name: Scoring/,
    "module: app/gone.py\nname: Scoring",
    "spec-link",
  ],
  [
    "a bracket is deleted",
    /get_score\(score_id: UUID\)/,
    "get_score(score_id: UUID",
    "spec-python-syntax",
  ],
];

/** Those that somebody has to decide: the rule has a fix, and this is none of its cases. */
const undecided: ReadonlySet<string> = new Set(["a status is changed"]);

test.each(edits)("%s", async (name, found, replacement, rule) => {
  const wrong = text.replace(found, replacement);
  expect(wrong).not.toBe(text);
  const given = { files: { "spec.md": wrong }, expected: [] };
  const [report] = await lintCase(given, rule);
  const [was] = await lintCase({ files: { "spec.md": text }, expected: [] }, rule);
  const known = new Set(was?.findings.map(({ message }) => message));
  const made = report?.findings.filter(({ message }) => !known.has(message)) ?? [];
  expect(report?.findings.length ?? 0, rule).toBeGreaterThan(was?.findings.length ?? 0);
  const fixable = made.filter(({ fix }) => fix !== undefined);
  if (report === undefined || !hasFix(rule) || undecided.has(name)) {
    expect(fixable).toEqual([]);
    return;
  }
  expect(fixable.length, "fixes").toBeGreaterThan(0);
  const [after] = await lintCase({ ...given, files: applyFixes(given, report, fixable) }, rule);
  expect(after?.findings.length).toBe(report.findings.length - fixable.length);
});

test("in more than twenty of these ways the finding has a fix", () => {
  const fixed = edits.filter(([name, , , rule]) => hasFix(rule) && !undecided.has(name));
  expect(fixed.length).toBeGreaterThan(20);
});

function hasFix(name: string): boolean {
  return specRules.some(({ meta }) => meta.name === name && meta.fix !== "none");
}
