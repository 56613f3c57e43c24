import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { ruleOptionSchemas } from "../rules/registry";
import { parseConfig } from "./parse";

/** The problems of a text, each as `what is underlined: message`. */
function problemsOf(text: string): string[] {
  const document = TextDocument.create("file:///c.yaml", "yaml", 0, text);
  return parseConfig(text, ruleOptionSchemas).problems.map(
    ({ range, message }) => `${document.getText(range)}: ${message}`,
  );
}

// Every key of the page "Configuration".
const everyKey = `
extends: ../shared/backend-spec.yaml
required-version: ">=1.2"
profile: modular
package: shop
source-roots: [src]
exclude: ["**/generated/**"]
index-packages: [company_fastapi]
layers:
  router: ["**/api.py", "**/router.py"]
  tasks: ["**/tasks.py"]
modules: { root: shop/modules, files: [models, schemas, repository, service, router] }
names: { schemas: [Create, Update, Read], error-constant: "ERROR_" }
database: { session: shop.db.get_db, base: shop.db.Base, mixin: shop.db.BaseModelMixin, soft-delete: is_deleted }
schemas: { base: shop.common.schemas.Schema }
settings: { function: shop.infrastructure.settings.get_settings }
tasks: { queue: dramatiq, location: shop/modules/tasks/service.py }
sensitive: [reference_answers, ssn]
specs: { folder: specs }
rules:
  inline-error-string: { severity: warning }
overrides:
  - paths: ["legacy/**"]
    rules: { inline-error-string: off }
import-rules:
  - { from: router, may-not-import: repository, message: "Go through the service." }
baseline: .backend-spec/baseline.json
review: { escalations: { "DB Architect": "@data-team" } }
`;

describe("parseConfig", () => {
  test("takes every key of the format", () => {
    const { config, problems } = parseConfig(everyKey, ruleOptionSchemas);
    expect(problems).toEqual([]);
    expect(Object.keys(config)).toHaveLength(21);
    expect(config.overrides).toEqual([
      { paths: ["legacy/**"], rules: { "inline-error-string": "off" } },
    ]);
  });

  test("an empty file is a configuration that says nothing", () => {
    expect(parseConfig("", ruleOptionSchemas)).toEqual({ config: {}, problems: [] });
    expect(parseConfig("# later\n", ruleOptionSchemas).problems).toEqual([]);
  });

  test.each([
    ["profle: modular\n", 'profle: Unknown key "profle".'],
    ["profile: modularr\n", 'modularr: Invalid option: expected one of "modular"|"layered"|"none"'],
    ["names: { error: X }\n", 'error: Unknown key "error" in names.'],
    ["exclude: generated\n", "generated: Invalid input: expected array, received string"],
    ["package: 1shop\n", "1shop: Expected a dotted Python name such as shop.db.Base."],
    ["rules:\n  no-such-rule: error\n", 'no-such-rule: There is no rule "no-such-rule".'],
    [
      "rules:\n  inline-error-string: loud\n",
      "loud: Expected off, hint, info, warning or error, or options.",
    ],
    [
      "rules:\n  inline-error-string: { limit: 3 }\n",
      'limit: The rule inline-error-string has no option "limit".',
    ],
    [
      "overrides:\n  - paths: []\n    rules: {}\n",
      "[]: Too small: expected array to have >=1 items",
    ],
    ["overrides:\n  - paths: [a]\n", 'paths: [a]: The key "rules" is missing.'],
    ["- a\n- b\n", "- a\n- b: Expected a mapping."],
  ])("%j is marked at its place", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  test("what is right beside a mistake counts", () => {
    const { config } = parseConfig(
      "profile: modular\nprofle: x\nexclude: [a, 1]\n",
      ruleOptionSchemas,
    );
    expect(config).toEqual({ profile: "modular", exclude: ["a"] });
  });

  test("a text that is no YAML is marked, and gives nothing", () => {
    const { config, problems } = parseConfig("profile: [modular\nrules: }\n", ruleOptionSchemas);
    expect(config).toEqual({});
    expect(problems.length).toBeGreaterThan(0);
  });

  test("a second document is named in plain words", () => {
    const { problems } = parseConfig(
      "profile: modular\n---\nprofile: layered\n",
      ruleOptionSchemas,
    );
    expect(problems).toEqual([
      {
        message: expect.stringMatching(/^A second document begins here/),
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } },
      },
    ]);
  });

  test("aliases that expand without end are refused", () => {
    const bomb = `a: &a [x, x]\n${"bcdefghij"
      .split("")
      .map(
        (name, index) =>
          `${name}: &${name} [*${"abcdefghi"[index]}, *${"abcdefghi"[index]}, *${"abcdefghi"[index]}]\n`,
      )
      .join("")}`;
    expect(parseConfig(bomb, ruleOptionSchemas).config).toEqual({});
  });
});
