import { expect, test } from "vitest";
import { nameTable } from "./nameTable";

test("a table has the entries that it was given, and no others", () => {
  const table = nameTable<Readonly<Record<string, number>>>({ one: 1 });
  expect({ ...table }).toEqual({ one: 1 });
  for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
    expect(table[name]).toBeUndefined();
    expect(name in table).toBe(false);
  }
});
