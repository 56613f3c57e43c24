import { describe, expect, test } from "vitest";
import { createTestProject } from "../../testing/testProject";
import { formats } from "../formats";
import { renderSpec } from "../renderSpec";
import { subjectOf } from "../subject";
import { library } from "./library";
import { readFacts } from "./readFacts";
import { codeWritersOf } from "./writers";

/** The lines of a document from code, without the links' targets. */
async function documentOf(
  path: string,
  format: keyof typeof formats = "module",
  files: Readonly<Record<string, string>> = library,
): Promise<readonly string[]> {
  const code = readFacts(path, (await createTestProject(files)).project.code);
  if ("problem" in code) throw new Error(code.problem);
  const subject = { ...subjectOf({ name: code.name, purpose: code.purpose }), code };
  const text = renderSpec(subject, formats[format], codeWritersOf(format), "2026-01-15", "x.md");
  return text.replace(/\]\([^)]*\)/g, "]").split("\n");
}

/** The lines of a method's signature and docstring. */
function methodIn(lines: readonly string[], name: string): readonly string[] {
  const first = lines.findIndex((line) => line.includes(`def ${name}(`));
  const rest = lines.slice(first);
  const last = rest.findIndex(
    (line, index) => index > 0 && line.endsWith('"""') && line.trim() === '"""',
  );
  return rest
    .slice(0, last + 1)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

describe("a module's document from code", () => {
  test("has each parameter, and what docstrings say of it", async () => {
    expect(methodIn(await documentOf("app/books"), "lend")).toEqual([
      "async def lend(self, key: int, days, *args, notify=True, **options) -> int:",
      '"""Lend a book.',
      "Args:",
      "key (int): the number of the book",
      "days: for how long",
      "*args: # TODO: what it is",
      "notify (bool): whether to tell",
      "**options: # TODO: what it is",
      "Returns:",
      "int: the number of the loan",
      "Raises:",
      "GoneError: if nobody finds it",
      '"""',
    ]);
  });

  test("has its tasks with what bounds them", async () => {
    const lines = await documentOf("app/books");
    expect(lines).toContain(
      "- [`books.remind`], a task of celery: queue mail, 3 retries, a time limit of 60s",
    );
    expect(methodIn(lines, "remind")).toContain("key (int): which");
  });

  test("has the timeouts that the code gives, and the queue that it asks", async () => {
    const lines = await documentOf("app/books");
    const cells = lines
      .filter((line) => /^\| (?:Celery queue|https:\/\/catalogue)/.test(line))
      .map((line) =>
        line
          .split("|")
          .map((cell) => cell.trim())
          .slice(1, 4),
      );
    expect(cells).toEqual([
      ["Celery queue", "Message queue", "<!-- TODO: timeout -->"],
      [
        "https://catalogue.example",
        "External service",
        "[`3s`], [`5s`], [`7.5s by SLOW_SECONDS`], [`9s`]",
      ],
    ]);
  });

  test("has the defaults of columns", async () => {
    const lines = await documentOf("app/books");
    const fields = lines.slice(lines.indexOf("class Book(Base):  # table books") + 1);
    expect(fields.slice(0, 8).map((line) => line.trim())).toEqual([
      "id: int  # Integer, primary key",
      "state: State = State.IN  # Enum",
      "count: int = 0  # Integer",
      'title: str  # String, server default "x"',
      "made: datetime  # DateTime, server default func.now()",
      "seen: datetime = datetime.now(UTC)  # DateTime",
      "rank: int = State.IN.value  # Integer",
      "other: int  # Integer, has a default",
    ]);
  });

  test("has settings that are read on import, through properties and within each other", async () => {
    const lines = await documentOf("app/books");
    const found = lines.filter((line) => line.startsWith("- Setting"));
    expect(found.map((line) => /`(\w+)`/.exec(line)?.[1]).sort()).toEqual([
      "BOOKS_URL",
      "CACHE__SIZE",
      "HOST",
      "SHELVES",
      "SLOW_SECONDS",
    ]);
  });

  test("says where a signature has a syntax error, and has the others", async () => {
    const lines = await documentOf("app/broken_service.py");
    const methods = lines.filter((line) => line.includes("def "));
    expect(methods.map((line) => line.trim())).toEqual([
      "def one(self, key: int) -> int:",
      "def two():",
      "def three(self, key: str) -> str:",
    ]);
    expect(methodIn(lines, "two")[1]).toBe(
      "# TODO: its parameters, which have a syntax error in the code",
    );
  });
});

test.each(["service", "module", "task", "guide"] as const)(
  "no %s document from code shows the value of a secret",
  async (format) => {
    const text = (await documentOf(".", format)).join("\n");
    expect(text).not.toMatch(/hush/);
  },
);

test("a guide from code counts what there is and shows the files that it stands in", async () => {
  const lines = await documentOf(".", "guide", {
    ...library,
    "pyproject.toml":
      '[project]\nname = "x"\ndependencies = ["fastapi>=0.115", "b @ git+https://me:hush@x/b"]\n',
    "uv.lock": "",
    "app/errors.py": "class LostError(Exception):\n    '''Nobody has it.'''\n",
    "tests/conftest.py": "import pytest\n@pytest.fixture\ndef shelf() -> int:\n    return 1\n",
  });
  const text = lines.join("\n");
  expect(text).toContain("It has 2 service classes, 1 endpoint, 1 table, 2 schemas, 1 task, ");
  expect(lines.filter((line) => line.startsWith("### "))).toEqual([
    "### Quick Start",
    "### Dependencies (pyproject.toml)",
    "### app/settings.py",
    "### app/books/service.py",
    "### Standard Service Structure",
    "### No file yet",
    "### app/books/router.py",
    "### app/books/tasks.py",
    "### Exception Handler Middleware",
    "### app/books/service.py",
    "### app/errors.py",
    "### tests/conftest.py",
  ]);
  expect(lines).toContain("uv sync");
  expect(text).toContain('"fastapi>=0.115",\n    "b @ git+https://x/b",');
  expect(text).toContain("    api_token: str  # API_TOKEN, default not shown");
  expect(text).toContain("# POST /books/{key}/lend\nasync def lend(");
  expect(text).toContain('class LostError(Exception):\n    """Nobody has it."""');
  expect(text).toContain("def shelf() -> int:\n    ...");
});
