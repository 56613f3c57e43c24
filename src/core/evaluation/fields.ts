import { callFunction } from "./calls";
import { ancestors, foreignBase, inheritsFrom, memberOf } from "./classes";
import { type Arguments, type Evaluation, noArguments } from "./evaluator";
import {
  type CallV,
  type ClassV,
  constant,
  externalName,
  type InstanceV,
  listOf,
  unknown,
  type Value,
} from "./value";

const settingsBases: ReadonlySet<string> = new Set([
  "pydantic_settings.BaseSettings",
  "pydantic.BaseSettings",
  "pydantic.v1.BaseSettings",
]);

/** Whether a class reads its fields from the environment. */
export function isSettings(of: ClassV): boolean {
  return inheritsFrom(of, settingsBases);
}

/** Gives an object of a class without `__init__` the fields that Pydantic or a dataclass would: arguments, then defaults. */
export function setFields(evaluation: Evaluation, instance: InstanceV, given: Arguments): void {
  const of = instance.class;
  const isRead = isSettings(of);
  // A class that only annotates its attributes sets none of them.
  if (given.args.length === 0 && given.keywords.size === 0 && isPlain(of)) return;
  const isDataclass = foreignBase(of) === undefined;
  const rest = [...given.args];
  for (const ancestor of ancestors(of).toReversed()) {
    if (ancestor.kind !== "class") continue;
    for (const name of ancestor.annotations.keys()) {
      const argument = given.keywords.get(name) ?? rest.shift();
      // A subclass may give a default without an annotation, which only a dataclass takes no notice of.
      const member = isDataclass ? ancestor.members.get(name) : memberOf(of, name)?.value;
      const fallback = madeDefault(evaluation, member) ?? defaultOf(member);
      if (argument !== undefined) instance.attributes.set(name, argument);
      else if (isRead) instance.attributes.set(name, setting(ancestor, name, fallback));
      else if (fallback !== undefined) instance.attributes.set(name, fallback);
    }
  }
}

/** Whether a class has no `__init__` but `object`'s. */
function isPlain(of: ClassV): boolean {
  return ancestors(of).every((ancestor) =>
    ancestor.kind === "class"
      ? ancestor.decorators.length === 0
      : withoutInit.has(externalName(ancestor) ?? ""),
  );
}

const withoutInit: ReadonlySet<string> = new Set(
  "builtins.object typing.Generic typing.Protocol abc.ABC".split(" "),
);

/** What `default_factory` makes, where the project's own function or a plain container does. */
function madeDefault(evaluation: Evaluation, member: Value | undefined): Value | undefined {
  if (member?.kind !== "call" || !fieldFunctions.has(externalName(member.func) ?? "")) {
    return undefined;
  }
  const factory = member.keywords.get("default_factory");
  if (factory === undefined || member.keywords.has("default")) return undefined;
  const name = externalName(factory);
  if (name === "builtins.list" || name === "builtins.set") return listOf([]);
  if (name === "builtins.dict") return { kind: "dict", entries: [], open: false };
  if (factory.kind !== "function" || !evaluation.follows) return undefined;
  return callFunction(evaluation, factory, noArguments);
}

/** A setting as it is when nothing sets it, which is taken for granted. */
function setting(of: ClassV, name: string, fallback: Value | undefined): Value {
  if (fallback === undefined) return unknown(`the setting ${name}`);
  if (fallback.kind !== "constant") return fallback;
  const line = of.annotations.get(name)?.line ?? of.node.line;
  const place = { path: of.path, line, character: 0 };
  const what = `the setting ${name} is taken to have its default`;
  return constant(fallback.value, [...(fallback.assumed ?? []), { ...place, what }]);
}

/** The default that a field declares: a plain value, or the one in `Field(…)`. */
export function defaultOf(member: Value | undefined): Value | undefined {
  if (member?.kind !== "call") return member;
  const name = externalName(member.func);
  if (name !== undefined && fieldFunctions.has(name)) return fieldDefault(member);
  return member;
}

const fieldFunctions: ReadonlySet<string> = new Set([
  "pydantic.Field",
  "pydantic.fields.Field",
  "sqlmodel.Field",
  "dataclasses.field",
]);

function fieldDefault({ args, keywords, func }: CallV): Value | undefined {
  const isDataclass = externalName(func) === "dataclasses.field";
  const value = keywords.get("default") ?? (isDataclass ? undefined : args[0]);
  if (value?.kind === "constant" && typeof value.value === "object" && value.value !== null) {
    // `Field(...)`: no default.
    return undefined;
  }
  const factory = keywords.get("default_factory");
  if (value === undefined && factory !== undefined) return unknown("what a factory makes");
  return value;
}
