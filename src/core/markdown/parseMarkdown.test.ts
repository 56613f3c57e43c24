import { describe, expect, test } from "vitest";
import type { Range } from "../text/range";
import type { MarkdownDocument } from "./document";
import { frontMatterText } from "./frontMatter";
import { allSections, MarkdownParser, parseMarkdown } from "./parseMarkdown";
import { toDocumentPosition } from "./readFence";

/** What of a document's text a range covers. */
function slice({ text, lines }: MarkdownDocument, { start, end }: Range): string {
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

function lines(...all: string[]): string {
  return all.join("\n");
}

describe("sections", () => {
  test("form a tree with ranges", () => {
    const document = parseMarkdown(
      lines("intro", "# A *b* `c`", "a", "### Deep", "d", "## B", "Two", "===", "end"),
    );
    expect(allSections(document).map(({ path }) => path.join(" / "))).toEqual([
      "A b c",
      "A b c / Deep",
      "A b c / B",
      "Two",
    ]);
    const [first, second] = document.sections;
    expect(first && slice(document, first.range)).toBe("# A *b* `c`\na\n### Deep\nd\n## B\n");
    expect(first && slice(document, first.ownRange)).toBe("# A *b* `c`\na\n");
    expect(first && slice(document, first.heading.textRange)).toBe("A *b* `c`");
    expect(second && slice(document, second.range)).toBe("Two\n===\nend");
    expect(document.preamble.map((block) => block.kind)).toEqual(["paragraph"]);
  });

  test("are not opened inside quotes, lists, fences, comments and front matter", () => {
    const document = parseMarkdown(
      lines(
        "---",
        "# yaml: no",
        "a: 1",
        "---",
        "# Yes",
        "> # no",
        "",
        "- # no",
        "",
        "````",
        "# no",
        "```",
        "# no",
        "````",
        "<!--",
        "",
        "# no",
        "-->",
        "",
        "<div>",
        "# no",
        "",
        "# Also",
      ),
    );
    expect(document.headings.map((heading) => heading.text)).toEqual(["Yes", "Also"]);
  });

  test("an empty heading and a document of nothing are fine", () => {
    expect(parseMarkdown("#").headings).toMatchObject([{ level: 1, text: "" }]);
    for (const text of ["", "\n", "\r\n", "\ufeff", "---", "---\n", "|", "```", "<!--"]) {
      expect(() => parseMarkdown(text)).not.toThrow();
    }
  });
});

describe("positions", () => {
  const text = lines(
    "# 😀 One",
    "",
    "\t| not | a table |",
    "",
    "| a | 😀 b |",
    "|---|:-:|",
    "| x \\| y | `p\\|q` <!-- TODO: z --> |",
    "|  |",
    "| 1 | 2 | 3 |",
    "",
  );

  test.each([
    ["\\n", text],
    ["\\r\\n", text.replaceAll("\n", "\r\n")],
    ["\\r", text.replaceAll("\n", "\r")],
    ["a byte order mark", `\ufeff${text}`],
  ])("of cells are right with %s", (_, given) => {
    const document = parseMarkdown(given);
    const [table] = document.tables;
    if (table === undefined) throw new Error("no table");
    const rows = [table.header, ...table.rows];
    expect(rows.map((row) => row.cells.map((cell) => slice(document, cell.range)))).toEqual([
      ["a", "😀 b"],
      ["x \\| y", "`p\\|q` <!-- TODO: z -->"],
      [""],
      ["1", "2", "3"],
    ]);
    expect(rows[1]?.cells.map((cell) => cell.text)).toEqual(["x | y", "p|q"]);
    expect(rows[0]?.cells[1]?.range).toEqual({
      start: { line: 4, character: 6 },
      end: { line: 4, character: 10 },
    });
    expect(table.delimiterLine).toBe(5);
    expect(table.path).toEqual(["😀 One"]);
    expect(document.comments.map(({ text, range }) => [text, slice(document, range)])).toEqual([
      ["TODO: z", "<!-- TODO: z -->"],
    ]);
  });
});

test("lists give their items with their words", () => {
  const document = parseMarkdown(lines("1. *one* two", "   - inner", "2. <!-- TODO: x -->", "3."));
  expect(document.lists.map((list) => [list.ordered, list.items.map((item) => item.text)])).toEqual(
    [
      [true, ["one two", "", ""]],
      [false, ["inner"]],
    ],
  );
  const item = document.lists[0]?.items[0];
  expect(item && slice(document, item.textRange)).toBe("*one* two");
});

describe("fences", () => {
  test("in lists and quotes map their lines to the document's", () => {
    const document = parseMarkdown(
      lines(
        "# H",
        "- item",
        "",
        "  ```mermaid {a=1} b",
        "  flowchart LR",
        "",
        "    a --> b",
        "  ```",
        "",
        "> > ~~~~ py",
        "> > x = 1",
        "> >",
        "> >  ~~~",
        "> > ~~~~",
      ),
    );
    const [inList, inQuote] = document.fences;
    expect(inList).toMatchObject({
      language: "mermaid",
      info: "mermaid {a=1} b",
      content: "flowchart LR\n\n  a --> b",
      line: 3,
      contentLine: 4,
      endLine: 7,
      closed: true,
      columns: [2, 0, 2],
      path: ["H"],
    });
    expect(inQuote).toMatchObject({
      content: "x = 1\n\n ~~~",
      line: 9,
      endLine: 13,
      columns: [4, 3, 4],
    });
    if (inList === undefined) throw new Error("no fence");
    expect(slice(document, inList.contentRange)).toBe("flowchart LR\n\n    a --> b");
    expect(toDocumentPosition(inList, { line: 2, character: 2 })).toEqual({
      line: 6,
      character: 4,
    });
  });

  test("that nobody closed reach to the end of what holds them", () => {
    const document = parseMarkdown("- ```a\n  x\n\nText\n\n~~~ b\ny\n# no\n");
    expect(document.fences).toMatchObject([
      { content: "x\n", closed: false, line: 0, endLine: 2 },
      { content: "y\n# no\n", closed: false, line: 5, contentLine: 6 },
    ]);
  });

  test("may be empty, and indented code is none", () => {
    const document = parseMarkdown("```\n```\n\n    code\n\n```\n\n```\n");
    expect(document.fences).toMatchObject([
      { content: "", columns: [], closed: true, endLine: 1 },
      { content: "", columns: [0], closed: true, endLine: 7 },
    ]);
  });
});

describe("front matter", () => {
  test("gives its entries with ranges", () => {
    const document = parseMarkdown(
      '---\r\nbackend-spec: service\r\nname: "a: b"\r\nn: 3\r\n---\r\n',
    );
    expect(frontMatterText(document.frontMatter, "backend-spec")).toBe("service");
    expect(frontMatterText(document.frontMatter, "n")).toBeUndefined();
    const name = document.frontMatter?.entries[1];
    expect(name && slice(document, name.keyRange)).toBe("name");
    expect(name && slice(document, name.valueRange)).toBe('"a: b"');
    expect(document.frontMatter?.contentLine).toBe(1);
  });

  test("says where its YAML is wrong, and keeps the rest", () => {
    const document = parseMarkdown("---\nname: x\nlist: [\nbad: *none\n---\n# T\n");
    expect(document.frontMatter?.problems.length).toBeGreaterThan(0);
    expect(document.headings).toHaveLength(1);
    const twice = parseMarkdown("---\na: 1\na: 2\n---\n");
    expect(twice.frontMatter?.problems).toHaveLength(1);
  });
});

describe("parsing in pieces", () => {
  const texts = [
    lines("# A", "", "```", "# x", "```", "# B", "~~~", "```", "# y", "~~~", "## C", "### D"),
    lines("# A", "- ```py", "  x", "", "```", "# not a heading", "```", "# B"),
    lines("# A", "<!-- a", "# no", "", "# no", "-->", "", "# B", "<pre>", "", "# no", "</pre>"),
    lines("# A", "<div>", "# no", "", "# B", "| a |", "|---|", "| x |", "# C", "para", "# D"),
    lines("---", "a: b", "# c", "---", "# A", "text", "---", "# B"),
    lines("# A", "1. ~~~", "   # no", "# B", "> ```", "# C", "    # no", "\t# no", "#no", "#"),
  ];

  test.each(texts)("gives what parsing as a whole gives: %j", (text) => {
    // A link definition makes the parser take the text in one piece.
    const whole = parseMarkdown(`${text}\n\n[zz]: /zz\n`);
    for (const given of [text, text.replaceAll("\n", "\r\n")]) {
      const pieces = parseMarkdown(given);
      expect(pieces.headings.map(({ text, range }) => [text, range])).toEqual(
        whole.headings.map(({ text, range }) => [text, range]),
      );
      expect(pieces.fences).toEqual(whole.fences);
      expect(pieces.tables).toEqual(whole.tables);
    }
  });

  test("gives the same after each of many edits", () => {
    const parser = new MarkdownParser();
    let text = texts.join("\n\n");
    for (let step = 0; step < 8; step++) {
      const at = (step * 7919) % text.length;
      const insert = ["`", "#", "\n", "```\n", "> ", "<!--", "|", ""][step % 8] ?? "";
      text = text.slice(0, at) + insert + text.slice(at + (step % 3));
      expect(parser.parse(text)).toEqual(parseMarkdown(text));
    }
  });
});

test("hostile texts take no long time", { timeout: 20_000 }, () => {
  const started = performance.now();
  for (const part of ["- ", "> ", "1. ", "* - ", "- > ", "\t", "|", "<!--", "```\n", "# "]) {
    expect(() => parseMarkdown(`# x\n${part.repeat(1000)}x`)).not.toThrow();
  }
  expect(performance.now() - started).toBeLessThan(10_000);
});
