import { expect, it } from "vitest";
import { fileCalls } from "../project/fileCalls";
import { codeBaseOf } from "../testing/testCodeBase";
import { concurrentGroups } from "./concurrentCalls";

/** The groups of `f`, each as the names of what it calls; a `*` says that a call is repeated. */
async function groupsIn(body: string): Promise<readonly string[]> {
  const code = await codeBaseOf({
    "main.py": `import asyncio, anyio\nclass Group(asyncio.TaskGroup): ...\nasync def f(xs):\n    ${body}\n`,
  });
  const run = code.functionRuns("main.py").find(({ function: { name } }) => name === "f");
  if (run === undefined) throw new Error("there is no f");
  return concurrentGroups(run.function, fileCalls(code, "main.py")).map(({ calls }) =>
    calls
      .map(({ node: { func }, repeatedWith }) => {
        const name = func.nodeType === "Name" ? func.id : "?";
        return repeatedWith === undefined ? name : `${name}*${[...repeatedWith].join("")}`;
      })
      .join(" "),
  );
}

it.each([
  ["await asyncio.gather(a(), b())", ["a b"]],
  ["await asyncio.gather(*[a(x) for x in xs])", ["a*x"]],
  [
    "tasks = [asyncio.create_task(a())]\n    tasks.append(b())\n    await asyncio.wait(tasks)",
    ["a b"],
  ],
  [
    "tasks = []\n    for x in xs:\n        tasks.append(a(x))\n    await asyncio.gather(*tasks)",
    ["a*x"],
  ],
  ["for x in xs:\n        await asyncio.gather(a(x), b(x))", ["a b"]],
  ["async with Group() as g:\n        g.create_task(a())\n        g.create_task(b())", ["a b"]],
  ["async with anyio.create_task_group() as g:\n        g.start_soon(a, 1)", ["a"]],
  ["await a()", []],
])("%s", async (body, expected) => {
  expect(await groupsIn(body)).toEqual(expected);
});
