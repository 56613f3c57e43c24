import { describe, expect, test } from "vitest";
import { explainConfigKey, suggestInConfig } from "./assist";

/** The suggestions at the `|` of a text. */
function suggestAt(marked: string): string[] {
  const before = marked.slice(0, marked.indexOf("|")).split("\n");
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return suggestInConfig(marked.replace("|", ""), position).map(({ label }) => label);
}

describe("suggestInConfig", () => {
  test("keys at the top, without those that are there", () => {
    const keys = suggestAt("profile: modular\npa|\nspecs: {}\n");
    expect(keys).toContain("package");
    expect(keys).not.toContain("profile");
    expect(keys).not.toContain("specs");
  });

  test("values of a key", () => {
    expect(suggestAt("profile: |")).toEqual(["modular", "layered", "none"]);
    expect(suggestAt("tasks:\n  queue: |")).toEqual(["dramatiq", "celery", "none"]);
  });

  test("keys of a nested mapping, indented or in braces", () => {
    expect(suggestAt("database:\n  |\n")).toEqual(["session", "base", "mixin", "soft-delete"]);
    expect(suggestAt("names: { |")).toEqual(["schemas", "error-constant"]);
    expect(suggestAt("layers:\n  router: ['x']\n  |")).toEqual([
      "service",
      "repository",
      "models",
      "schemas",
      "tasks",
    ]);
  });

  test("rules by name, their severities, and their options", () => {
    expect(suggestAt("rules:\n  |")).toContain("inline-error-string");
    expect(suggestAt("rules:\n  inline-error-string: |")).toEqual([
      "off",
      "error",
      "warning",
      "info",
      "hint",
    ]);
    expect(suggestAt("rules:\n  inline-error-string:\n    |")).toContain("severity");
  });

  test("keys of the items of a list", () => {
    expect(suggestAt("overrides:\n  - |")).toEqual(["paths", "rules"]);
    expect(suggestAt("overrides:\n  - paths: ['a']\n    rules:\n      |")).toContain(
      "inline-error-string",
    );
    expect(suggestAt("import-rules:\n  - from: router\n    |")).toEqual([
      "may-not-import",
      "message",
    ]);
  });

  test("nothing in comments and after finished values", () => {
    expect(suggestAt("# pro|")).toEqual([]);
    expect(suggestAt('package: "shop" |')).toEqual([]);
  });
});

describe("explainConfigKey", () => {
  test("explains the key under the pointer, and nothing else", () => {
    const text = "names:\n  error-constant: ERROR_\nunknown: 1\n";
    expect(explainConfigKey(text, { line: 1, character: 4 })).toMatch(/prefix of constants/);
    expect(explainConfigKey(text, { line: 1, character: 20 })).toBeUndefined();
    expect(explainConfigKey(text, { line: 2, character: 2 })).toBeUndefined();
    expect(
      explainConfigKey("rules:\n  inline-error-string: off", { line: 1, character: 5 }),
    ).toMatch(/Keep error messages/);
  });
});
