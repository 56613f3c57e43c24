import { evaluate } from "../../evaluation/expressions";
import type { Scope } from "../../evaluation/scope";
import { annotatedType } from "../../evaluation/types";
import {
  type CallV,
  externalName,
  optionsOf,
  textOf,
  usualOf,
  type Value,
} from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import type { Expression } from "../../python/ast/nodes";
import { typeText } from "../pydantic/typeText";
import { lookupOf } from "../settings/lookups";
import { schemeKind, typeKind, urlKind } from "./urlKinds";

/** The kind that a URL as a value leads to. */
export function valueKind(value: Value): string | undefined {
  const usual = usualOf(value);
  const kinds = new Set(optionsOf(usual).map(oneKind));
  const [only] = kinds;
  return kinds.size === 1 ? only : undefined;
}

function oneKind(value: Value): string | undefined {
  switch (value.kind) {
    case "constant": {
      const text = textOf(value);
      return text === undefined ? undefined : urlKind(text);
    }
    case "call":
      return builtKind(value) ?? lookupKind(value);
    case "some":
      return typeKind(typeText(value.type));
    default:
      return undefined;
  }
}

/** `URL.create("postgresql+asyncpg", …)`, `PostgresDsn.build(scheme=…)`, `make_url(…)`, `str(…)`. */
export function builtKind({ func, args, keywords }: CallV): string | undefined {
  const name = externalName(func) ?? "";
  const [first] = args;
  if (/^sqlalchemy\.(engine\.)?(url\.)?URL(\.create)?$/.test(name)) {
    const scheme = textOf(first ?? keywords.get("drivername"));
    return scheme === undefined ? undefined : schemeKind(scheme);
  }
  if (/^pydantic\w*\.(\w+\.)*\w*(Dsn|Url)\.build$/.test(name)) {
    const scheme = textOf(keywords.get("scheme") ?? first);
    return scheme === undefined ? typeKind(name.split(".").at(-2) ?? "") : schemeKind(scheme);
  }
  const isPassed = /\.make_url$/.test(name) || /^pydantic\w*\.(\w+\.)*\w+Dsn$/.test(name);
  if (!isPassed) return undefined;
  return (first && valueKind(first)) ?? typeKind(name.split(".").at(-1) ?? "");
}

function lookupKind(call: CallV): string | undefined {
  const fallback = lookupOf(call)?.default;
  return fallback && valueKind(fallback);
}

/** The kind that a URL leads to by how it is written, where its value is not known. */
export function writtenKind(
  node: Expression,
  scope: Scope,
  codeBase: CodeBase,
): string | undefined {
  const evaluation = codeBase.typeEvaluation();
  switch (node.nodeType) {
    case "JoinedStr": {
      const [first] = node.values;
      const start = first?.nodeType === "Constant" ? first.value : undefined;
      return typeof start === "string" ? urlKind(`${start} `) : undefined;
    }
    case "Call": {
      // `str(settings.database_url)`, `settings.database_url.unicode_string()`.
      const [first] = node.args;
      const inner = first ?? (node.func.nodeType === "Attribute" ? node.func.value : undefined);
      return inner === undefined ? undefined : writtenKind(inner, scope, codeBase);
    }
    case "Attribute": {
      const own = valueKind(evaluate(evaluation, node, scope));
      if (own !== undefined) return own;
      const holder = evaluate(evaluation, node.value, scope);
      const of =
        holder.kind === "instance"
          ? holder.class
          : holder.kind === "some"
            ? holder.type
            : undefined;
      if (of?.kind !== "class") return undefined;
      const type = annotatedType(evaluation, of, node.attr);
      return type === undefined ? undefined : typeKind(typeText(type));
    }
    default:
      return valueKind(evaluate(evaluation, node, scope));
  }
}
