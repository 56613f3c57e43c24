import { expect, test } from "vitest";
import { hoverSpec } from "./hover";
import { atCursor, scoringAt, scoringSpec } from "./testing";

async function hovered(found: string): Promise<string | undefined> {
  const { spec, position } = await atCursor(scoringAt(found));
  return hoverSpec(spec, position)?.markdown;
}

/** The line that names the rules in the table of tests. */
function testLine(): number {
  const lines = scoringSpec().split("\n");
  return lines.findIndex((line) => /BR-001, BR-002/.test(line)) + 1;
}

test("an ID: the rule's text, and where it is used", async () => {
  const text = await hovered("| BR-¦002 |");
  expect(text).toBe(
    "**BR-002** The status of a score changes only along the state machine\n\n" +
      "- Implementation: Transition table\n- Validation Point: Service\n\n" +
      `Used in Test Requirements (line ${testLine()}).`,
  );
});

test("an ID that is used", async () => {
  const { spec, position } = await atCursor(
    scoringAt("| BR-¦001 |").replace("## Overview\n", "## Overview\n\nAs BR-001 says.\n"),
  );
  expect(hoverSpec(spec, position)?.markdown).toMatch(/Used in Overview \(line \d+\)/);
});

test.each([
  ["ScoreNot¦FoundError: if", "ScoreNotFoundError", "- HTTP Status: 404"],
  ["| SCORE_NOT¦_FOUND ", "SCORE_NOT_FOUND", "- Error Type: ScoreNotFoundError"],
  ['dep_stripe["Str¦ipe"]', "Stripe", "- Timeout: 8s"],
  ['Literal["que¦ued"', "queued", "State Machine (if applicable) (lines"],
  ["## Observ¦ability", "Observability", "how one sees from outside"],
  ["### Events Pub¦lished", "Events Published", "Event Type · Trigger"],
])("%s", async (found, name, said) => {
  const text = await hovered(found);
  expect(text).toContain(`**${name}**`);
  expect(text).toContain(said);
});

test("what nothing defines is said so", async () => {
  const marked = scoringAt("## Overview\n").replace(
    "## Overview\n",
    "## Overview\n\nAs BR-0¦99 says.\n",
  );
  const { spec, position } = await atCursor(marked);
  expect(hoverSpec(spec, position)?.markdown).toContain("does not say what it is");
});

test.each(["The j¦ob of", "client¦ --> gateway", "backend-s¦pec: service"])(
  "nothing is said of other words: %s",
  async (found) => {
    expect(await hovered(found)).toBeUndefined();
  },
);
