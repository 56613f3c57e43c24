import { describe, expect, test } from "vitest";
import { compareVersions, parseRequirement, parseVersionRange } from "./versionNumbers";

describe("ranges", () => {
  test.each([
    [">=0.100,<0.111", { minimum: "0.100" }],
    [">= 3.9", { minimum: "3.9" }],
    [">=3.8 <4", { minimum: "3.8" }],
    ["~=2.0.3", { minimum: "2.0.3" }],
    ["==0.110.0", { exact: "0.110.0" }],
    ["===1.0", { exact: "1.0" }],
    ["==0.110.*", { minimum: "0.110" }],
    ["^0.115", { minimum: "0.115" }],
    ["^0.0.8", { exact: "0.0.8" }],
    ["~1.4", { minimum: "1.4" }],
    ["1.2.3", { exact: "1.2.3" }],
    ["2.*", { minimum: "2" }],
    ["^1.4 || ^2.0", { minimum: "1.4" }],
    ["<2 || >=3", {}],
    ["*", {}],
    ["!=1.5,<2", {}],
    ["nonsense", {}],
  ])("%s", (range, expected) => {
    expect(JSON.parse(JSON.stringify(parseVersionRange(range)))).toEqual(expected);
  });
});

describe("requirements", () => {
  test.each([
    ["fastapi", { name: "fastapi" }],
    ["fastapi[all] >= 0.100 # why", { name: "fastapi", minimum: "0.100" }],
    ["Pydantic_Settings==2.1.0", { name: "pydantic-settings", exact: "2.1.0" }],
    ["celery (>=5.3)", { name: "celery", minimum: "5.3" }],
    ['arq>=0.25; python_version < "3.13"', { name: "arq", minimum: "0.25" }],
    ["fastapi==0.110.0 --hash=sha256:abc", { name: "fastapi", exact: "0.110.0" }],
    ["fastapi @ git+https://example.org/f.git", { name: "fastapi" }],
  ])("%s", (text, expected) => {
    expect(JSON.parse(JSON.stringify(parseRequirement(text)))).toEqual(expected);
  });

  test.each(["", "# fastapi", "https://example.org/f.whl", "./local"])("%j is none", (text) => {
    expect(parseRequirement(text)).toBeUndefined();
  });
});

test.each([
  ["0.100", "0.99"],
  ["1.0", "1.0rc1"],
  ["2.0.1", "2.0"],
  ["10", "9.9.9"],
])("%s is newer than %s", (newer, older) => {
  expect(compareVersions(newer, older)).toBeGreaterThan(0);
  expect(compareVersions(older, newer)).toBeLessThan(0);
});

test("a missing part is 0", () => {
  expect(compareVersions("2.0", "2")).toBe(0);
});
