import { ancestors } from "../../../evaluation/classes";
import { externalName, optionsOf, type Value } from "../../../evaluation/value";
import { isModel } from "../../../frameworks/pydantic/kinds";
import type { CodeBase } from "../../../project/codeBase";
import type { AnyRuleContext } from "../../rule";
import { originOf } from "../../syntax/passedOn";
import { databaseName, repositoryName } from "./databaseNames";

/** What a dotted name is called, where it leads to a session, an engine, a repository, or a part of one. */
export function databaseThing(name: string, { file, code }: AnyRuleContext): string | undefined {
  if (!isDatabase(name, file.path, code, 0)) return undefined;
  const [owner, last = name] = name.split(".").slice(-2);
  // A class by itself, a part together with what it is a part of.
  return /^[A-Z]/.test(last) ? last : `${owner}.${last}`;
}

/** The most modules that pass a name on to each other. */
const mostHops = 8;

function isDatabase(name: string, from: string, code: CodeBase, hops: number): boolean {
  if (databaseName.test(name)) return true;
  const parts = name.split(".");
  for (let length = parts.length - 1; length > 0; length--) {
    const path = code.resolve(parts.slice(0, length).join("."), from);
    const [attribute, ...rest] = parts.slice(length);
    if (path === undefined || path === null || attribute === undefined) continue;
    const origin = originOf(attribute, path, code);
    if (origin !== undefined && origin !== "own") {
      if (hops >= mostHops) return false;
      const target = [origin.module, origin.attribute, ...rest].filter((part) => part !== null);
      return isDatabase(target.join("."), path, code, hops + 1);
    }
    const value = code.run(path).scope.names.get(attribute);
    return value !== undefined && value.kind !== "import" && leadsToDatabase(value, rest);
  }
  return false;
}

/** Whether a value, or what its attributes lead to, is a session, an engine or a repository, or a method of one. */
function leadsToDatabase(value: Value, attributes: readonly string[]): boolean {
  return optionsOf(value).some((option) => {
    if (isDatabaseValue(option)) return true;
    const [next, ...rest] = attributes;
    if (next === undefined || option.kind !== "instance") return false;
    const found = option.attributes.get(next) ?? option.class.members.get(next);
    return found !== undefined && leadsToDatabase(found, rest);
  });
}

function isDatabaseValue(value: Value): boolean {
  switch (value.kind) {
    case "class":
      if (ancestors(value).some((one) => databaseName.test(externalName(one) ?? ""))) return true;
      return repositoryName.test(value.name) && !isModel(value);
    case "instance":
      return isDatabaseValue(value.class);
    case "some":
      return isDatabaseValue(value.type);
    case "call": {
      const [, supertype] = value.args;
      return externalName(value.func) === "typing.NewType" && supertype !== undefined
        ? isDatabaseValue(supertype)
        : isDatabaseValue(value.func);
    }
    case "external":
    case "attribute":
      return databaseName.test(externalName(value) ?? "");
    default:
      return false;
  }
}
