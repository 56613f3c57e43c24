import { expect, test } from "vitest";
import { parseMarkdown } from "../../markdown/parseMarkdown";
import { bullets, fence, paragraph, steps, todo } from "./blocks";
import { renderBlocks } from "./render";

test("blocks become Markdown", () => {
  const text = renderBlocks([
    { kind: "heading", level: 3, text: "A # *b* #" },
    paragraph("Use ", { code: "a`b" }, " or ", { strong: "c*" }, " in ", { proposed: "5s" }),
    bullets("# no", ["1. ", { todo: "say --> more" }]),
    steps("x", "y"),
    fence("md", "```", "x"),
    todo("a\n b"),
  ]);
  expect(text).toBe(
    [
      "### A # \\*b\\* \\#",
      "Use ``a`b`` or **c\\*** in 5s <!-- proposed -->",
      "- \\# no\n- 1\\. <!-- TODO: say more -->",
      "1. x\n2. y",
      "````md\n```\nx\n````",
      "<!-- TODO: a b -->\n",
    ].join("\n\n"),
  );
});

test("tables hold what they are given, in whole rows", () => {
  const rows = [
    ["a|b", { code: "x | y" }, "line\nbreak"],
    ["😀", { proposed: "5s" }],
    ["\\", "|", "x\\"],
  ] as const;
  const text = renderBlocks([{ kind: "table", columns: ["One", "Two", "Three"], rows }]);
  const [table] = parseMarkdown(text).tables;
  expect(table?.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
    ["a|b", "x | y", "line break"],
    ["😀", "5s", ""],
    ["\\", "|", "x\\"],
  ]);
  expect(text.split("\n")[0]).toMatch(/^\| One {2}\| Two/);
});

test.each([
  "*a* _b_ `c` ~~d~~ $e$",
  "[a](b) ![c](d) [e]: f <g> &amp; &#35; https://x.y",
  "# a #",
  "+ a",
  "- a",
  "= a",
  "> a",
  "12) a",
  "1. a",
  "a\\*b \\",
  "snake_case __init__ _x",
  "<!-- TODO: a -->",
  "---",
  "| a | b |",
])("%j reads as it was written", (given) => {
  const document = parseMarkdown(renderBlocks([paragraph(given), bullets(given)]));
  expect(document.comments).toEqual([]);
  expect(document.preamble[0]).toMatchObject({ kind: "paragraph", text: given });
  expect(document.lists[0]?.items.map((item) => item.text)).toEqual([given]);
});

test("a link leads from the document's folder to its line", () => {
  const link = { link: "get_user()", path: "app/users (1)/service.py", line: 12 };
  expect(renderBlocks([paragraph(link)], "specs/001-users")).toBe(
    "[`get_user()`](../../app/users%20%281%29/service.py#L12)\n",
  );
  expect(renderBlocks([paragraph(link)], "app/specs")).toContain("](../users%20");
  expect(renderBlocks([paragraph(link)])).toContain("](app/users%20");
});
