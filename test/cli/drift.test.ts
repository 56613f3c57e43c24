import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { workspaceOf } from "../server/client";
import { runCli, runCliWith } from "./run";

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

const service = `class OrderService:
    """Leads orders."""

    def pay(self, key: int) -> bool:
        """Pay an order."""
        return True
`;
const spec = (module: string, type: string): string => `---
backend-spec: module
name: OrderService
${module}---

# Backend Service Specification: OrderService

## Service Interface

\`\`\`python
def pay(self, key: ${type}) -> bool:
    """Pay an order."""
\`\`\`
`;

async function shop(): Promise<string> {
  const { folder, remove } = await workspaceOf({
    "pyproject.toml": "",
    "app/orders/service.py": service,
    "specs/001-orders/module-orders.md": spec("module: app/orders\n", "str"),
    "specs/002-notes/module-notes.md": spec("", "str"),
    "specs/003-gone/module-gone.md": spec("module: app/gone\n", "str"),
  });
  cleanUp.push(remove);
  return folder;
}

test("differences are printed with the code's place, and what to do", async () => {
  const folder = await shop();
  const { code, stdout, stderr } = await runCli(folder, "drift", "--format", "json");
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    version: "1",
    findings: [
      {
        path: "specs/001-orders/module-orders.md",
        line: 12,
        column: 15,
        rule: "drift-method",
        severity: "warning",
        message: "The method pay: the type of key is str here and int in the code.",
        fix: "unsafe",
        related: [{ path: "app/orders/service.py", line: 4, column: 1, message: "The code" }],
      },
    ],
    summary: { files: 3, findings: 1 },
    errors: [],
  });
  expect(stderr.split("\n").sort()).toEqual([
    "",
    "Change the code, or the specs: --fix spec writes what the code does for 1 of 1 difference.",
    "specs/002-notes/module-notes.md names no module in its front matter: it is not compared. It may be about app/orders/service.py (OrderService, 1 of 1 methods).",
    "specs/003-gone/module-gone.md names “app/gone”, which is no code of this project: it is not compared. It may be about app/orders/service.py (OrderService, 1 of 1 methods).",
  ]);
});

test("--fix spec brings the specs up to date, and nothing else", async () => {
  const folder = await shop();
  const { code, stdout } = await runCli(folder, "drift", "specs/001-orders", "--fix", "spec");
  expect([code, stdout]).toEqual([0, expect.stringContaining("No findings in 1 file")]);
  const written = await readFile(join(folder, "specs/001-orders/module-orders.md"), "utf8");
  expect(written).toBe(spec("module: app/orders\n", "int"));
  expect(await readFile(join(folder, "app/orders/service.py"), "utf8")).toBe(service);
});

test("a rule that the configuration turns off is silent, and lint --fix leaves specs alone", async () => {
  const folder = await shop();
  const path = join(folder, "specs/001-orders/module-orders.md");
  await runCli(folder, "lint", "--fix");
  expect(await readFile(path, "utf8")).toContain("def pay(self, key: str)");
  await writeFile(join(folder, ".backend-spec.yaml"), "rules:\n  drift-method: off\n");
  expect((await runCli(folder, "drift")).code).toBe(0);
});

test("the matrix of business rules, as Markdown and as JSON", async () => {
  const folder = await shop();
  const path = join(folder, "specs/001-orders/module-orders.md");
  const rules =
    "\n## Business Logic\n\n### Business Rules\n\n| ID | Rule | Description |\n|---|---|---|\n| BR-001 | Pay once | |\n";
  await writeFile(path, (await readFile(path, "utf8")) + rules);
  await writeFile(join(folder, "app/orders/service.py"), `${service}\n# BR-001\n`);
  const { stdout } = await runCli(folder, "drift", "--format", "markdown");
  expect(stdout).toContain("| Pay once | [app/orders/service.py:");
  expect(stdout).toContain("| — | test |");
  const json = await runCli(folder, "drift", "--format", "json");
  expect(JSON.parse(json.stdout)).toMatchObject({
    rules: [
      {
        id: "BR-001",
        text: "Pay once",
        spec: { path: "specs/001-orders/module-orders.md" },
        implemented: [{ path: "app/orders/service.py" }],
        tested: [],
        missing: ["test"],
      },
    ],
  });
});

test("annotations for GitHub, and wrong usage", async () => {
  const folder = await shop();
  const env = { GITHUB_WORKSPACE: folder, GITHUB_STEP_SUMMARY: "" };
  const { code, stdout } = await runCliWith({ cwd: folder, env }, "drift", "--format", "github");
  expect([code, stdout]).toEqual([1, expect.stringContaining("::warning file=specs/001-orders/")]);
  expect((await runCli(folder, "drift", "--fix", "code")).code).toBe(2);
  expect((await runCli(folder, "drift", "nowhere")).code).toBe(2);
});
