import { type CodePlace, placed } from "../../behaviour/place";
import { classOf } from "../../evaluation/attributes";
import { ancestors, memberOf } from "../../evaluation/classes";
import { evaluate } from "../../evaluation/expressions";
import { isSettings } from "../../evaluation/fields";
import { type ClassV, type FunctionV, optionsOf, type Value } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import { functionsCalled, valuesIn } from "../../frameworks/callGraph";
import type { Setting } from "../../frameworks/settings/setting";
import type { CodeBase } from "../../project/codeBase";
import type { Expression, Node } from "../../python/ast/nodes";
import { walk } from "../../python/ast/visit";
import type { SettingFact } from "./facts";
import { shownDefault } from "./secrets";

/** The settings that some functions and the statements of their files read, and those that the files declare, each once. */
export function settingFacts(
  functions: readonly FunctionV[],
  files: readonly string[],
  code: CodeBase,
): readonly SettingFact[] {
  const { settings } = backend.settings(code);
  const found = new Map<string, SettingFact>();
  const add = (setting: Setting, place: CodePlace): void => {
    const { name, type, environment } = setting;
    if (found.has(environment)) return;
    const declared = { declaredIn: setting.place.path, class: setting.class };
    const shown = shownDefault(setting);
    found.set(environment, { name, type, environment, ...declared, ...shown, ...place });
  };
  for (const setting of settings) {
    if (files.includes(setting.place.path)) add(setting, placed(setting.place));
  }
  const reader = new SettingReader(settings, code);
  for (const func of functions) {
    for (const [setting, node] of reader.readBy(func)) {
      add(setting, placed({ path: func.path, line: node.line }));
    }
  }
  for (const path of files) {
    for (const [setting, node] of reader.readByModule(path)) {
      add(setting, placed({ path, line: node.line }));
    }
  }
  return [...found.values()];
}

type Attribute = Extract<Expression, { readonly nodeType: "Attribute" }>;
type Read = readonly [setting: Setting, node: Attribute];

/** Finds where attributes of settings are read. */
class SettingReader {
  private readonly running = new Set<object>();

  constructor(
    private readonly settings: readonly Setting[],
    private readonly code: CodeBase,
  ) {}

  readBy(func: FunctionV): readonly Read[] {
    if (this.running.has(func.node)) return [];
    this.running.add(func.node);
    const values = valuesIn(func, this.code);
    const found = [...values.keys()].flatMap((node) =>
      node.nodeType === "Attribute" ? this.read(node, (of) => values.get(of)) : [],
    );
    this.running.delete(func.node);
    return found;
  }

  /** What a module reads when it is imported: outside of functions, in their decorators and defaults. */
  readByModule(path: string): readonly Read[] {
    const { scope } = this.code.run(path);
    const given = (node: Expression): Value => evaluate(this.code.typeEvaluation(), node, scope);
    const found: Read[] = [];
    const look = (root: Node): void =>
      walk(root, (node) => {
        if (node.nodeType === "FunctionDef" || node.nodeType === "AsyncFunctionDef") {
          for (const one of [...node.decorator_list, node.args]) look(one);
          return false;
        }
        if (node.nodeType === "Attribute") found.push(...this.read(node, given));
        return node.nodeType !== "Lambda";
      });
    for (const statement of this.code.statements(path)) look(statement);
    return found;
  }

  /** `settings.url`, and `settings.database.url` of settings within settings. */
  private read(node: Attribute, given: (node: Expression) => Value | undefined): readonly Read[] {
    let name = node.attr;
    for (let { value } = node; ; name = `${value.attr}.${name}`, { value } = value) {
      const of = settingsClass(given(value));
      if (of !== undefined) return this.named(name, of, node);
      if (value.nodeType !== "Attribute") return [];
    }
  }

  private named(name: string, of: ClassV, node: Attribute): readonly Read[] {
    const own = new Set(ancestors(of).flatMap((one) => (one.kind === "class" ? [one.name] : [])));
    const setting = this.settings.find((one) => own.has(one.class) && one.name === name);
    if (setting !== undefined) return [[setting, node]];
    // A property, or a method, that is made of others.
    const member = memberOf(of, name)?.value;
    const functions = member === undefined ? [] : functionsCalled(member);
    return functions.flatMap((one) => this.readBy(one).map(([inner]): Read => [inner, node]));
  }
}

function settingsClass(value: Value | undefined): ClassV | undefined {
  const found =
    value &&
    optionsOf(value)
      .map(classOf)
      .find((one) => one !== undefined);
  return found !== undefined && isSettings(found) ? found : undefined;
}
