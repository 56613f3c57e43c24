import { afterEach, expect, test } from "vitest";
import { workspaceOf } from "../server/client";
import { runCli } from "./run";

const rule = "inline-error-string";
const app = `from fastapi import HTTPException


def find(db, key):
    row = db.load(key)
    if row is None:
        raise HTTPException(404, "gone")
    return row


def quiet():
    raise HTTPException(404, "lost")  # backend-spec: ignore[inline-error-string] an old client


def known():
    raise HTTPException(404, "known")
`;
const files = {
  ".backend-spec.yaml": 'profile: modular\nexclude: ["legacy/**"]\n',
  "app.py": app,
  "legacy/app.py": app,
};

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

async function explained(place: string, more: Record<string, string> = {}) {
  const { folder, remove } = await workspaceOf({ ...files, ...more });
  cleanUp.push(remove);
  return await runCli(folder, "explain", place, rule);
}

test("a finding, why the rule is on, and what is not known around it", async () => {
  const { code, stdout } = await explained("app.py:7");
  expect([code, stdout.split("\n")]).toEqual([
    0,
    [
      "inline-error-string is on, as warning: the profile modular asks for it.",
      "It reports here:",
      expect.stringMatching(/^ {2}app\.py:7:34: Error message is written inline/),
      "What the analysis does not know in find (line 4), where the rule may have to stay silent:",
      "  5:11 db.load, as it hangs on the argument db",
      "  5:19 key, as it hangs on the argument key",
      "",
    ],
  ]);
});

test("silence on a line, with the nearest finding", async () => {
  const { stdout } = await explained("app.py:5");
  expect(stdout).toMatch(
    /It finds nothing on line 5\. The nearest that it finds:\n {2}app\.py:7:34: /,
  );
});

test("a finding that a comment silences, with its reason", async () => {
  const { stdout } = await explained("app.py:12");
  expect(stdout).toMatch(
    /It finds this, which a comment silences \(an old client\):\n {2}app\.py:12:30: /,
  );
  expect(stdout).toContain("Everything that is called in quiet (line 11) is resolved.");
});

test("a finding that the baseline knows", async () => {
  const hash = "16si5qw1nw2-7";
  const entry = { path: "app.py", rule, hash, count: 1 };
  const { stdout } = await explained("app.py:16", {
    ".backend-spec/baseline.json": JSON.stringify({ version: "1", findings: [entry] }),
  });
  expect(stdout).toMatch(/It finds this, which the baseline knows:\n {2}app\.py:16:30: /);
});

test("a rule that is off, with what it would report", async () => {
  const { stdout } = await explained("app.py:7", { ".backend-spec.yaml": "" });
  expect(stdout).toMatch(
    /^inline-error-string is off: only the profile .*\nIt would report here:\n {2}app\.py:7:34: /,
  );
});

test("a file that the configuration leaves out", async () => {
  const { code, stdout } = await explained("legacy/app.py:7");
  expect([code, stdout]).toEqual([
    0,
    `${rule} says nothing of legacy/app.py: the configuration leaves the file out (exclude).\n`,
  ]);
});

test("a file that is no part of the project", async () => {
  const { stdout } = await explained("app.py:7", { ".gitignore": "app.py\n" });
  expect(stdout).toContain("it is no part of the project (.gitignore, ");
});

test("a file that is no Python text", async () => {
  const { stdout } = await explained("data.py:1", { "data.py": "x\0y" });
  expect(stdout).toContain("not a text file: it holds null bytes");
});

test.each([
  ["app.py", "give a file and a line"],
  ["app.py:0", "give a file and a line"],
  ["app.py:99", "app.py:99: the file ends at line 16"],
  ["nowhere.py:3", "nowhere.py: no such file"],
  [".backend-spec.yaml:1", "inline-error-string speaks of Python files"],
])("wrong usage exits with 2 and says why: %s", async (place, message) => {
  const { code, stdout, stderr } = await explained(place);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});

const spec = `# Backend Spec: Orders

## Security

\`\`\`python
1. no
\`\`\`
`;

test.each([
  ["spec-python-syntax", 6, /is on, as .*\nIt reports here:\n {2}orders\.md:6:1: /],
  ["spec-link", 3, /^spec-link is on, .*\nIt finds nothing in orders\.md\.\n$/],
])("a rule about documents: %s", async (name, line, said) => {
  const { folder, remove } = await workspaceOf({ "orders.md": spec, "notes.md": "# Notes\n" });
  cleanUp.push(remove);
  expect((await runCli(folder, "explain", `orders.md:${line}`, name)).stdout).toMatch(said);
  const other = await runCli(folder, "explain", "notes.md:1", name);
  expect(other.stdout).toContain(`${name} says nothing of notes.md: it is no spec document`);
});
