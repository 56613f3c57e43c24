import { describe, expect, test } from "vitest";
import { parseMarkdown } from "../../markdown/parseMarkdown";
import { renderSpec } from "../renderSpec";
import { subjectOf } from "../subject";
import { findSections, findTitle } from "./findSections";
import { type FormatInput, formatSchema } from "./format";
import { fillHeading, isHeadingOf, matchHeading } from "./heading";
import { service } from "./service";

const table = {
  kind: "table" as const,
  columns: ["ID", "Rule", "Description"],
  ids: "BR" as const,
};

/** What the compact format asks of the shape: fields below the title, tables beside parts, a list of fences. */
const compact: FormatInput = {
  name: "compact",
  title: "Backend Service Specification: <name>",
  file: "module-<name>.md",
  frontMatter: ["backend-spec", "name", "module", "date"],
  fields: ["Module", "Date", "Spec Reference"],
  sections: [
    {
      id: "responsibilities",
      heading: "Service Responsibilities",
      level: 2,
      about: "what it owns",
    },
    {
      id: "logic",
      heading: "Business Logic",
      level: 2,
      about: "rules",
      holds: [
        { ...table, hint: "one row for each rule" },
        { kind: "fence", language: "python", required: false },
      ],
      parts: [
        {
          id: "constructor",
          heading: "State Machine",
          level: 3,
          about: "states",
          when: "status-field",
        },
        {
          id: "sequence",
          heading: "Sequence: <operation>",
          level: 3,
          about: "calls",
          repeats: true,
        },
      ],
    },
  ],
};

describe("a format", () => {
  test("of another kind renders without writers of its own, and is found again", () => {
    const format = formatSchema.parse(compact);
    const subject = { ...subjectOf({ name: "Scoring", purpose: "" }), module: "app/scoring.py" };
    const text = renderSpec(subject, format, { sections: {}, repeated: {} }, "2026-01-15");
    expect(text).toMatch(/\nmodule: app\/scoring\.py\n/);
    expect(text).toContain(
      "## Business Logic\n\n| ID  | Rule | Description |\n| --- | ---- | ----------- |\n\n<!-- TODO: one row for each rule -->\n\n<!-- TODO: rules -->\n\n### Sequence: \\<operation>\n",
    );
    const document = parseMarkdown(text);
    expect(findTitle(document, format)).toBeDefined();
    expect(findSections(document, format).map((found) => found.format.id)).toEqual([
      "responsibilities",
      "logic",
      "sequence",
    ]);
  });

  test("is refused with the place of each mistake", () => {
    const [first, second] = compact.sections;
    if (first === undefined || second === undefined) throw new Error("no sections");
    const wrong = {
      ...compact,
      file: "../x.md",
      sections: [
        { ...first, level: 1 },
        { ...second, id: first.id, holds: [{ kind: "song" }] },
      ],
    };
    const paths = formatSchema.safeParse(wrong).error?.issues.map(({ path }) => path.join("."));
    expect(paths).toEqual(["file", "sections.1.holds.0.kind"]);
    const doubled = {
      ...compact,
      sections: [
        { ...first, level: 1 },
        { ...second, id: first.id },
      ],
    };
    const issues = formatSchema.safeParse(doubled).error?.issues;
    expect(issues?.map(({ path }) => path.join("."))).toEqual([
      "sections.0.level",
      "sections.1.id",
    ]);
  });
});

describe("headings", () => {
  test("are filled and matched", () => {
    expect(fillHeading("Happy Path: <operation>", { operation: "Create $& <x>" })).toBe(
      "Happy Path: Create $& <x>",
    );
    expect(fillHeading("<constructor>", {})).toBe("<constructor>");
    expect(matchHeading("Backend Spec: <name>", "backend  spec:   A: b")?.get("name")).toBe("A: b");
    expect(matchHeading("Backend Spec: <name>", "Backend Spec:")).toBeUndefined();
    expect(matchHeading("A (b)", "A b")).toBeUndefined();
  });

  test("are known by other names, at any level", () => {
    const logic = service.sections.find((section) => section.id === "business-logic");
    const machine = logic?.parts?.find((part) => part.id === "state-machine");
    expect(machine && isHeadingOf(machine, "State machine")).toBe(true);
    const document = parseMarkdown(
      "## Backend Spec: X\n### Own\n### Data Models\n#### Order\n### security\n#### audit  logging\n",
    );
    expect(findSections(document, service).map((found) => found.format.id)).toEqual([
      "data-models",
      "data-model",
      "security",
      "audit",
    ]);
  });
});
