import { describe, expect, test } from "vitest";
import { EditedOutline } from "./editedOutline";
import { outline } from "./outline";

const source = `"""Orders."""
import a  # first


class Orders:
    # of a customer
    limit = (1, 2,
        3)

    def total(self, items):
        return sum(
            [item.price for item in items]  # each
        )

    async def pay(self): return f"{self.total()!r:>{10}}"


if a: pass
else:
    x = """
not a = (statement
"""
`;

const pieces = [
  ..."()[]{}:'\"#=\\@ax \n\t",
  "\r\n",
  '"""',
  "    ",
  "def f(\n",
  "class C:\n",
  "# note\n",
];

/** Numbers below `below` that look random, the same in each run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

describe("the outline of an edited text", () => {
  const isWhole = ({ end, start }: { end: number; start: number }) => (end - start) % 3 !== 0;

  test.each([1, 2, 3, 4])("is that of a new one after each of 400 edits (series %d)", (seed) => {
    const random = randomNumbers(seed * 7919);
    const edited = new EditedOutline();
    let text = source;
    for (let step = 0; step < 400; step++) {
      expect(edited.of(text, isWhole)).toEqual(outline(text, isWhole));
      const start = random(text.length + 1);
      const removed = random(3) === 0 ? random(12) : 0;
      const piece = random(4) === 0 ? "" : (pieces[random(pieces.length)] ?? "");
      text = text.slice(0, start) + piece + text.slice(start + removed);
    }
  });

  test("keeps the lines that did not change", () => {
    const edited = new EditedOutline();
    const before = [...edited.of(source, isWhole).lines];
    const { lines } = edited.of(source.replace("self.total()", "self.total(1)"), isWhole);
    const kept = lines.map((line, index) => line === before[index]);
    expect(kept.filter((isKept) => !isKept)).toHaveLength(1);
  });
});
