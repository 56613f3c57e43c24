import { expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { isCallersChoice } from "./callersChoice";

it("tells what runs for some callers only", async () => {
  const text = `
    def f(self, flag, rows=None):
        always()
        if flag:
            when_asked()
        elif self.rows:
            when_held()
        if count() > 1:
            when_many()
        for row in rows:
            for_each()
        try:
            tried()
        except ValueError:
            when_failed()
    `;
  const code = await codeBaseOf({ "main.py": text });
  const [run] = code.functionRuns("main.py");
  if (run === undefined) throw new Error("there is no f");
  const chosen = run.effects
    .filter(({ within }) => isCallersChoice(within, run.function))
    .map(({ call: { node } }) => (node?.func.nodeType === "Name" ? node.func.id : ""));
  expect(chosen).toEqual(["when_asked", "when_held", "when_failed"]);
});
