import { describe, expect, test } from "vitest";
import { createTestProject } from "../testing/testProject";
import { answersSchema } from "./answers/schema";
import { formats } from "./formats";
import { generateSpec } from "./generateSpec";
import { renderSpec, writersOf } from "./renderSpec";
import { subjectOf } from "./subject";

/** A document from answers whose parts could contradict each other. */
function documentOf(format: keyof typeof formats): string {
  const answers = answersSchema.parse({
    entities: [
      {
        name: "Score",
        fields: ["value:float", "status:enum(open,done)=open", "pay_state:enum(due,paid)=due"],
      },
    ],
    dependencies: ["postgresql", "queue"],
    operations: ["create", "list", "update", { name: "compute", input: "score_id: UUID" }],
  });
  const subject = subjectOf({ name: "ScoringService", purpose: "compute scores" }, answers);
  return renderSpec(subject, formats[format], writersOf(format), "2026-01-15");
}

test.each(["service", "module", "task"] as const)(
  "a %s has a state machine and a rule for each status field of a model",
  (format) => {
    const text = documentOf(format);
    expect(text.match(/stateDiagram-v2/g)).toHaveLength(2);
    expect(text).toContain("[*] --> open");
    expect(text).toContain("[*] --> due");
    expect(text).toContain("The status of a score changes only along its state machine");
    expect(text).toContain("The pay_state of a score changes only along its state machine");
  },
);

test("a module defines the page that its list takes and gives", () => {
  const text = documentOf("module");
  expect(text).toContain("list_scores(self, page: PageRequest) -> Page[Score]:");
  expect(text).toContain("class PageRequest:");
  expect(text).toContain("class Page(Generic[T]):");
  expect(text).toContain("from typing import Generic, Literal, TypeVar");
});

describe("a task's document", () => {
  const text = documentOf("task");

  test("has tasks that take ids and the job's record, and give nothing", () => {
    const signatures = [...text.matchAll(/^def (.*):$/gm)].map(([, one]) => one);
    expect(signatures).toEqual([
      "create_score(job_id: str) -> None",
      "list_scores(job_id: str) -> None",
      "update_score(job_id: str, score_id: UUID) -> None",
      "compute(score_id: UUID) -> None",
    ]);
    expect(text).not.toContain("PageRequest");
  });

  test("answers the router before the worker starts", () => {
    const lines = text.split("\n").map((line) => line.trim());
    const at = (line: string): number => lines.indexOf(line);
    expect(at("broker-->>router: 202")).toBeGreaterThan(
      at("router->>broker: enqueue create_score"),
    );
    expect(at("broker->>service: create_score(job_id)")).toBeGreaterThan(
      at("broker-->>router: 202"),
    );
    expect(at("service-->>broker: done")).toBeGreaterThan(0);
  });

  test("has no HTTP answer of a task", () => {
    expect(text).not.toMatch(/503|httpx|: 20[01]/);
    expect(text).toContain("None; the job is tried again <!-- proposed -->");
    expect(text).toContain("`compute`: the job is done, InvalidInputError");
  });
});

test("a model cannot have the name of the service", async () => {
  const { fileSystem, project } = await createTestProject({});
  const answers = answersSchema.parse({ entities: [{ name: "score" }] });
  const request = { line: "Score", format: "module", folder: project.root, specsFolder: "specs" };
  const clock = { today: () => "2026-01-15" };
  expect(await generateSpec({ ...request, answers }, { fileSystem, clock })).toEqual({
    problem:
      "The service and one of its models are both called Score. Give one of them another name.",
  });
});
