import { describe, expect, test } from "vitest";
import type { Finding } from "../rules/finding";
import { createTestProject } from "../testing/testProject";
import { range } from "../text/range";
import { type FixBase, fixFindings, type ToFix } from "./fixAll";
import type { FixEdits } from "./fixEdits";

const base = (path: string, basis = "1"): [string, FixBase] => [
  path,
  { uri: `file:///${path}`, basis, lineBreak: "\n" },
];

const replace = (start: number, newText: string): FixEdits => ({
  replacements: [{ range: range(0, start, 0, start + 1), newText }],
  insertions: [],
});

/** A finding in `path` whose fix writes `x` at a character of each of the files. */
const toFix = (path: string, at: number, others: readonly string[], basis?: string): ToFix => {
  const finding: Finding = {
    rule: "rule",
    severity: "warning",
    message: "",
    range: range(0, 0, 0, 1),
    related: [],
    fix: {
      safety: "safe",
      title: "",
      edits: replace(at, "x"),
      elsewhere: new Map(others.map((other) => [other, replace(at, "x")])),
    },
  };
  return {
    path,
    findings: [finding],
    bases: new Map([path, ...others].map((one) => base(one, basis))),
  };
};

const paths = (files: readonly ToFix[]) =>
  fixFindings(files).map((group) => group.map(({ uri }) => uri.slice("file:///".length)));

describe("fixFindings", () => {
  test("keeps together what a fix ties together, and apart what none does", () => {
    const files = [
      toFix("a", 0, ["b"]),
      toFix("c", 0, []),
      toFix("d", 4, ["b"]),
      toFix("e", 0, ["f"]),
    ];
    expect(paths(files)).toEqual([["a", "b", "d"], ["c"], ["e", "f"]]);
  });

  test("leaves a fix out whole that conflicts with an earlier one in another file", () => {
    const other = { ...toFix("c", 0, ["b"]) };
    const [finding] = other.findings;
    const elsewhere = new Map([["b", replace(0, "y")]]);
    const findings = finding?.fix ? [{ ...finding, fix: { ...finding.fix, elsewhere } }] : [];
    expect(paths([toFix("a", 0, ["b"]), { ...other, findings }])).toEqual([["a", "b"]]);
  });

  test("leaves a fix out that was made for another text of a file than an earlier one", () => {
    expect(paths([toFix("a", 0, ["b"], "1"), toFix("c", 4, ["b"], "2")])).toEqual([["a", "b"]]);
  });

  test("leaves a fix out whose other file nobody knows", () => {
    const file = toFix("a", 0, ["b"]);
    expect(paths([{ ...file, bases: new Map([base("a")]) }])).toEqual([]);
  });
});

test("a report is current until a text that its fixes were made for changes", async () => {
  const text =
    'from fastapi import HTTPException\n\n\ndef f():\n    raise HTTPException(404, "gone")\n';
  const { project, fileSystem } = await createTestProject({ "app.py": text });
  const report = await project.check("app.py", { select: ["inline-error-string"], ignore: [] });
  expect(report.findings).toHaveLength(1);
  expect(await project.isCurrent(report)).toBe(true);
  fileSystem.write("app.py", `${text}\n`);
  expect(await project.isCurrent(report)).toBe(false);
});
