import { describe, expect, test } from "vitest";
import { testParser } from "../python/testing";
import { range } from "../text/range";
import { changedLines } from "./changedLines";
import { touchedBy } from "./touched";

describe("changedLines", () => {
  test("names lines that were added or written anew, by where they stand now", () => {
    expect(changedLines("a\nb\nc\n", "a\nB\nc\nd\n")).toEqual([
      { start: 1, end: 2, lost: ["b"] },
      { start: 3, end: 4, lost: [] },
    ]);
  });

  test("names where lines were taken away", () => {
    expect(changedLines("a\nb\nc\n", "a\nc\n")).toEqual([{ start: 1, end: 1, lost: ["b"] }]);
  });

  test("line breaks of another kind are no change", () => {
    expect(changedLines("a\nb\n", "a\r\nb\r\n")).toEqual([]);
  });
});

describe("touchedBy", () => {
  const before = `${[
    "class A:",
    "    def first(self):",
    "        one()",
    "        two()",
    "",
    "    @decorated",
    "    def second(self):",
    "        def inner():",
    "            three()",
    "        four()",
  ].join("\n")}\n`;

  /** The lines of the text that a change touched. */
  async function touchedLines(now: string): Promise<readonly number[]> {
    const { module } = (await testParser()).read(now);
    const isTouched = touchedBy(changedLines(before, now), module);
    return now.split("\n").flatMap((_, line) => (isTouched(range(line, 4, line, 5)) ? [line] : []));
  }

  test("all of the function that holds a changed line, and nothing of its neighbours", async () => {
    expect(await touchedLines(before.replace("one()", "ONE()"))).toEqual([1, 2, 3]);
    expect(await touchedLines(before.replace("@decorated", "@other"))).toEqual([5, 6, 9]);
  });

  test("a function that lost a line", async () => {
    expect(await touchedLines(before.replace("        two()\n", ""))).toEqual([1, 2]);
  });

  test("not the function above one that is gone, but the one that lost its decorator", async () => {
    const gone = `${before.slice(0, before.indexOf("\n    @decorated"))}\n`;
    expect(await touchedLines(gone)).toEqual([]);
    expect(await touchedLines(before.replace("    @decorated\n", ""))).toEqual([5, 8]);
  });

  test("the innermost function alone", async () => {
    expect(await touchedLines(before.replace("three()", "THREE()"))).toEqual([7, 8]);
  });

  test("outside of functions the line alone", async () => {
    expect(await touchedLines(`X = 1\n${before}`)).toEqual([0]);
  });
});
