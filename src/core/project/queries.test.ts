import { describe, expect, it } from "vitest";
import { Queries } from "./queries";

/** Cells by name that add up others and inputs, and count how often they were computed. */
class Sheet {
  readonly queries = new Queries();
  readonly computed: string[] = [];
  readonly inputs = new Map<string, number>();

  constructor(private readonly formulas: Readonly<Record<string, readonly string[]>>) {}

  set(input: string, value: number): void {
    this.inputs.set(input, value);
    this.queries.changed(input);
  }

  get(name: string): number {
    const input = this.inputs.get(name);
    if (input !== undefined) {
      this.queries.reads(name);
      return input;
    }
    if (this.queries.isRunning(name)) {
      this.queries.readsPartOf(name);
      return 0;
    }
    return this.queries.get(name, () => {
      this.computed.push(name);
      return Math.min(
        100,
        (this.formulas[name] ?? []).reduce((sum, of) => sum + this.get(of), 0),
      );
    });
  }
}

describe("queries", () => {
  it("computes once", () => {
    const sheet = new Sheet({ sum: ["a", "b"] });
    sheet.set("a", 1);
    sheet.set("b", 2);
    expect([sheet.get("sum"), sheet.get("sum")]).toEqual([3, 3]);
    expect(sheet.computed).toEqual(["sum"]);
  });

  it("computes again what depends on a change, and nothing else", () => {
    const sheet = new Sheet({ total: ["left", "right"], left: ["a"], right: ["b"] });
    sheet.set("a", 1);
    sheet.set("b", 2);
    sheet.get("total");
    sheet.computed.length = 0;
    sheet.set("b", 5);
    expect(sheet.get("total")).toBe(6);
    expect(sheet.computed.sort()).toEqual(["right", "total"]);
  });

  it("stops where a value came out the same", () => {
    const sheet = new Sheet({ total: ["capped"], capped: ["a"] });
    sheet.set("a", 200);
    sheet.get("total");
    sheet.computed.length = 0;
    sheet.set("a", 300);
    expect(sheet.get("total")).toBe(100);
    expect(sheet.computed).toEqual(["capped"]);
  });

  it("computes the members of a circle together", () => {
    const sheet = new Sheet({ one: ["a", "two"], two: ["b", "one"] });
    sheet.set("a", 1);
    sheet.set("b", 2);
    expect(sheet.get("one")).toBe(3);
    sheet.set("a", 10);
    expect(sheet.get("two")).toBe(12);
    sheet.set("b", 20);
    expect(sheet.get("one")).toBe(30);
  });

  it("does not keep what failed", () => {
    const queries = new Queries();
    expect(() =>
      queries.get("x", () => {
        throw new Error("no");
      }),
    ).toThrow("no");
    expect(queries.get("x", () => 1)).toBe(1);
  });
});
