import DOMPurify from "dompurify";
import mermaid from "mermaid";
import { beforeAll, describe, expect, test } from "vitest";
import { diagramsOf } from "../diagrams/findDiagrams";
import { readFlowchart } from "../diagrams/read/flowchart";
import { readStateDiagram } from "../diagrams/read/state";
import { createTestProject } from "../testing/testProject";
import { answersSchema, commonOperations, dependencyKinds } from "./answers/schema";
import type { SpecDocument } from "./document/specDocument";
import {
  definedErrors,
  diagramsIn,
  sequencesIn,
  signatures,
  statusFields,
} from "./document/vocabulary";
import { formatNames, formats } from "./formats";
import { renderSpec, writersOf } from "./renderSpec";
import { subjectOf } from "./subject";

const entities = [
  {
    name: "Score",
    fields: ["metric:str(64)", "status:enum(queued,running,done)=queued", "version:int=0"],
  },
  { name: "Run", fields: ["at:datetime", "state:enum(open,shut)"] },
  { name: "Note", fields: ["text:text", "owner:ref(users)"] },
];
const operations = [
  ...commonOperations,
  { name: "compute", input: "score_id: UUID", output: "float" },
];

const combinations = [0, 1, 2, 3].flatMap((count) =>
  dependencyKinds.flatMap((dependency) =>
    operations.map((operation) => ({ count, dependency, operation })),
  ),
);

beforeAll(() => {
  // Mermaid asks it for what only a browser has; nothing is rendered here.
  Object.assign(DOMPurify, { sanitize: (dirty: string) => dirty, addHook: () => undefined });
});

/** What must hold together in any document, whatever its format has. */
function agrees(spec: SpecDocument): void {
  const table = spec.tables.find(({ holding }) => holding.columns.includes("Dependency"));
  const names = table?.rows.map((row) => row.text("Dependency")) ?? [];
  const has = (id: string): boolean => spec.part(id) !== undefined;
  const errors = new Set(definedErrors(spec).map(({ name }) => name));
  const nodes = diagramsIn(spec, /^flowchart$/).flatMap(({ fence }) =>
    readFlowchart(fence.content).nodes.map(({ label }) => label),
  );
  const { text } = spec.markdown;
  for (const name of names) {
    expect(nodes).toContain(name);
    if (has("retries")) {
      const scenarios = spec.table("retries")?.rows.map((row) => row.text("Scenario"));
      expect(scenarios).toContain(`${name} does not answer`);
      expect(text).toContain(`# calls to ${name}\n`);
      const row = table?.rows.find((one) => one.text("Dependency") === name);
      for (const column of ["Timeout", "Fallback", "Health Check"]) {
        expect(row?.text(column), column).not.toBe("");
      }
    }
    const raised = [...errors].filter((error) => error.endsWith("UnavailableError"));
    expect(raised).toHaveLength(names.length);
  }
  for (const { name, docstring } of signatures(spec)) {
    const raises = docstring.find((section) => section.name === "Raises")?.items ?? [];
    for (const error of raises) if (/Error$/.test(error.name)) expect(errors).toContain(error.name);
    if (has("methods")) {
      expect(spec.table("methods")?.rows.map((row) => row.text("Method"))).toContain(name);
      expect(spec.table("latency")?.rows.map((row) => row.text("Operation"))).toContain(name);
    }
  }
  for (const { sequence } of sequencesIn(spec)) {
    const known = new Set(sequence.participants.map(({ id }) => id));
    for (const { from, to } of sequence.messages)
      expect([known.has(from), known.has(to)]).toEqual([true, true]);
  }
  const drawn = diagramsIn(spec, /^stateDiagram/).map(({ fence }) =>
    readStateDiagram(fence.content)
      .states.map(({ label }) => label)
      .sort(),
  );
  for (const { literals } of statusFields(spec)) {
    expect(drawn).toContainEqual(literals.map(({ value }) => value).sort());
  }
}

describe.each([...formatNames])("%s", (format) => {
  test("of every combination is read again, breaks no rule, agrees with itself and has diagrams that Mermaid takes", async () => {
    const files = Object.fromEntries(
      combinations.map(({ count, dependency, operation }, index) => {
        const answers = answersSchema.parse({
          entities: entities.slice(0, count),
          dependencies: [dependency],
          operations: [operation],
        });
        const subject = subjectOf({ name: "ScoringService", purpose: "compute metrics" }, answers);
        const text = renderSpec(subject, formats[format], writersOf(format), "2026-01-15");
        return [`specs/${String(index).padStart(3, "0")}-x/${format}.md`, text];
      }),
    );
    const { project } = await createTestProject(files);
    const asked = new Set<string>();
    for (const [index, path] of project.lintedPaths.entries()) {
      const { findings, errors, document } = await project.check(path);
      const other = findings.filter(({ rule }) => rule !== "spec-placeholder");
      const what = JSON.stringify(combinations[index]);
      expect([errors, other.map(({ message }) => message)], what).toEqual([[], []]);
      const spec = document && project.openSpec(document);
      if (spec === undefined) throw new Error(`${what} is no spec`);
      if (format !== "guide") agrees(spec);
      for (const { source } of diagramsOf(spec.markdown)) {
        if (asked.has(source)) continue;
        asked.add(source);
        await mermaid.parse(source);
      }
      if (format === "service") expectFollows(spec, combinations[index]);
    }
    if (format !== "guide") expect(asked.size).toBeGreaterThan(10);
  }, 120_000);
});

/** What each choice has to bring about in a full document. */
function expectFollows(
  spec: SpecDocument,
  choice: (typeof combinations)[number] | undefined,
): void {
  const { count = 0, dependency, operation } = choice ?? {};
  expect(spec.table("dependencies")?.rows).toHaveLength(1);
  expect(spec.part("conflict-path") !== undefined).toBe(count > 0);
  expect(diagramsIn(spec, /^stateDiagram/)).toHaveLength(Math.min(count, 2));
  const isExternal = dependency === "external-api";
  if (isExternal) expect(spec.part("retry-path")).toBeDefined();
  const isCommon = typeof operation === "string";
  const methods = signatures(spec).length;
  // What every model can have needs a model; an operation of its own stands alone.
  expect(methods).toBeGreaterThan(count === 0 && isCommon ? -1 : 0);
}
