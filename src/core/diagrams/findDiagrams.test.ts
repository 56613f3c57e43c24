import { describe, expect, test } from "vitest";
import { diagramType } from "./diagramType";
import { findDiagrams, findDiagramsIn } from "./findDiagrams";

const text = [
  "# Shop",
  "",
  "```mermaid",
  "flowchart LR",
  "  a --> b",
  "```",
  "",
  "## Happy Path: Order",
  "",
  "- in a list",
  "",
  "  ~~~Mermaid theme=dark",
  "  %% first",
  "  sequenceDiagram",
  "    A->>B: hi",
  "  ~~~",
  "",
  "> ```MERMAID {x}",
  "> stateDiagram-v2",
  "> ```",
  "",
  "```mermaidx",
  "no",
  "```",
  "```python",
  "# mermaid",
  "```",
  "```mermaid{a}",
].join("\n");

describe("findDiagrams", () => {
  test("finds every Mermaid fence with its headings and lines", () => {
    expect(findDiagrams(text)).toEqual([
      {
        id: "shop#1",
        source: "flowchart LR\n  a --> b",
        headings: ["Shop"],
        title: "Shop",
        type: "flowchart",
        line: 2,
        contentLine: 3,
        endLine: 5,
        columns: [0, 0],
      },
      {
        id: "shop/happy-path-order#1",
        source: "%% first\nsequenceDiagram\n  A->>B: hi",
        headings: ["Shop", "Happy Path: Order"],
        title: "Happy Path: Order",
        type: "sequenceDiagram",
        line: 11,
        contentLine: 12,
        endLine: 15,
        columns: [2, 2, 2],
      },
      {
        id: "shop/happy-path-order#2",
        source: "stateDiagram-v2",
        headings: ["Shop", "Happy Path: Order"],
        title: "Happy Path: Order",
        type: "stateDiagram-v2",
        line: 17,
        contentLine: 18,
        endLine: 19,
        columns: [2],
      },
      {
        id: "shop/happy-path-order#3",
        source: "",
        headings: ["Shop", "Happy Path: Order"],
        title: "Happy Path: Order",
        type: "",
        line: 27,
        contentLine: 28,
        endLine: 27,
        columns: [],
      },
    ]);
  });

  test("finds the same with CRLF", () => {
    expect(findDiagrams(text.replaceAll("\n", "\r\n"))).toEqual(findDiagrams(text));
  });

  test("gives ids that edits elsewhere leave alone, and that are unique", () => {
    const more = text
      .replace("flowchart LR", "flowchart LR\n  c --> d")
      .replace("## Happy", "## New\n\n```mermaid\npie\n```\n\n## Happy");
    const ids = findDiagrams(more).map((diagram) => diagram.id);
    for (const { id } of findDiagrams(text)) expect(ids).toContain(id);
    const twice =
      "# A!\n```mermaid\n```\n# A?\n```mermaid\n```\n# 😀\n```mermaid\n```\n# Ж\n```mermaid\n```\n";
    expect(findDiagrams(twice).map(({ id }) => id)).toEqual(["a#1", "a#2", "-#1", "ж#1"]);
    expect(findDiagrams("```mermaid\n```").map(({ id, title }) => [id, title])).toEqual([
      ["document#1", ""],
    ]);
  });
});

test("a Mermaid file is one diagram", () => {
  expect(findDiagramsIn("file:///a/My%20flow.mmd", "flowchart LR\r\na-->b")).toMatchObject([
    { title: "My flow", source: "flowchart LR\na-->b", line: 0, contentLine: 0, endLine: 1 },
  ]);
  expect(findDiagramsIn("file:///a/%zz.MERMAID?x", "")).toMatchObject([{ title: "%zz", type: "" }]);
  expect(findDiagramsIn("file:///a/x.md", text)).toHaveLength(4);
});

test.each([
  ["flowchart LR", "flowchart"],
  ["\n\n  graph TD;a-->b", "graph"],
  ["---\ntitle: x\nconfig:\n  theme: dark\n---\npie title x", "pie"],
  ["---\n---\nxychart-beta", "xychart-beta"],
  ["%%{init: {\n 'theme': 'dark'\n}}%%\n%% c\nerDiagram", "erDiagram"],
  ["%%{init: {}}%% C4Context", "C4Context"],
  ["%% only a comment", ""],
  ["", ""],
  ["--> b", ""],
])("the type of %j is %j", (source, type) => {
  expect(diagramType(source)).toBe(type);
});
