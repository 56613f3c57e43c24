import { expect, test } from "vitest";
import { createTestProject } from "../testing/testProject";
import { isIdle } from "./idleParameter";

test.each([
  ["return 1", true],
  ["return other(size)", true],
  ["return other(b=size)", true],
  ["return Holder().given(size)", true],
  ["return size", false],
  ["size = min(size, 10)", false],
  ["return len(range(size))", false],
  ["return other(*size)", false],
  ["return reading(size)", false],
  ["return reading(1) + other(size)", true],
  ["return locals()", false],
  ["return lambda: size", false],
  ["return stub(size)", false],
  ["return unknown(size)", false],
  ["return ring(size)", false],
  ["...", false],
])("a body of %j leaves its parameter unread: %s", async (body, isUnread) => {
  const { project } = await createTestProject({
    "app.py": `from elsewhere import unknown


def other(a=1, b=2):
    return 3


def reading(a):
    return a


def stub(a):
    raise NotImplementedError


def ring(a):
    return ring(a)


class Holder:
    def given(self, a):
        return other(a)


def f(size):
    ${body}
`,
  });
  const run = project.code.functionRuns("app.py").find(({ function: one }) => one.name === "f");
  expect(run && isIdle(run.function, "size", project.code)).toBe(isUnread);
});
