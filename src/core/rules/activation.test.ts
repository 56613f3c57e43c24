import { describe, expect, test } from "vitest";
import { createTestProject } from "../testing/testProject";
import { type Activation, activationOf, configuredRules, type RuleSelection } from "./activation";
import { rules } from "./registry";
import type { Kept, Rule } from "./rule";

const named = (name: string): Rule => {
  const rule = rules.find(({ meta }) => meta.name === name);
  if (rule === undefined) throw new Error(`no rule ${name}`);
  return rule;
};

async function activation(
  rule: Rule,
  files: Readonly<Record<string, string>>,
  { path = "app/a.py", selection = configuredRules as RuleSelection } = {},
): Promise<Activation> {
  const { project } = await createTestProject({ "app/a.py": "x = 1\n", ...files });
  const config = project.configFor(path);
  return activationOf(rule, { code: project.code, config, selection, path, seen: path });
}

const modular = { ".backend-spec.yaml": "profile: modular\n" };

describe("activationOf", () => {
  test("what holds in any FastAPI code base is on without a configuration", async () => {
    expect(await activation(named("n-plus-one-query"), {})).toEqual({
      severity: "warning",
      reason: "it holds in any FastAPI code base",
    });
  });

  test("house style waits for the profile that asks for it", async () => {
    const rule = named("inline-error-string");
    expect(await activation(rule, {})).toEqual({
      severity: undefined,
      reason: "only the profile modular or layered asks for it",
    });
    expect(await activation(rule, modular)).toEqual({
      severity: "warning",
      reason: "the profile modular asks for it",
    });
    expect(await activation(rule, { ".backend-spec.yaml": "profile: layered\n" })).toMatchObject({
      severity: "hint",
    });
  });

  test("a selected rule is on whatever else holds, with the severity that the file gives it", async () => {
    const selection = { select: ["long-function"], ignore: [] };
    const rule = named("long-function");
    expect(await activation(rule, {}, { selection })).toEqual({
      severity: "warning",
      reason: "it is selected",
    });
    const configured = { ".backend-spec.yaml": "rules: { long-function: error }\n" };
    expect(await activation(rule, configured, { selection })).toMatchObject({ severity: "error" });
  });

  test("an enabled rule of ruff's that asks the same turns ours off, unless the file turns it on", async () => {
    const rule = named("missing-type-hints");
    const ruff = { "pyproject.toml": '[tool.ruff.lint]\nselect = ["ANN"]\n' };
    expect(await activation(rule, { ...modular, ...ruff })).toEqual({
      severity: undefined,
      reason: "ruff asks the same with ANN001 and ANN201 (pyproject.toml)",
    });
    const on = { ".backend-spec.yaml": "profile: modular\nrules: { missing-type-hints: info }\n" };
    expect(await activation(rule, { ...on, ...ruff })).toMatchObject({ severity: "info" });
  });

  test("ruff's nearest settings count, and a pyproject.toml without any is passed over", async () => {
    const rule = named("missing-type-hints");
    const above = { "pyproject.toml": '[tool.ruff.lint]\nselect = ["ANN"]\n' };
    expect(
      await activation(rule, { ...modular, ...above, "app/pyproject.toml": "[project]\n" }),
    ).toMatchObject({ severity: undefined });
    expect(
      await activation(rule, { ...modular, ...above, "app/ruff.toml": 'lint.select = ["E"]\n' }),
    ).toMatchObject({ severity: "warning" });
  });

  test("ruff's settings may start from a file of any name", async () => {
    const rule = named("complex-function");
    const own = { "app/ruff.toml": 'extend = "../tools/base.toml"\n' };
    const base = { "tools/base.toml": 'lint.select = ["C90"]\n' };
    expect(await activation(rule, { ...modular, ...own, ...base })).toEqual({
      severity: undefined,
      reason: "ruff asks the same with C901 (app/ruff.toml)",
    });
    expect(await activation(rule, { ...modular, ...own })).toMatchObject({ severity: "warning" });
    const circle = { "app/ruff.toml": 'extend = "ruff.toml"\n' };
    expect(await activation(rule, { ...modular, ...circle })).toMatchObject({
      severity: "warning",
    });
  });

  test.each<[Kept, string | undefined]>([
    [{ kept: 8, places: 10 }, "warning"],
    [{ kept: 9, places: 9 }, undefined],
    [{ kept: 79, places: 100 }, undefined],
  ])("a code base that keeps to a rule by itself turns it on: %o", async (kept, severity) => {
    const rule = { ...named("long-function"), keptBy: () => kept };
    const found = await activation(rule, {});
    expect(found.severity).toBe(severity);
    expect(found.reason).toContain(`${kept.kept} of ${kept.places} places keep to it`);
  });
});
