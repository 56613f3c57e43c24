import { expect, test } from "vitest";
import { classNameOf } from "../names";
import { readAnswers } from "./readAnswers";

const kinds = "postgresql, redis, queue, service, external-api, object-storage";

test.each([
  [
    "dependencies: [kafka]",
    `1:16 There is no kind of dependency “kafka”. Choose one of: ${kinds}.`,
  ],
  [
    "dependencies: [{ name: A, kind: kafka }]",
    `1:33 There is no kind of dependency “kafka”. Choose one of: ${kinds}.`,
  ],
  ["dependencies: [{ name: A }]", '1:16 The key "kind" is missing.'],
  [
    "dependencies: [{ kind: redis, timeout: abc }]",
    "1:40 Expected a time such as 250ms, 5s or 2min.",
  ],
  [
    "dependencies: [{ kind: redis, timeout: 5 }]",
    "1:40 Expected a time such as 250ms, 5s or 2min.",
  ],
  ["dependencies: [{ kind: redis, port: 5 }]", '1:31 Unknown key "port" in dependencies.0.'],
  ["dependencies: [redis, { kind: redis }]", "1:31 There is a dependency “redis” already."],
  [
    "dependencies: [{ name: My API, kind: service }, { name: my-api, kind: queue }]",
    "1:57 There is a dependency “my-api” already.",
  ],
  ["operations: [{}]", '1:14 The key "name" is missing.'],
  ['operations: [""]', "1:14 Expected some text."],
  ["operations: [compute, a, { name: Compute }]", "1:34 There is an operation “compute” already."],
  [
    "entities: [{ name: A }]\noperations: [create, create a]",
    "2:22 There is an operation “create_a” already.",
  ],
  ...["Page", "Event", "error response", "UUID"].map((name): [string, string] => [
    `entities: [{ name: ${name} }]`,
    `1:20 A document has a class ${classNameOf(name)} of its own. Choose another name.`,
  ]),
  ["entities: [{ name: Item }]\noperations: [create, list, { name: compute }]", undefined],
])("%s", (text = "", message) => {
  expect(problemsOf(text)).toEqual(message === undefined ? [] : [message]);
});

function problemsOf(text: string): string[] {
  const found = readAnswers(text);
  if (!("problems" in found)) return [];
  return found.problems.map(
    ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
  );
}
