import { describe, expect, test } from "vitest";
import { allSectionFormats } from "./format";
import { guide } from "./guide";
import { isHeadingOf } from "./heading";
import { module } from "./module";
import { task } from "./task";

/** The sections and columns of the customer's compact example, read from there in its order. */
const compact: readonly (readonly [string, string?])[] = [
  ["Service Responsibilities"],
  ["Architecture Context"],
  ["Dependencies", "Dependency | Type | Timeout | Fallback"],
  ["Data Models"],
  ["Service Interface"],
  ["Business Logic"],
  ["Scoring Rules", "ID | Rule | Description"],
  ["State Machine"],
  ["Sequence Diagram (Happy Path)"],
  ["Error Handling", "Error | Type | HTTP Status | Response"],
  ["Observability"],
  ["Security"],
  ["Testing Strategy", "Test Type | Tool | Coverage Target | Key Scenarios"],
];

/** The headings of the customer's guide, read from there in its order. */
const guided: readonly (readonly [string, string?])[] = [
  ["Overview"],
  ["Project Setup"],
  ["Quick Start"],
  ["Dependencies (pyproject.toml)"],
  ["Core Configuration"],
  ["app/core/config.py"],
  ["Service Pattern"],
  ["Standard Service Structure"],
  ["Example: Model Service"],
  ["Dependency Injection"],
  ["app/api/deps.py"],
  ["API Router Pattern"],
  ["app/api/v1/models.py"],
  ["Celery Workers"],
  ["app/workers/celery_app.py"],
  ["Error Handling"],
  ["Exception Handler Middleware"],
  ["app/shared/exceptions.py"],
  ["Testing"],
  ["tests/conftest.py"],
  ["Key Implementation Tasks", "Task ID | Description | Priority | Hours"],
];

describe.each([
  ["module", module, compact],
  ["task", task, compact],
  ["guide", guide, guided],
] as const)("%s", (_, format, seed) => {
  const sections = allSectionFormats(format.sections);

  test("has the sections of its source, in its order, and no other", () => {
    expect(sections).toHaveLength(seed.length);
    for (const [index, [heading]] of seed.entries()) {
      const section = sections[index];
      expect(section && isHeadingOf(section, heading), heading).toBe(true);
    }
  });

  test("has the columns of its source", () => {
    const columns = sections.map(({ holds }) =>
      holds.flatMap((held) => (held.kind === "table" ? [held.columns.join(" | ")] : [])),
    );
    expect(columns).toEqual(seed.map(([, table]) => (table === undefined ? [] : [table])));
  });
});
