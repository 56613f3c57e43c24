import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { backend } from "../frameworks/backend";
import { createTestProject } from "../testing/testProject";

const service = (body: string): string =>
  `from app.db import get_db


class Service:
    def find(self) -> int:
        ${body}

    def other(self) -> int:
        return get_db()


service = Service()
`;

const files = {
  "app/main.py": `from fastapi import FastAPI

from app.service import service

app = FastAPI()


@app.get("/")
def root() -> int:
    return service.find()
`,
  "app/db.py": "def get_db() -> int:\n    return 1\n",
  "app/service.py": service("return 1"),
};

/** A project whose service is open, and what types another text into it. */
async function opened() {
  const { project } = await createTestProject(files);
  const uri = `${project.root}/app/service.py`;
  let version = 1;
  const write = (text: string): void =>
    project.setDocument(TextDocument.create(uri, "python", version++, text));
  write(files["app/service.py"]);
  return { code: project.code, write };
}

describe("an edit in the body of a function", () => {
  test("leaves what importing the module does what it was", async () => {
    const { code, write } = await opened();
    const before = [code.run("app/service.py"), backend.routing(code)];
    write(service("return 2"));
    expect([code.run("app/service.py"), backend.routing(code)]).toEqual(before);
    expect(code.run("app/service.py")).toBe(before[0]);
    expect(backend.routing(code)).toBe(before[1]);
  });

  test("runs that function again and no other", async () => {
    const { code, write } = await opened();
    const runs = () => code.functionRuns("app/service.py");
    const [find, other] = runs();
    write(service("return 2"));
    expect(runs()[0]).not.toBe(find);
    expect(runs()[0]?.returned).toMatchObject({ kind: "constant", value: 2 });
    expect(runs()[1]).toBe(other);
  });

  test("is seen in the tree, and undone", async () => {
    const { code, write } = await opened();
    const before = JSON.stringify(code.statements("app/service.py"));
    write(service("return 12345"));
    expect(JSON.stringify(code.statements("app/service.py"))).toContain("12345");
    write(files["app/service.py"]);
    expect(JSON.stringify(code.statements("app/service.py"))).toBe(before);
  });

  test("counts where importing a module runs that body", async () => {
    const { code, write } = await opened();
    const made = (body: string): string =>
      `from fastapi import APIRouter\n\n\ndef make():\n    return APIRouter(prefix="${body}")\n\n\nrouter = make()\n`;
    write(made("/a"));
    const before = code.run("app/service.py");
    write(made("/b"));
    expect(code.run("app/service.py")).not.toBe(before);
  });
});

describe("any other edit", () => {
  test.each([
    ["of a parameter", "def other(self) -> int:", "def other(self, of) -> int:"],
    ["of a name", "def other(", "def another("],
    ["of the module", "service = Service()", "services = Service()"],
    ["that moves what follows", "return 1\n", "return 1\n\n"],
    ["of what a body imports", "return 1\n", "import os\n"],
  ])("%s runs the module again", async (_, from, to) => {
    const { code, write } = await opened();
    const before = code.run("app/service.py");
    write(files["app/service.py"].replace(from, to));
    expect(code.run("app/service.py")).not.toBe(before);
  });
});
