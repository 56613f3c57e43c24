import { expect, test } from "vitest";
import { createTestProject } from "../../testing/testProject";
import { idPlacesIn } from "./idPlaces";
import { matrixMarkdown } from "./matrixMarkdown";
import { specsOfMention, traceRules } from "./traceability";

function spec(module: string, ...rules: readonly string[]): string {
  return [
    "---",
    "backend-spec: module",
    `module: ${module}`,
    "---",
    "",
    "# Backend Service Specification: Orders",
    "",
    "## Business Logic",
    "",
    "### Business Rules",
    "",
    "| ID | Rule | Description |",
    "|---|---|---|",
    ...rules.map((one) => `| ${one} | Something holds | |`),
    "",
  ].join("\n");
}

const files = {
  "pyproject.toml": "",
  "specs/orders.md": spec("app/orders", "BR-001", "BR-002 ", "BR-007"),
  "specs/books.md": spec("app/books", "BR-001"),
  "app/orders/service.py": [
    "class OrderService:",
    "    # BR-001 and BR-002",
    "    def pay(self):",
    '        """Pay.',
    "",
    "        As BR-001 says.",
    '        """',
  ].join("\n"),
  "app/books/service.py": 'class BookService:\n    """BR-001"""\n    def find(self): ...\n',
  "tests/test_orders.py":
    "from app.orders.service import OrderService\n\ndef test_br_001_paid():\n    OrderService()\n",
  "tests/test_elsewhere.py":
    "import pytest\n\n@pytest.mark.br_007\nclass TestLate:\n    def test_it(self): ...\n",
};

async function project() {
  const { project: given } = await createTestProject(files);
  return { code: given.code, specs: await given.specDocuments() };
}

test("a rule through spec, code and tests", async () => {
  const { code, specs } = await project();
  const traces = traceRules(specs, specs, code).map(
    ({ spec: at, id, implemented, tested, missing }) => [
      `${at.path}:${at.line} ${id}`,
      implemented.map(({ path, line, by }) => `${path}:${line} ${by}`),
      tested.map(({ path, line, by }) => `${path}:${line} ${by}`),
      missing,
    ],
  );
  expect(traces).toEqual([
    ["specs/books.md:14 BR-001", ["app/books/service.py:2 BookService"], [], ["test"]],
    [
      "specs/orders.md:14 BR-001",
      ["app/orders/service.py:2 OrderService", "app/orders/service.py:6 OrderService.pay"],
      ["tests/test_orders.py:3 test_br_001_paid"],
      [],
    ],
    ["specs/orders.md:15 BR-002", ["app/orders/service.py:2 OrderService"], [], ["test"]],
    // Only one spec has it: it means that rule wherever it stands.
    ["specs/orders.md:16 BR-007", [], ["tests/test_elsewhere.py:3 TestLate"], ["implementation"]],
  ]);
});

test("an ID in code means the rule of its own spec", async () => {
  const { code, specs } = await project();
  const meant = (id: string, path: string): readonly string[] =>
    specsOfMention(id, path, specs, code).map((one) => one.path);
  expect(meant("BR-001", "app/books/service.py")).toEqual(["specs/books.md"]);
  expect(meant("BR-001", "tests/test_orders.py")).toEqual(["specs/orders.md"]);
  expect(meant("BR-001", "tests/test_elsewhere.py")).toEqual([]);
  expect(meant("BR-007", "tests/test_elsewhere.py")).toEqual(["specs/orders.md"]);
});

test("IDs in a line, in whatever form, with the number that a new name changes", () => {
  const line =
    '    def test_br_012_late(self): "BR-012"  # TestBR012 is not UTF-8, sha256 or ISO-8601-2';
  const found = idPlacesIn(line, 3).map(({ id, range, number }) => [
    id,
    line.slice(range.start.character, range.end.character),
    line.slice(number.start.character, number.end.character),
  ]);
  expect(found).toEqual([
    ["BR-012", "BR-012", "012"],
    ["BR-012", "br_012", "012"],
    ["BR-012", "BR012", "012"],
    ["SHA-256", "sha256", "256"],
  ]);
});

test("the matrix names what is missing", async () => {
  const { code, specs } = await project();
  const text = matrixMarkdown(
    traceRules(specs, specs, code),
    ({ path, line }) => `${path}#L${line}`,
  );
  expect(text).toContain("4 rules; 1 without code, 2 without a test.");
  expect(text).toContain(
    "| [BR-007](specs/orders.md#L16) | Something holds | — | [TestLate](tests/test_elsewhere.py#L3) | implementation |",
  );
});
