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
  ["x = [['a', 'b']]\nfor _ in range(20): x += x", [`${"list".repeat(512)}…`]],
])("%s", async (code, expected) => {
  const { scope } = (await codeBaseOf({ "main.py": `from lib import c\n${code}\n` })).run(
    "main.py",
  );
  const value = scope.names.get("x");
  expect(value && value.kind !== "import" && ways(value)).toEqual(expected);
});
