import { join } from "node:path";
import { expect, test } from "vitest";
import { diagramParserIn } from "../../../node/diagramParser";
import type { DiagramParser } from "../../ports";
import { DiagramChecker, mostCharacters } from "./diagramChecker";

const parser = diagramParserIn(join(import.meta.dirname, "../../../../dist"));
const checker = new DiagramChecker(parser);

test.each([
  ["flowchart LR\n  a-->b", undefined],
  ["zenuml\n  A->B: x", undefined],
  ["sequenceDiagram\n  box Aqua One\n  participant A\n  end\n  A->>B: <b>x</b>", undefined],
  ["classDiagram\n  class A~T~ {\n  +x() int\n  }\n  <<interface>> A", undefined],
  ["gantt\n  section a\n  one : a1, 2014-01-01, 30d", undefined],
  ["", "0:0-0:0 This diagram is empty."],
  ["%% nothing\n", "0:0-0:2 This diagram is empty."],
  ["gannt\n  x", "0:0-0:5 “gannt” is no type of diagram that Mermaid knows; did you mean “gantt”?"],
  [
    "---\ntitle: [x\n---\nflowchart LR\n  a-->b",
    "2:0-2:3 The front matter is not YAML: unexpected end of the stream within a flow collection.",
  ],
  [
    "%%{init: {}}%%\n\nflowchart LR\n  %% c\n  a --- é😀[x(]",
    "4:9-4:15 Mermaid cannot read this line: “😀[x(]” is not expected.",
  ],
  [
    "sequenceDiagram\n  A->>B: #quot;x#quot;\n  A->>B",
    "2:2-2:7 Mermaid cannot read this line: a message is missing after the arrow.",
  ],
  ['pie\n  "#quot;" : y', "1:13-1:14 Mermaid cannot read this line: “y” is not expected."],
  [
    "sequenceDiagram\n  loop x\n  A->>B: y",
    "2:2-2:10 Mermaid cannot read this line: a block is not closed, “end” is missing.",
  ],
])("%j: %s", async (source, expected) => {
  const problem = await checker.check(source);
  const place = ({ line, character }: { line: number; character: number }) =>
    `${line}:${character}`;
  expect(
    problem && `${place(problem.range.start)}-${place(problem.range.end)} ${problem.message}`,
  ).toBe(expected);
});

test("a text is parsed once, and one that is too long not at all", async () => {
  const asked: string[] = [];
  const counting: DiagramParser = {
    parse(source) {
      asked.push(source);
      return parser.parse(source);
    },
  };
  const own = new DiagramChecker(counting);
  await own.check("pie");
  await own.check("pie");
  const problem = await own.check(`flowchart LR\n${"  a --> b\n".repeat(mostCharacters / 10)}`);
  expect(asked).toEqual(["pie"]);
  expect(problem?.message).toContain("is not checked");
});
