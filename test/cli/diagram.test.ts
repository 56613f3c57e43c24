import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { workspaceOf } from "../server/client";
import { runCli, runCliWith } from "./run";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const models = `from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
`;
const region =
  "# Data\r\n\r\n<!-- backend-spec: diagram er app of=users depth=0 -->\r\n<!-- /backend-spec: diagram -->\r\n";
const broken = "```mermaid\nflowchart LR\n  a[f(x)]\n```\n";

async function shop(): Promise<string> {
  const { folder, remove } = await workspaceOf({
    "pyproject.toml": "",
    "app/models.py": models,
    "docs/data.md": region,
    "docs/flow.md": broken,
  });
  cleanUp.push(remove);
  return folder;
}

test("diagrams go to standard output, or to a file", async () => {
  const folder = await shop();
  const { code, stdout } = await runCli(folder, "diagram", "app", "--kind", "er");
  expect([code, stdout]).toEqual([
    0,
    [
      "erDiagram",
      "    orders {",
      "        Integer id PK",
      "        Integer user_id FK",
      "    }",
      "    users {",
      "        Integer id PK",
      "    }",
      '    users ||--o{ orders : "user_id"',
      "",
    ].join("\n"),
  ]);
  const out = ["--kind", "er", "--of", "users", "--depth", "0", "--out", "pictures"];
  const written = await runCli(folder, "diagram", "app", ...out);
  expect(written).toMatchObject({ code: 0, stdout: "pictures/er-users.mmd\n" });
  expect(await readFile(join(folder, "pictures/er-users.mmd"), "utf8")).toBe(
    "erDiagram\n    users {\n        Integer id PK\n    }\n",
  );
});

test("what is not there, and what does not go together, is said", async () => {
  const folder = await shop();
  const run = async (...args: string[]) => {
    const { code, stderr } = await runCli(folder, "diagram", ...args);
    return `${code} ${stderr.trim()}`;
  };
  expect(await run("app", "--kind", "er", "--of", "user")).toBe(
    "2 backend-spec: There is no “user” here; did you mean “User”?",
  );
  expect(await run("app", "--kind", "sequence")).toBe(
    "2 backend-spec: There is no endpoint in “app”.",
  );
  expect(await run("app", "--kind", "er", "--write")).toContain("take one");
  expect(await run("app")).toContain("--kind is missing: one of er, class, sequence");
});

test("regions of Markdown are checked, written, and are current then", async () => {
  const folder = await shop();
  const stale = await runCli(folder, "diagram", ".", "--check");
  expect(stale.code).toBe(1);
  expect(stale.stdout).toContain("docs/data.md:3:1: warning: This diagram is not made yet.");
  expect(stale.stdout).toContain("docs/flow.md:3:6: warning: Mermaid cannot read this line");
  expect(stale.stdout).toContain("+    users {");
  const json = await runCli(folder, "diagram", "docs", "--check", "--format", "json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    version: "1",
    findings: [
      { path: "data.md", line: 3, column: 1, rule: "stale-diagram", fix: "safe" },
      { path: "flow.md", line: 3, column: 6, rule: "diagram-syntax", fix: "safe" },
    ],
  });
  expect(await runCli(folder, "diagram", "docs", "--write")).toMatchObject({
    code: 0,
    stdout: "docs/data.md\n",
  });
  const fence = "```mermaid\nerDiagram\n    users {\n        Integer id PK\n    }\n```\n";
  const [opening, closing] = region.split("<!-- /");
  expect(await readFile(join(folder, "docs/data.md"), "utf8")).toBe(
    `${opening}${fence.replaceAll("\n", "\r\n")}<!-- /${closing}`,
  );
  expect(await runCli(folder, "diagram", "docs/data.md", "--check")).toMatchObject({ code: 0 });
  await writeFile(join(folder, "app/models.py"), models.replace('"users"', '"people"'));
  const gone = await runCli(folder, "diagram", "docs/data.md", "--write");
  expect(gone).toMatchObject({ code: 1, stdout: "" });
  expect(gone.stderr).toContain("docs/data.md:3:1: There is no “users” here");
});

test("pictures are drawn by an installed browser, a broken diagram is named", async () => {
  const folder = await shop();
  const svg = await runCli(folder, "diagram", "app", "--kind", "er", "--out", "er.svg");
  expect(svg).toMatchObject({ code: 0, stdout: "er.svg\n", stderr: "" });
  const text = await readFile(join(folder, "er.svg"), "utf8");
  expect(text).toMatch(/^<svg [^>]*viewBox="/);
  expect(text).toContain("user_id");
  expect(text).not.toContain("foreignObject");
  const size = async (scale: string) => {
    const out = ["--out", "er.png", "--scale", scale, "--background", "transparent"];
    const { code } = await runCli(folder, "diagram", "app", "--kind", "er", ...out);
    const png = await readFile(join(folder, "er.png"));
    // The width stands behind the signature and the head of the first chunk.
    return [code, png.subarray(1, 4).toString(), png.readUInt32BE(16)] as const;
  };
  const [code, kind, width] = await size("1");
  expect([code, kind]).toEqual([0, "PNG"]);
  expect((await size("3"))[2]).toBe(width * 3);
  const broken = await runCli(folder, "diagram", "docs/flow.md", "--out", "all", "--format", "svg");
  expect(broken).toMatchObject({ code: 1, stdout: "" });
  expect(broken.stderr).toContain("diagram.svg: line 2: Mermaid cannot read this line: “(”");
});

test("without a browser it says what it looked for", async () => {
  const folder = await shop();
  const env = { CHROME_PATH: "", PATH: "/nowhere" };
  const args = ["diagram", "app", "--kind", "er", "--out", "er.svg"];
  const { code, stderr } = await runCliWith({ cwd: folder, env }, ...args);
  expect(code).toBe(2);
  expect(stderr).toContain("none is found. Looked for: CHROME_PATH, chromium, ");
});
