import DOMPurify from "dompurify";
import mermaid from "mermaid";
import { beforeAll, describe, expect, test } from "vitest";
import { diagramsOf } from "../diagrams/findDiagrams";
import { readFlowchart } from "../diagrams/read/flowchart";
import { readSequence } from "../diagrams/read/sequence";
import type { PythonParser } from "../python/parser";
import { testParser } from "../python/testing";
import { readAnswers } from "./answers/readAnswers";
import { type AnswersInput, answersSchema, dependencyKinds } from "./answers/schema";
import { SpecReader } from "./document/specDocument";
import { type FormatName, formatNames, formats, ownFormats } from "./formats";
import { allSectionFormats } from "./formats/format";
import { renderSpec, writersOf } from "./renderSpec";
import { parseSpecLine } from "./specLine";
import { subjectOf } from "./subject";

let parser: PythonParser;
beforeAll(async () => {
  parser = await testParser();
  // Mermaid asks it for what only a browser has; nothing is rendered here.
  Object.assign(DOMPurify, { sanitize: (dirty: string) => dirty, addHook: () => undefined });
});

const line = "ScoringService — compute evaluation metrics for submissions";

function generate(format: FormatName, answers: AnswersInput, given = line): string {
  const parsed = parseSpecLine(given);
  if ("problem" in parsed) throw new Error(parsed.problem);
  const subject = subjectOf(parsed, answersSchema.parse(answers));
  return renderSpec(subject, formats[format], writersOf(format), "2026-01-15");
}

function read(text: string) {
  const spec = new SpecReader((python) => parser.read(python)).read(text, ownFormats);
  if (spec === undefined) throw new Error("no spec");
  return spec;
}

const entities = [
  {
    name: "Score",
    fields: [
      "metric:str(64)",
      "value:float?",
      "status:enum(queued,running,done,failed)=queued",
      "version:int=0",
      "slug:str(20) unique",
      "reference_answers:json",
    ],
  },
  {
    name: "task config",
    fields: ["state:enum(end,in progress,note)", "owner:ref(users)", "at:datetime=now"],
  },
  {
    name: "Оценка",
    fields: ["tags:list(str)=[]", "price:decimal(12,2)=0.50", "day:date=2026-01-15"],
  },
];
const operations = [
  "create",
  "read",
  "list",
  "update",
  "delete",
  {
    name: "compute",
    input: "submission_id: UUID, some words, list[int]",
    output: "not a type at all",
  },
  { name: "class" },
  "Пересчитать всё",
];
const dependencies = [
  ...dependencyKinds,
  { name: 'Say "hi"; to | the [others]', kind: "service", timeout: "250ms" },
] as const;

/** Each choice alone, none, and all. */
const choices: AnswersInput[] = [
  {},
  ...[1, 2, 3].map((count) => ({ entities: entities.slice(0, count) })),
  ...dependencies.map((one) => ({ dependencies: [one] })),
  ...operations.map((one) => ({ operations: [one] })),
  ...operations.map((one) => ({ entities, operations: [one], dependencies: ["queue"] as const })),
  ...dependencies.map((one) => ({ entities, operations, dependencies: [one] })),
  {
    owns: ["scores | runs"],
    "does-not-own": ["<!-- nothing -->"],
    entities,
    dependencies: [...dependencies],
    operations,
    rules: ["Empty predictions score 0.0", "`a` | b"],
    sensitive: ["reference_answers"],
  },
];

