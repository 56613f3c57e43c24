import { describe, expect, test } from "vitest";
import { specActions } from "./actions";
import { atCursor, edited, newLines, scoringAt, scoringSpec } from "./testing";

async function actionsAt(marked: string) {
  const { spec, position, text } = await atCursor(marked);
  return { actions: specActions(spec, { start: position, end: position }), text, spec };
}

describe("proposals", () => {
  test("of a section are confirmed, and those of others stay", async () => {
    const { actions, text } = await actionsAt(scoringAt("### Alert¦ing Rules"));
    const confirm = actions.find(({ title }) => title.startsWith("Confirm"));
    expect(confirm?.title).toMatch(/^Confirm all \d+ proposals of “Alerting Rules”$/);
    const after = edited(text, confirm?.edits ?? []);
    const part = (of: string) => of.slice(of.indexOf("### Alerting"), of.indexOf("## Security"));
    expect(part(text)).toContain("<!-- proposed -->");
    expect(part(after)).not.toContain("proposed");
    expect(after.replace(part(after), "")).toBe(text.replace(part(text), ""));
  });

  test("are not offered where there are none", async () => {
    const { actions } = await actionsAt(scoringAt("## Over¦view"));
    expect(actions.filter(({ title }) => title.startsWith("Confirm"))).toEqual([]);
  });
});

describe("a row", () => {
  test("has the columns, and the next free ID", async () => {
    const { actions, text } = await actionsAt(scoringAt("### Business¦ Rules"));
    const add = actions.find(({ title }) => title === "Add a row to “Business Rules”");
    expect(newLines(text, add?.edits ?? [])).toEqual([
      "| BR-003 | <!-- TODO: rule --> | <!-- TODO: implementation --> | <!-- TODO: validation point --> |",
    ]);
  });

  test.each(["\n", "\r\n"])(
    "goes below the last one, with the line breaks of the text (%j)",
    async (br) => {
      const { actions, text } = await actionsAt(scoringAt("| Str¦ipe ").replaceAll("\n", br));
      const add = actions.find(({ title }) => title === "Add a row to “Dependencies”");
      const after = edited(text, add?.edits ?? []);
      expect(after).toMatch(/\| Stripe [^\r\n]*\r?\n\| <!-- TODO: dependency --> \|/);
      expect(after.replaceAll(br, "")).not.toMatch(/[\r\n]/);
    },
  );
});

describe("a table", () => {
  const table = (rows: string) =>
    scoringSpec().replace("## Overview\n", `## Overview\n\n${rows}\n`);

  test("is formatted, and stays as it is when it is", async () => {
    const uneven = "| a¦ | long name |\n|:-:|--:|\n| x | 1 |\n| longer | 22 | more |\n|\n";
    const { actions, text } = await actionsAt(table(uneven));
    const format = actions.find(({ title }) => title === "Format the table");
    const after = edited(text, format?.edits ?? []);
    expect(after).toContain(
      "|   a    | long name |\n| :----: | --------: |\n|   x    |         1 |\n| longer |        22 | more |\n",
    );
    const again = await actionsAt(after.replace("long name", "long¦ name"));
    expect(again.actions.filter(({ title }) => title === "Format the table")).toEqual([]);
  });

  test("of a generated document is formatted already", async () => {
    for (const place of ["| Str¦ipe ", "| BR-¦001 |", "| score.¦created.v1 "]) {
      const { actions } = await actionsAt(scoringAt(place));
      expect(actions.map(({ title }) => title)).not.toContain("Format the table");
    }
  });
});

test("a section that may be left out is offered at its parent's heading", async () => {
  const text = scoringSpec().replace(/## Events\n[\s\S]*?(?=## Observability)/, "");
  const { actions, text: before } = await actionsAt(
    text.replace("# Backend Spec", "# Back¦end Spec"),
  );
  const add = actions.find(({ title }) => title === "Add the section “Events”");
  const after = edited(before, add?.edits ?? []);
  expect(after).toMatch(
    /\n\n## Events\n\n### Event Schema Standard\n[\s\S]*\n\n## Observability\n/,
  );
  expect(actions.map(({ title }) => title)).not.toContain("Add the section “Overview”");
});

test("text of no section has no action", async () => {
  const { actions } = await actionsAt("---\nbackend-spec: service\n---\n\n¦text\n");
  expect(actions).toEqual([]);
});
