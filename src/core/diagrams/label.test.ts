import { expect, test } from "vitest";
import { renderFlowchart } from "./flowchart";
import { mermaidLabel, shorten } from "./label";

test.each([
  ["Scoring Service (v2), é 😀", "Scoring Service (v2), é 😀"],
  ['say "hi"; a & b\n<c>', "say #quot;hi#quot;#59; a #amp; b #lt;c#gt;"],
  ["a:b|c[d]{e}%%#`", "a#58;b#124;c#91;d#93;#123;e#125;#37;#37;#35;#96;"],
])("the label of %j is %j", (text, label) => {
  expect(mermaidLabel(text)).toBe(label);
});

test("long texts are cut at a word, never within a character", () => {
  expect(shorten("one two three", 9)).toBe("one two…");
  expect(shorten("😀😀😀😀", 3)).toBe("😀😀…");
  expect(shorten("as it is", 8)).toBe("as it is");
});

test("flowcharts have shapes and labelled arrows", () => {
  const chart = renderFlowchart({
    direction: "TB",
    nodes: [
      { id: "service", label: 'A "b"' },
      { id: "db", label: "PostgreSQL", shape: "database" },
      { id: "queue", label: "Jobs", shape: "queue" },
    ],
    edges: [
      { from: "service", to: "db", label: "reads" },
      { from: "service", to: "queue" },
    ],
  });
  expect(chart.split("\n")).toEqual([
    "flowchart TB",
    '    service["A #quot;b#quot;"]',
    '    db[("PostgreSQL")]',
    '    queue[["Jobs"]]',
    '    service -->|"reads"| db',
    "    service --> queue",
  ]);
});
