import { describe, expect, test } from "vitest";
import { prepareRename, renameIn } from "./rename";
import { atCursor, edited, newLines, scoringAt } from "./testing";

async function renamed(found: string, name: string) {
  const { spec, position, text } = await atCursor(scoringAt(found));
  const edits = renameIn(spec, position, name);
  if ("problem" in edits) throw new Error(edits.problem);
  return { text, after: edited(text, edits), lines: newLines(text, edits) };
}

const count = (text: string, word: RegExp): number => [...text.matchAll(word)].length;

describe("all over the document", () => {
  test("an error", async () => {
    const { text, after } = await renamed("ScoreNot¦FoundError: if", "NoScoreError");
    expect(count(text, /ScoreNotFoundError/g)).toBeGreaterThan(2);
    expect(count(after, /NoScoreError/g)).toBe(count(text, /ScoreNotFoundError/g));
    expect(after).not.toContain("ScoreNotFoundError");
    expect(after).toContain("SCORE_NOT_FOUND");
  });

  test("an error code", async () => {
    const { after } = await renamed("| SCORE_NOT_FOUND¦ ", "NO_SCORE");
    expect(after).toContain("| NO_SCORE");
    expect(after).not.toContain("SCORE_NOT_FOUND");
  });

  test("an ID", async () => {
    const { after } = await renamed("| ¦BR-001 |", "BR-100");
    expect(after).not.toContain("BR-001");
    expect(after).toContain("| BR-100 |");
  });

  test("a dependency: table, nodes, participants, retries, comments; not what its name is part of", async () => {
    const { text, after } = await renamed("| Str¦ipe ", "Adyen");
    expect(count(after, /\bAdyen\b/g)).toBe(count(text, /\bStripe\b/g));
    expect(after).not.toMatch(/\bStripe\b/);
    for (const part of [
      'dep_stripe["Adyen"]',
      "as Adyen\n",
      "Adyen does not answer",
      "# calls to Adyen\n",
    ]) {
      expect(after).toContain(part);
    }
    expect(after).toContain("StripeUnavailableError");
  });

  test("a state, which in a diagram is an id", async () => {
    const { lines } = await renamed('Literal["que¦ued"', "waiting");
    const written = lines.map((line) => line.trim());
    expect(written).toContain('status: Literal["waiting", "in progress", "end"] = "waiting"');
    expect(written).toContain("[*] --> waiting");
    expect(written).toContain("waiting --> in_progress");
    expect(written).toContain('"status": "waiting"');
  });

  test("a state in the table of validations", async () => {
    const { text, after } = await renamed('Literal["que¦ued"', "waiting");
    expect(text).toMatch(/\| `Score\.status` +\| One of queued, in progress, end /);
    expect(after).toMatch(/\| `Score\.status` +\| One of waiting, in progress, end /);
    const { after: last } = await renamed('"in progress", "e¦nd"', "over");
    expect(last).toMatch(/\| `Score\.status` +\| One of queued, in progress, over /);
  });

  test("a state whose new name is no id gets one", async () => {
    const { after } = await renamed("[*] --> que¦ued", "not yet");
    expect(after).toContain('stateDiagram-v2\n    state "not yet" as not_yet\n');
    expect(after).toContain("[*] --> not_yet");
    expect(after).toContain('Literal["not yet", "in progress", "end"] = "not yet"');
  });

  test("a state that has an id of its own", async () => {
    const { after } = await renamed('state "in pro¦gress" as', "running");
    expect(after).toContain('state "running" as running');
    expect(after).toContain("queued --> running\n    running --> s_end");
    expect(after).toContain('Literal["queued", "running", "end"]');
  });
});

test.each([
  ["| BR-¦001 |", "rule one", "An ID is upper-case letters"],
  ["| BR-¦001 |", "XX-001", "The IDs of this table begin with BR."],
  ["| BR-¦001 |", "BR-002", "This document has BR-002 already."],
  ["ScoreNot¦FoundError: if", "missing", "a Python class that ends with Error"],
  ["ScoreNot¦FoundError: if", "InvalidInputError", "has InvalidInputError already"],
  ["| SCORE_NOT_FOUND¦ ", "scoreNotFound", "upper snake case"],
  ['Literal["que¦ued"', "In-Progress", "has in progress already"],
  ['Literal["que¦ued"', 'a"b', "without quotes"],
  ["| Str¦ipe ", "a | b", "without quotes, bars"],
  ["| Str¦ipe ", " ", "A dependency is text"],
  ["The j¦ob of", "x", "There is no name here"],
])("%s cannot be %j", async (found, name, message) => {
  const { spec, position } = await atCursor(scoringAt(found));
  expect(renameIn(spec, position, name)).toMatchObject({
    problem: expect.stringContaining(message),
  });
});

test("the place says what is renamed", async () => {
  const { spec, position } = await atCursor(scoringAt('state "in pro¦gress" as'));
  expect(prepareRename(spec, position)?.name).toBe("in progress");
  const other = await atCursor(scoringAt("The j¦ob of"));
  expect(prepareRename(other.spec, other.position)).toBeUndefined();
});
