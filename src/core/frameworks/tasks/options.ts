import { memberOf } from "../../evaluation/classes";
import {
  type CallV,
  externalName,
  type FunctionV,
  type Place,
  textOf,
  type Value,
} from "../../evaluation/value";
import { nameTable } from "../../text/nameTable";
import { firstLine } from "../fastapi/handler";
import { valueText } from "../pydantic/valueText";
import type { Task } from "./task";

/** A function that a call hands to a library: by a decorator, with or without arguments, or as the first argument. */
export interface Registration {
  /** The decorator without its arguments. */
  readonly base: Value;
  /** What the decorator was given, or the call itself. */
  readonly options: CallV;
  readonly target: Value;
}

/** `@base`, `@base(…)`, `base(target, …)`; `undefined` for calls without a first argument. */
export function registrationOf(call: CallV): Registration | undefined {
  const [target] = call.args;
  if (target === undefined) return undefined;
  return call.func.kind === "call"
    ? { base: call.func.func, options: call.func, target }
    : { base: call.func, options: call, target };
}

/** The project's function that a value runs, under its wrappers. */
export function functionOf(value: Value | undefined): FunctionV | undefined {
  switch (value?.kind) {
    case "function":
      return value.wrapped === undefined ? value : functionOf(value.wrapped);
    case "bound":
      return functionOf(value.function);
    case "instance": {
      const method = memberOf(value.class, "run") ?? memberOf(value.class, "__call__");
      return functionOf(method?.value);
    }
    case "call":
      // `functools.partial(function, …)` and wrappers of libraries.
      return functionOf(value.args[0]);
    default:
      return undefined;
  }
}

/** Where a task is declared: the first decorator of its function, or the call. */
export function taskPlace(func: FunctionV | undefined, call: CallV): Place {
  if (func === undefined || call.node !== undefined) return call.place;
  return { path: func.path, line: firstLine(func), character: 0 };
}

/** The decorator that makes a function a task, or the call that does. */
export function taskDeclaration(func: FunctionV | undefined, call: CallV): Task["declaration"] {
  if (call.node !== undefined) return { path: call.place.path, node: call.node };
  if (func === undefined || func.node.nodeType === "Lambda") return undefined;
  const node = func.node.decorator_list[func.decorators.indexOf(call.func)];
  return node && { path: func.path, node };
}

/** A keyword, which may be `None` for none; `undefined` where it is not given. */
export function given(options: CallV, name: string): Value | undefined {
  return options.keywords.get(name);
}

/** A number of a keyword: `null` where it is given but not known. */
export function numberGiven(options: CallV, name: string, unset: number | null): number | null {
  const value = given(options, name);
  if (value === undefined) return options.open ? null : unset;
  return numberOf(value) ?? null;
}

/** A text of a keyword: `null` where it is given but not known. */
export function textGiven(options: CallV, name: string, unset: string | null): string | null {
  const value = given(options, name);
  if (value === undefined) return options.open ? null : unset;
  if (value.kind === "constant" && value.value === null) return unset;
  return textOf(value) ?? null;
}

/** Keywords by which `timedelta` is given, in seconds (https://docs.python.org/3/library/datetime.html#datetime.timedelta). */
const seconds: Readonly<Record<string, number>> = nameTable({
  weeks: 604_800,
  days: 86_400,
  hours: 3600,
  minutes: 60,
  seconds: 1,
  milliseconds: 0.001,
});

/** A number, or the seconds of a `timedelta`. */
export function numberOf(value: Value | undefined): number | undefined {
  if (value?.kind === "constant") {
    const { value: plain } = value;
    if (typeof plain === "number") return plain;
    return typeof plain === "object" && plain !== null && "float" in plain
      ? plain.float
      : undefined;
  }
  if (value?.kind !== "call" || externalName(value.func) !== "datetime.timedelta") return undefined;
  const parts = [...value.keywords].map(
    ([name, part]) => (seconds[name] ?? NaN) * (numberOf(part) ?? NaN),
  );
  const positional = value.args.map(
    (part, index) => (numberOf(part) ?? NaN) * ([86_400, 1][index] ?? NaN),
  );
  const sum = [...parts, ...positional].reduce((total, part) => total + part, 0);
  return Number.isNaN(sum) ? undefined : sum;
}

/** Some keywords as Python source text, where they are given and known. */
export function textOptions(options: CallV, names: readonly string[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = given(options, name);
    const text = value && valueText(value);
    if (text !== undefined) found[name] = text;
  }
  return found;
}

/** A trigger and its keywords as Python source text: `cron(hour=7)`. */
export function scheduleText(name: string, keywords: ReadonlyMap<string, Value>): string {
  const parts = [...keywords].map(([key, value]) => `${key}=${valueText(value) ?? "…"}`);
  return `${name}(${parts.join(", ")})`;
}
