import { expect, test } from "vitest";
import { dataLayerOfName } from "./layerHints";

test.each([
  ["UserRepository", "repository"],
  ["ServiceRepository", "repository"],
  ["GithubRepositoryUserService", "service"],
  ["crud_users", "repository"],
  ["BookService", "service"],
  ["Book", undefined],
])("the last word of %s says what it is", (name, layer) => {
  expect(dataLayerOfName(name)).toBe(layer);
});
