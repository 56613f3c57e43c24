import { expect, it } from "vitest";
import { testParser } from "../testing";
import { type FlowVisitor, followBody } from "./followBody";

/** The calls of `f` that may have run before `check()`, for each place of it, in order. */
async function before(text: string): Promise<readonly string[]> {
  const [statement] = (await testParser()).read(text).module.body;
  if (statement?.nodeType !== "FunctionDef") throw new Error("there is no function");
  const found: string[] = [];
  const visitor: FlowVisitor<Set<string>> = {
    copy: (state) => new Set(state),
    join: (_, ways) => new Set(ways.flatMap((way) => [...way])),
    expression(node, state) {
      if (node.nodeType !== "Call" || node.func.nodeType !== "Name") return;
      if (node.func.id === "check") found.push([...state].sort().join(""));
      else state.add(node.func.id);
    },
    bind(target, _, how, state) {
      if (target.nodeType === "Name") state.add(`${how[0]}${target.id}`);
    },
    leaveWith: (_, state) => state.add("z"),
  };
  followBody(statement.body, new Set(), visitor);
  return found;
}

it.each([
  ["a()\n  check()\n  b()", ["a"]],
  ["if a():\n    b()\n  else:\n    c()\n  check()", ["abc"]],
  ["if a():\n    b()\n    return\n  check()", ["a"]],
  ["for x in a():\n    check()\n    b()\n  check()", ["aix", "abix", "abix"]],
  ["try:\n    a()\n  except E:\n    check()\n  finally:\n    check()", ["", "a"]],
  ["with a() as x:\n    check()\n  check()", ["acx", "acxz"]],
  ["y = [check(x) for x in a()]", ["aix"]],
  ["x = a(lambda: b())\n  check()", ["avx"]],
])("%s", async (body, expected) => {
  expect(await before(`def f():\n  ${body}\n`)).toEqual(expected);
});
