import { callFunction } from "../../evaluation/calls";
import { isEnum } from "../../evaluation/enums";
import { Evaluation, type Modules, noArguments } from "../../evaluation/evaluator";
import { externalName, type Value } from "../../evaluation/value";
import type { ConstantValue } from "../../python/ast/nodes";

/** A value as a person writes it in Python; `undefined` where it, or a part of it, is not known. */
export function valueText(value: Value): string | undefined {
  switch (value.kind) {
    case "constant":
      return constantText(value.value);
    case "list": {
      if (value.open) return undefined;
      const items = textsOf(value.items);
      if (items === undefined) return undefined;
      if (value.type === "list") return `[${items.join(", ")}]`;
      if (value.type === "set") return items.length === 0 ? "set()" : `{${items.join(", ")}}`;
      return items.length === 1 ? `(${items[0]},)` : `(${items.join(", ")})`;
    }
    case "dict": {
      if (value.open) return undefined;
      const pairs = value.entries.map((entry) => textsOf([entry.key, entry.value])?.join(": "));
      const known = pairs.filter((pair) => pair !== undefined);
      return known.length < pairs.length ? undefined : `{${known.join(", ")}}`;
    }
    case "external":
      return externalText(value.name);
    case "class":
    case "function":
      return value.name;
    case "bound":
      return value.function.name;
    case "instance": {
      const name = value.attributes.get("name");
      if (isEnum(value.class) && name?.kind === "constant") {
        return `${value.class.name}.${String(name.value)}`;
      }
      return valueText(value.call);
    }
    case "call": {
      const func = valueText(value.func);
      const args = textsOf(value.args);
      const keywords = [...value.keywords].map(([name, one]) => {
        const text = valueText(one);
        return text === undefined ? undefined : `${name}=${text}`;
      });
      if (func === undefined || args === undefined || value.open) return undefined;
      if (keywords.includes(undefined)) return undefined;
      return `${func}(${[...args, ...keywords].join(", ")})`;
    }
    case "attribute": {
      const base = valueText(value.value);
      return base === undefined ? undefined : `${base}.${value.attr}`;
    }
    default:
      return undefined;
  }
}

/** What a `default_factory` makes: `[]`, `uuid4()`. */
export function factoryText(modules: Modules, factory: Value): string | undefined {
  const name = externalName(factory);
  if (name === "builtins.list") return "[]";
  if (name === "builtins.dict") return "{}";
  if (factory.kind === "function" && factory.node.nodeType === "Lambda") {
    return valueText(callFunction(new Evaluation(modules, false), factory, noArguments));
  }
  const text = valueText(factory);
  return text === undefined ? undefined : `${text}()`;
}

/** A literal as Python writes it. */
export function constantText(value: ConstantValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  if ("float" in value)
    return Number.isInteger(value.float) ? `${value.float}.0` : `${value.float}`;
  if ("complex" in value) return `${value.complex}j`;
  if ("bytes" in value) return `b${JSON.stringify(value.bytes)}`;
  return "...";
}

/** `http.HTTPStatus.OK` is written `HTTPStatus.OK`, `uuid.uuid4` is `uuid4`, `datetime.datetime.now` is `datetime.now`. */
function externalText(dotted: string): string {
  if (dotted.startsWith("datetime.")) return dotted.slice("datetime.".length);
  const parts = dotted.split(".");
  const from = parts.findIndex((part) => /^\p{Lu}/u.test(part));
  return parts.slice(from < 0 ? -1 : from).join(".");
}

function textsOf(values: readonly Value[]): readonly string[] | undefined {
  const texts = values.map(valueText);
  const known = texts.filter((text) => text !== undefined);
  return known.length === texts.length ? known : undefined;
}
