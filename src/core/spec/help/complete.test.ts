import { expect, test } from "vitest";
import { completeSpec } from "./complete";
import { atCursor, edited, scoringAt, scoringSpec } from "./testing";

async function offered(marked: string) {
  const { spec, position, text } = await atCursor(marked);
  return { items: completeSpec(spec, position), text };
}

const labels = async (marked: string) => (await offered(marked)).items.map(({ label }) => label);

test("the next free ID, and a whole row with the columns of the table", async () => {
  const rows = scoringAt("| BR-002 |").replace(/(\| BR-002 .*\n)/, "$1¦\n");
  const { items } = await offered(rows);
  expect(items).toMatchObject([
    {
      label: "| BR-003 row",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an LSP snippet.
      text: "| ${1:BR-003} | ${2:rule} | ${3:implementation} | ${4:validation point} |",
    },
  ]);
  const begun = scoringAt("| BR-002 |").replace(/(\| BR-002 .*\n)/, "$1| BR-¦\n");
  const id = await offered(begun);
  expect(id.items.map(({ label }) => label)).toEqual(["BR-003"]);
  const [item] = id.items;
  expect(item && edited(id.text, [{ range: item.range, newText: item.text }])).toContain(
    "\n| BR-003\n",
  );
});

test("IDs, with the text of their rules", async () => {
  const { items } = await offered(
    scoringSpec().replace("## Overview\n", "## Overview\n\nSee BR-¦.\n"),
  );
  expect(items).toMatchObject([
    { label: "BR-001", detail: "Empty predictions score 0.0" },
    { label: "BR-002" },
  ]);
});

test("names that the document defines", async () => {
  const found = await labels(scoringSpec().replace("## Overview\n", "## Overview\n\n¦\n"));
  for (const name of ["BR-001", "ScoreNotFoundError", "SCORE_NOT_FOUND", "Stripe"]) {
    expect(found).toContain(name);
  }
  const docstring = await labels(scoringAt("    Raises:\n        ¦InvalidInputError"));
  expect(docstring).toContain("ScoreNotFoundError");
});

test("what a table lacks", async () => {
  const text = scoringSpec();
  const latency = text.replace(/\| get_score +\| < .*\n/, "| ¦ | | | | |\n");
  expect(await labels(latency)).toEqual(["get_score"]);
  const errors = text.replace(/\| ScoreNotFoundError +\|.*\n/, "| ¦ | | | | |\n");
  expect(await labels(errors)).toEqual(["ScoreNotFoundError"]);
  const code = text.replace(/\| ScoreNotFoundError .*\n/, "| ScoreNotFoundError | 404 | ¦ | | |\n");
  expect(await labels(code)).toEqual(["SCORE_NOT_FOUND"]);
  const retry = text.replace(/\| Stripe does not answer.*\n/, "| ¦ | | | |\n");
  expect(await labels(retry)).toEqual(["Stripe does not answer"]);
});

test("participants, dependencies and states in diagrams", async () => {
  const ids = await labels(scoringAt("service->>¦dep_stripe: request"));
  expect(ids.sort()).toEqual([
    "client",
    "dep_postgresql",
    "dep_queue",
    "dep_stripe",
    "gateway",
    "service",
  ]);
  const participant = scoringSpec().replace(
    / {4}participant dep_stripe as Stripe\n/,
    "    participant ¦\n",
  );
  const { items } = await offered(participant);
  expect(items.find(({ label }) => label === "Stripe")?.text).toBe("dep_stripe as Stripe");
  expect(await labels(scoringAt("queued --> ¦in_progress"))).toEqual(
    expect.arrayContaining(["queued", "in_progress", "s_end", "[*]"]),
  );
  expect(await labels(scoringAt('Literal["¦queued"'))).toEqual(
    expect.arrayContaining(["queued", "in progress", "end"]),
  );
  const node = scoringSpec()
    .replace(/ {4}dep_stripe\["Stripe"\]\n/, "    ¦\n")
    .replace("    service --> dep_stripe\n", "");
  expect((await offered(node)).items[0]).toMatchObject({
    label: "Stripe",
    text: 'dep_stripe["Stripe"]',
  });
});

test("messages of a sequence are free", async () => {
  expect(await labels(scoringAt("service->>dep_stripe: re¦quest"))).toContain("Stripe");
});

test("sections that the document lacks, with what belongs there", async () => {
  const text = scoringSpec().replace(/### Alerting Rules[\s\S]*?(?=## Security)/, "###¦\n\n");
  const { items } = await offered(text);
  expect(items.map(({ label }) => label)).toEqual(["### Alerting Rules"]);
  expect(items[0]?.text).toContain("| Alert | Condition | Severity | Action |");
});

test("a whole row for each thing that a table lacks", async () => {
  const errors = scoringSpec().replace(/\| ScoreNotFoundError +\|.*\n/, "¦\n");
  const { items } = await offered(errors);
  expect(items.map(({ label }) => label)).toEqual(["| row", "| ScoreNotFoundError row"]);
  // A status is wanted as HTTP has it; the code follows from the error.
  expect(items[1]?.text.split("|").map((cell) => cell.replace(/[${}\d:]/g, "").trim())).toEqual([
    "",
    "ScoreNotFoundError",
    "HTTP status",
    "SCORE_NOT_FOUND",
    "retry",
    "log level",
    "",
  ]);
});
