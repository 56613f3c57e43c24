import { expect, test } from "vitest";
import type { AnswersInput } from "../../spec/answers/schema";
import { answersSchema, dependencyKinds } from "../../spec/answers/schema";
import { formatNames, formats } from "../../spec/formats";
import { readFacts } from "../../spec/fromCode/readFacts";
import { shop } from "../../spec/fromCode/shop";
import { generateSpec } from "../../spec/generateSpec";
import { renderSpec, writersOf } from "../../spec/renderSpec";
import { parseSpecLine } from "../../spec/specLine";
import { subjectOf } from "../../spec/subject";
import { createTestProject } from "../../testing/testProject";

const lines = [
  "ScoringService — compute evaluation metrics for submissions",
  "TaskConfigService — load and validate YAML task configurations",
  "LeaderboardService — aggregate and rank submission scores",
  "Сервис оценок",
];

const scoring: AnswersInput = {
  owns: ["scores", "score runs"],
  "does-not-own": ["submissions"],
  entities: [
    {
      name: "Score",
      fields: [
        "metric:str(64)",
        "value:float",
        "status:enum(queued,processing,completed,failed)=queued",
        "version:int=0",
        "reference_answers:json",
      ],
    },
    { name: "ScoreRun", fields: ["state:enum(in progress,on-hold,end)", "key:str(9) unique"] },
  ],
  dependencies: [...dependencyKinds, { name: "Celery", kind: "queue" }],
  operations: [
    "create",
    "read",
    "list",
    "update",
    "delete",
    { name: "enqueue scoring", input: "submission_id: int" },
  ],
  rules: ["Empty predictions score 0.0", "Re-scoring gives the same"],
  sensitive: ["reference_answers"],
};

const answers: AnswersInput[] = [
  {},
  scoring,
  ...(scoring.dependencies ?? []).map((one) => ({ ...scoring, dependencies: [one] })),
  ...(scoring.operations ?? []).map((one) => ({ operations: [one] })),
  { entities: scoring.entities },
  {
    entities: [{ name: "Мой заказ", fields: ["статус:enum(new,done)=new"] }],
    dependencies: ["queue", { name: "База", kind: "postgresql" }],
    operations: ["create", "read", "list", "update"],
  },
  {
    entities: [
      { name: "User", fields: ["api_key:str(20)", "phone:str(9)", "age:int"] },
      { name: "UserApp", fields: ["api_key:str(20)"] },
    ],
    dependencies: ["queue"],
    operations: ["create", "update"],
    sensitive: ["User.api_key", "PII (phones, e-mail)"],
  },
];

test.each([...formatNames])(
  "nothing is found in a generated %s but places to fill",
  async (format) => {
    const files: Record<string, string> = {};
    for (const [index, given] of answers.entries()) {
      const parsed = parseSpecLine(lines[index % lines.length] ?? "");
      if ("problem" in parsed) throw new Error(parsed.problem);
      const subject = subjectOf(parsed, answersSchema.parse(given));
      const text = renderSpec(subject, formats[format], writersOf(format), "2026-01-15");
      files[`specs/${index}/${format}.md`] = text;
    }
    const { project } = await createTestProject(files);
    for (const path of project.lintedPaths) {
      const { findings, errors } = await project.check(path);
      expect(errors).toEqual([]);
      const other = findings.filter(({ rule }) => rule !== "spec-placeholder");
      expect(
        other.map(({ message, range }) => `${path}:${range.start.line + 1} ${message}`),
      ).toEqual([]);
      expect(findings.length).toBeGreaterThan(0);
    }
  },
);

test.each([...formatNames])(
  "nothing is found in a %s from code but places to fill",
  async (format) => {
    const { project, fileSystem } = await createTestProject({ ...shop, "specs/x.txt": "" });
    for (const path of ["app/orders", "app/stock.py", "."]) {
      const code = readFacts(path, project.code);
      if ("problem" in code) throw new Error(code.problem);
      const request = { line: "", format, code, folder: project.root, specsFolder: "specs" };
      const clock = { today: () => "2026-01-15" };
      const spec = await generateSpec(request, { fileSystem, clock });
      if ("problem" in spec) throw new Error(spec.problem);
      const content = spec.plan.creations[0]?.content ?? "";
      const made = await createTestProject({ ...shop, [spec.path]: content });
      const { findings } = await made.project.check(spec.path);
      const other = findings.filter(({ rule }) => rule !== "spec-placeholder");
      expect(other.map(({ rule, message }) => `${path}: ${rule} ${message}`)).toEqual([]);
    }
  },
);

test("documents of other tools get no finding", async () => {
  const { project } = await createTestProject({
    "specs/004-x/spec.md":
      "# Feature Specification: X\n\n**Status**: Draft\n\n[NEEDS CLARIFICATION]\n",
    "specs/004-x/plan.md": "# Implementation Plan: X\n\n## Security\n\n```python\n1. no\n```\n",
    "specs/004-x/tasks.md":
      "---\ndescription: tasks\n---\n\n# Tasks: X\n\n## Dependencies\n\n| a |\n|---|\n",
    "README.md": "# Backend\n\nRun `backend-spec lint`.\n\n## Overview\n",
  });
  for (const path of project.lintedPaths) {
    expect((await project.check(path)).findings).toEqual([]);
  }
});
