import { describe, expect, it } from "vitest";
import { appNames, inspectApp, statedOf, truthsOf } from "./apps";
import { compare } from "./compare";

describe("inspect says what the application says when it runs", () => {
  it.each(appNames())("%s", async (name) => {
    const { misses } = compare(truthsOf(name), await inspectApp(name), statedOf(name));
    expect(misses.map((m) => `${m.part} ${m.kind} ${m.what}`)).toEqual([]);
  });
});
