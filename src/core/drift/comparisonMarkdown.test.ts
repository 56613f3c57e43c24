import { expect, test } from "vitest";
import { createTestProject } from "../testing/testProject";
import { differences } from "./compare";
import { comparisonMarkdown } from "./comparisonMarkdown";

test("what differs, one section a kind, with links to both sides", async () => {
  const { project } = await createTestProject({
    "pyproject.toml": "",
    "app/orders/service.py":
      "class OrderService:\n    def pay(self, key: int | None) -> bool: ...\n    def ship(self) -> None: ...\n",
    "specs/orders.md": [
      "---",
      "backend-spec: module",
      "module: app/orders",
      "---",
      "",
      "# Backend Service Specification: Orders",
      "",
      "## Service Interface",
      "",
      "```python",
      "def pay(self, key: int) -> bool: ...",
      "```",
      "",
    ].join("\n"),
  });
  const [first] = await project.specDocuments();
  const found = first ? differences(first.spec, project.code) : [];
  const compared = { spec: "specs/orders.md", module: "app/orders", differences: found };
  const linkOf = ({ path, line }: { path: string; line: number }) => `${path}#L${line}`;
  const text = comparisonMarkdown(compared, linkOf);
  expect(text).toContain("(specs/orders.md#L1) and `app/orders`: 2 differences.");
  expect(text).toContain("## Methods\n");
  expect(text).toContain(
    "| The method pay | type of key `int` ([specs/orders.md:11](specs/orders.md#L11)) | type of key `int \\| None` ([app/orders/service.py:2](app/orders/service.py#L2)) |",
  );
  expect(text).toContain("| The method ship | missing (");
  expect(comparisonMarkdown({ ...compared, differences: [] }, linkOf)).toContain("say the same.");
});
