import { expect, test } from "vitest";
import { nearestName } from "./nearestName";

const known = ["any-type", "long-function", "inline-error-string"];

test.each([
  ["inline-eror-string", "inline-error-string"],
  ["any-types", "any-type"],
  ["longfunction", "long-function"],
  ["magic", undefined],
  ["", undefined],
])("%j is most likely meant to be %j", (name, nearest) => {
  expect(nearestName(name, known)).toBe(nearest);
});
