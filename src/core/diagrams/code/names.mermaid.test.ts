import { join } from "node:path";
import { expect, test } from "vitest";
import { diagramParserIn } from "../../../node/diagramParser";
import { codeBaseOf } from "../../testing/testCodeBase";
import { codeDiagrams } from "./codeDiagrams";

/** The words of the grammars of Mermaid 11.17, and such as look like its signs. */
const words =
  `accDescr accTitle activate actor alt and architecture as autonumber block bottom box break bt call callback choice class
  classDef classDiagram click create critical cssClass deactivate default destroy details direction else end entity erDiagram
  flowchart fork graph hide href interpolate join left link links linkStyle loop lr many more namespace none note o one only
  opt option optionally or over par participant properties rect right rl scale sequenceDiagram state stateDiagram
  stateDiagram_v2 style subgraph tb td title to top u v x zero PK FK UK TXT n__p a__b`.split(/\s+/);

const parser = diagramParserIn(join(import.meta.dirname, "../../../../dist"));
const python = (word: string) =>
  /^(?:and|as|break|class|else|or)$/.test(word) ? `${word}_` : word;

const models = `from enum import Enum
from pydantic import BaseModel
from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass

${words
  .map(
    (word, index) => `
class Table${index}(Base):
    __tablename__ = "${word}"
    ${python(word)}: Mapped[int] = mapped_column("${word}", primary_key=True)
    next_id: Mapped[int] = mapped_column(Integer, ForeignKey("${words[index + 1] ?? "missing"}.x"))
`,
  )
  .join("\n")}

class Status(str, Enum):
${words.map((word) => `    ${python(word)} = "${word}"`).join("\n")}


class Job(Base):
    __tablename__ = "jobs"
    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[Status] = mapped_column(default=Status.end)

    def move(self) -> None:
${words.map((word) => `        self.status = Status.${python(word)}`).join("\n")}
`;
const schemas = `from pydantic import BaseModel

${words.map((word) => `\nclass ${python(word)}(BaseModel):\n    ${python(word)}: "list[${python(word)}]"\n`).join("\n")}`;
const services = `from fastapi import FastAPI

app = FastAPI()

${words.map((word) => `\nclass ${python(word)}:\n    def ${python(word)}(self) -> None: ...\n`).join("\n")}

${words.map((word) => `\n@app.get("/${word}")\ndef route_${word}() -> None:\n    ${python(word)}().${python(word)}()\n`).join("\n")}`;

test("names that mean something to Mermaid are written so that it takes them", async () => {
  const code = await codeBaseOf({
    "app/models.py": models,
    "app/schemas.py": schemas,
    "app/services.py": services,
    ...Object.fromEntries(
      words.map((word) => [`app/${python(word)}/part.py`, "import app.models\n"]),
    ),
  });
  for (const kind of ["er", "class", "state", "sequence", "modules", "architecture"] as const) {
    const made = codeDiagrams({ kind, path: "" }, code);
    if ("problem" in made) throw new Error(made.problem);
    for (const { text, title } of made) {
      const refusal = await parser.parse(text);
      const what = refusal && `${String(refusal.thrown)}\n${text.slice(0, 2000)}`;
      expect([kind, title, what]).toEqual([kind, title, undefined]);
    }
  }
});
