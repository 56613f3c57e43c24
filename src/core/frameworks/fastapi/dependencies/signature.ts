import { classOf } from "../../../evaluation/attributes";
import { ancestors, foreignBase, memberOf } from "../../../evaluation/classes";
import { argumentsOf, typeOf } from "../../../evaluation/types";
import { type ClassV, externalName, type FunctionV, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Expression } from "../../../python/ast/nodes";
import { isDataclass, isModel } from "../../pydantic/kinds";
import { libraryParameters } from "./libraryForms";
import { type Marker, markerOf } from "./markers";

/** A parameter of something that FastAPI calls. */
export interface SignatureParameter {
  readonly name: string;
  /** Without `Annotated`; `undefined` where nothing is said. */
  readonly type: Value | undefined;
  readonly default: Value | undefined;
  /** The last of FastAPI's own in `Annotated`. */
  readonly annotated: Marker | undefined;
}

/** The parameters of something that FastAPI calls, as `inspect.signature` gives them, without the receiver. */
export function signatureOf(callable: Value, code: CodeBase): readonly SignatureParameter[] {
  switch (callable.kind) {
    case "function":
      return functionParameters(callable, false, code);
    case "bound":
      return functionParameters(callable.function, true, code);
    case "class":
      return classParameters(callable, code);
    case "instance": {
      const call = memberOf(callable.class, "__call__")?.value;
      return call?.kind === "function" ? functionParameters(call, true, code) : [];
    }
    case "subscript":
      return callable.value.kind === "class" ? classParameters(callable.value, code) : [];
    case "call": {
      // `functools.partial(func, name=…)`
      const [func] = callable.args;
      if (externalName(callable.func) !== "functools.partial" || func === undefined) return [];
      const given = callable.args.length - 1;
      return signatureOf(func, code)
        .slice(given)
        .filter(({ name }) => !callable.keywords.has(name));
    }
    case "some": {
      const of = classOf(callable);
      const call = of && memberOf(of, "__call__")?.value;
      return call?.kind === "function" ? functionParameters(call, true, code) : [];
    }
    case "external":
      return libraryParameters(callable.name);
    default:
      return [];
  }
}

function functionParameters(
  func: FunctionV,
  isBound: boolean,
  code: CodeBase,
): readonly SignatureParameter[] {
  const { posonlyargs, args, kwonlyargs } = func.node.args;
  const positional = [...posonlyargs, ...args];
  const skipped = isBound && func.binding !== "static" ? 1 : 0;
  return [...positional.slice(skipped), ...kwonlyargs].map(({ arg, annotation }) =>
    parameter(arg, annotation, func.defaults.get(arg), func.scope, code),
  );
}

function classParameters(of: ClassV, code: CodeBase): readonly SignatureParameter[] {
  const initializer = memberOf(of, "__init__")?.value;
  if (initializer?.kind === "function") return functionParameters(initializer, true, code);
  if (isModel(of) || isDataclass(of)) return classFields(of, code);
  return libraryParameters(externalName(foreignBase(of)) ?? "");
}

/** The annotated attributes of a class, those that it inherits first. */
export function classFields(of: ClassV, code: CodeBase): readonly SignatureParameter[] {
  const found = new Map<string, SignatureParameter>();
  for (const ancestor of ancestors(of).toReversed()) {
    if (ancestor.kind !== "class") continue;
    for (const [name, annotation] of ancestor.annotations) {
      const { value } = memberOf(of, name) ?? {};
      found.set(name, parameter(name, annotation, value, ancestor.scope, code));
    }
    for (const [name, value] of ancestor.members) {
      if (!found.has(name) && markerOf(value) !== undefined) {
        found.set(name, { name, type: undefined, default: value, annotated: undefined });
      }
    }
  }
  return [...found.values()];
}

function parameter(
  name: string,
  annotation: Expression | null,
  fallback: Value | undefined,
  scope: FunctionV["scope"],
  code: CodeBase,
): SignatureParameter {
  const whole = annotation === null ? undefined : typeOf(code.typeEvaluation(), annotation, scope);
  const { type, annotated } = unwrapped(whole);
  return { name, type, default: fallback, annotated };
}

/** Takes `Annotated` off, also where it stands within another. */
function unwrapped(type: Value | undefined): Pick<SignatureParameter, "type" | "annotated"> {
  if (type?.kind !== "subscript") return { type, annotated: undefined };
  if (!/^typing(?:_extensions)?\.Annotated$/.test(externalName(type.value) ?? "")) {
    return { type, annotated: undefined };
  }
  const [first, ...rest] = argumentsOf(type);
  const inner = unwrapped(first);
  const markers = rest.map(markerOf).filter((marker) => marker !== undefined);
  return { type: inner.type, annotated: markers.at(-1) ?? inner.annotated };
}