describe.each([...formatNames])("%s", (format) => {
  test.each(choices.map((answers) => [answers]))("of %j holds together", async (answers) => {
    const text = generate(format, answers);
    const spec = read(text);
    for (const diagram of diagramsOf(spec.markdown)) await mermaid.parse(diagram.source);
    for (const { fence, errors } of spec.python) expect(errors, fence.content).toEqual([]);
    for (const { table } of spec.tables) {
      for (const row of table.rows) expect(row.cells).toHaveLength(table.header.cells.length);
    }
    const missing = allSectionFormats(formats[format].sections)
      .filter(({ required }) => required)
      .filter(({ id }) => spec.part(id) === undefined);
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
});

const whole = choices.at(-1) ?? {};

test("each dependency occurs everywhere in a service", () => {
  const text = generate("service", whole);
  const spec = read(text);
  const names = spec.table("dependencies")?.rows.map((row) => row.text("Dependency")) ?? [];
  expect(names).toHaveLength(dependencies.length);
  const [architecture, sequence] = diagramsOf(spec.markdown).filter(
    ({ type, title }) => type === "flowchart" || title.startsWith("Happy Path"),
  );
  const nodes = readFlowchart(architecture?.source ?? "").nodes.map(({ label }) => label);
  const participants = readSequence(sequence?.source ?? "").participants.map(({ label }) => label);
  const scenarios = spec.table("retries")?.rows.map((row) => row.text("Scenario"));
  for (const name of names) {
    expect(nodes).toContain(name);
    expect(participants).toContain(name);
    expect(scenarios).toContain(`${name} does not answer`);
    expect(
      spec
        .part("health")
        ?.section.blocks.some((one) =>
          JSON.stringify(one).includes(JSON.stringify(name).slice(1, -1)),
        ),
    ).toBe(true);
    expect(text).toContain(`# calls to ${name}\n`);
  }
  const unavailable = spec
    .table("error-classes")
    ?.rows.filter((row) => row.text("Error Type").endsWith("UnavailableError"));
  expect(unavailable).toHaveLength(names.length);
  for (const row of spec.table("dependencies")?.rows ?? []) {
    for (const column of ["Timeout", "Fallback", "Health Check"])
      expect(row.text(column)).not.toBe("");
  }
});

test("each operation has its row, signature, errors, target and test", () => {
  const spec = read(generate("service", whole));
  const methods = spec.table("methods")?.rows.map((row) => row.text("Method")) ?? [];
  const signatures = spec.pythonIn("method-details").flatMap(({ functions }) => functions);
  expect(signatures.map(({ name }) => name)).toEqual(methods);
  expect(spec.table("latency")?.rows.map((row) => row.text("Operation"))).toEqual(methods);
  const focus = spec.table("test-requirements")?.rows.map((row) => row.text("Focus")) ?? [];
  const classified = spec.table("error-classes")?.rows.map((row) => row.text("Error Type")) ?? [];
  for (const { name, docstring } of signatures) {
    const raises = docstring.find((section) => section.name === "Raises")?.items ?? [];
    for (const error of raises) expect(classified).toContain(error.name);
    expect(focus.some((one) => one.startsWith(`${name}: `))).toBe(true);
  }
  const codes = spec.table("error-classes")?.rows.map((row) => row.text("Error Code")) ?? [];
  expect(new Set(codes).size).toBe(codes.length);
});

test("what is named in another script is spoken of as it was said", () => {
  const text = generate("service", { entities: [{ name: "Мой заказ" }], operations: ["read"] });
  expect(text).toMatch(/^- Owns: мой заказ$/m);
  expect(text).toContain("Get a мой заказ by its id");
});

test("what must not leak is in no example", () => {
  const examples = read(generate("service", whole)).markdown.fences.filter(
    ({ language }) => language === "json",
  );
  expect(examples.length).toBeGreaterThan(3);
  for (const { content } of examples) {
    expect(content).not.toContain("reference_answers");
    expect(() => JSON.parse(content)).not.toThrow();
  }
});

test("a field of one model that must not leak is in no example of that model", () => {
  const given = ["User", "App"].map((name) => ({ name, fields: ["api_key:str(20)", "age:int"] }));
  const text = generate("service", {
    entities: given,
    dependencies: ["queue"],
    operations: ["create"],
    sensitive: ["User.api_key"],
  });
  const examples = read(text).markdown.fences.filter(({ language }) => language === "json");
  const [user, app] = examples.filter(({ content }) => content.includes("event_type"));
  expect(user?.content).toContain('"age"');
  expect(user?.content).not.toContain('"api_key"');
  expect(app?.content).toContain('"api_key"');
});

test("an answers file is read, and what is wrong in it is named at its place", () => {
  const wrong = `entities:
  - name: Score
    fields: ["metric:strr(64)", a:int=x]
  - { name: score, fields: [] }
operations: [{}]
dependencies: [mysql]
colour: red
`;
  const found = readAnswers(wrong.replace(/operations[\s\S]*/, ""));
  if (!("problems" in found)) throw new Error("nothing is wrong");
  expect(
    found.problems.map(
      ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
    ),
  ).toEqual([
    "3:22 There is no type “strr”. Is it str?",
    "3:39 “x” is no default for this type: a whole number.",
    "4:13 There is an entity “Score” already.",
  ]);
  const schema = readAnswers(wrong);
  if (!("problems" in schema)) throw new Error("nothing is wrong");
  expect(schema.problems.map(({ range: { start } }) => start.line + 1)).toEqual([6, 5, 7]);
  expect(readAnswers("")).toMatchObject({ entities: [] });
  expect(readAnswers("rules: [a, b")).toHaveProperty("problems");
});
