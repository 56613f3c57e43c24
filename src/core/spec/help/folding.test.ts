import { expect, test } from "vitest";
import { parseMarkdown } from "../../markdown/parseMarkdown";
import { foldsOf } from "./folding";

test("front matter, sections, tables and fences fold; what is one line does not", () => {
  const text =
    "---\na: b\n---\n# A\n\ntext\n\n## B\n\n| a |\n|---|\n| 1 |\n\n```python\nx\n```\n\n## C\n";
  expect(foldsOf(parseMarkdown(text))).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 17 },
    { start: 7, end: 15 },
    { start: 9, end: 11 },
    { start: 13, end: 15 },
  ]);
});
