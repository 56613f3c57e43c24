import { join } from "node:path";
import { root } from "../../scripts/run";
import { codeDiagrams } from "../../src/core/diagrams/code/codeDiagrams";
import { testParser } from "../../src/core/python/testing";
import { codeBaseOf, setFile } from "../../src/core/testing/testCodeBase";
import { diagramParserIn } from "../../src/node/diagramParser";
import { type Figure, milliseconds } from "../figures";
import { median } from "../statistics";

const tables = 200;
const inFile = 10;
const rounds = 15;

/** What diagrams of code and the check of diagrams take, in this process. */
export async function measureDiagrams(): Promise<Figure[]> {
  return [...(await erDiagram()), ...(await check())];
}

/** The Mermaid text of 200 tables in 20 files, of ten columns each and two references. */
async function erDiagram(): Promise<Figure[]> {
  const files = new Map<string, string>([
    [
      "app/base.py",
      "from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n",
    ],
  ]);
  for (let first = 0; first < tables; first += inFile) {
    files.set(`app/m${first}/models.py`, modelsFrom(first));
  }
  const code = await codeBaseOf(Object.fromEntries(files));
  const draw = (): number => {
    const began = performance.now();
    const made = codeDiagrams({ kind: "er", path: "" }, code);
    if ("problem" in made) throw new Error(made.problem);
    return performance.now() - began;
  };
  const cold = draw();
  const parser = await testParser();
  const [path = "", text = ""] = [...files].at(-1) ?? [];
  const typed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    setFile(code, parser, path, text.replace("value_3", `value_${round}x`));
    typed.push(draw());
  }
  return [
    milliseconds("ER diagram of 200 tables, Mermaid text, the first time", cold),
    milliseconds(
      "ER diagram of 200 tables, Mermaid text, after a keystroke",
      median(typed),
      "≤ 200",
    ),
  ];
}

function modelsFrom(first: number): string {
  const classes = Array.from({ length: inFile }, (_, index) => {
    const number = first + index;
    const columns = Array.from(
      { length: 7 },
      (_, column) => `    value_${column}: Mapped[str] = mapped_column(String(20))`,
    );
    return [
      `class Model${number}(Base):`,
      `    __tablename__ = "table_${number}"`,
      "    id: Mapped[int] = mapped_column(primary_key=True)",
      ...columns,
      `    one_id: Mapped[int] = mapped_column(ForeignKey("table_${(number * 7) % tables}.id"))`,
      `    two_id: Mapped[int | None] = mapped_column(ForeignKey("table_${(number * 3) % tables}.id"))`,
    ].join("\n");
  });
  const imports =
    "from sqlalchemy import ForeignKey, String\nfrom sqlalchemy.orm import Mapped, mapped_column\nfrom app.base import Base\n";
  return `${imports}\n\n${classes.join("\n\n\n")}\n`;
}

/** What the first diagram of a document costs, and the others. */
async function check(): Promise<Figure[]> {
  const parser = diagramParserIn(join(root, "dist"));
  const source = (number: number): string =>
    `flowchart LR\n${Array.from({ length: 40 }, (_, node) => `  n${node} --> n${node + number}`).join("\n")}`;
  const began = performance.now();
  await parser.parse(source(1));
  const first = performance.now() - began;
  const others: number[] = [];
  for (let round = 2; round < rounds; round++) {
    const start = performance.now();
    await parser.parse(source(round));
    others.push(performance.now() - start);
  }
  return [
    milliseconds("diagram-syntax: the first diagram, the parser's loading with it", first),
    milliseconds("diagram-syntax: a flowchart of 40 nodes", median(others)),
  ];
}
