import { expect, it } from "vitest";
import { codeBaseOf } from "../testing/testCodeBase";
import { textOf, type Value } from "./value";

/** A list in each way that it may be, `…` where there can be more. */
function ways(value: Value): readonly string[] {
  if (value.kind === "choice") return value.options.flatMap(ways);
  if (value.kind !== "list") return [value.kind];
  return [
    [...value.items.map((item) => textOf(item) ?? item.kind), ...(value.open ? ["…"] : [])].join(
      "",
    ),
  ];
}

const many = (parts: string): string => Array(4).fill(parts).join(" + ");

it.each([
  ["x = ['a']; x += ['b'] if c() else []", ["ab"]],
  ["x = ['a']; x += ['b'] if c() else c()", ["ab…"]],
  ["x = ['a']; x.extend(['b', 'b'])", ["abb"]],
  ["y = ['b', *c()]; x = ['a']; x += y", ["ab…"]],
  ["x = ['a', *(['b'] if c() else []), 'd']", ["abd", "ad"]],
  [`x = ${many("(['a'] if c() else ['b'])")}`, ["aba…", "abb…"]],
  ["x = []\nfor y in ['a'] if c() else ['b']: x.append(y)", ["ab"]],
  ["x = [y for y in (['a'] if c() else ['b'])]", ["ab…"]],
  ["x = []\nfor y in c(): x.append('a')", ["a…"]],
  ["x = []\nwhile c(): x += ['a']", ["a…"]],
  ["x = [['a', 'b']]\nfor _ in range(20): x += x", [`${"list".repeat(512)}…`]],
])("%s", async (code, expected) => {
  const { scope } = (await codeBaseOf({ "main.py": `from lib import c\n${code}\n` })).run(
    "main.py",
  );
  const value = scope.names.get("x");
  expect(value && value.kind !== "import" && ways(value)).toEqual(expected);
});

it.each([
  ["x = [y.a for y in rows()]", 1],
  ["x = {y.a: y for y in rows()}", 1],
  ["x = []\nfor y in rows(): x.append(y)", 1],
  ["x = []\nx.extend(rows())", 1],
  ["x = {}\nfor y in rows(): x[y.a] = y\nx = [z for z in x.values()]", 1],
  ["x = []\nfor y in ('a', 'b'): x.append(y)", 0],
])("remembers what it was filled from: %s", async (code, count) => {
  const { scope } = (await codeBaseOf({ "main.py": `from lib import rows\n${code}\n` })).run(
    "main.py",
  );
  const value = scope.names.get("x");
  if (value?.kind !== "list" && value?.kind !== "dict") throw new Error("x is no collection");
  expect(value.sources?.length ?? 0).toBe(count);
});

it("keeps the ends of many ways in which a query is put together", async () => {
  const steps = ["a", "b", "c"].map((name) => `if c(): x = x.where("${name}")`);
  const code = `from lib import c, select\nx = select()\n${steps.join("\n")}\n`;
  const { scope } = (await codeBaseOf({ "main.py": code })).run("main.py");
  const value = scope.names.get("x");
  if (value?.kind !== "choice") throw new Error("x is known");
  const calls = (of: Value): number =>
    of.kind === "call" && of.func.kind === "attribute" ? 1 + calls(of.func.value) : 0;
  expect(value.options.map(calls)).toEqual([0, 3]);
});
