import { ancestors, memberOf } from "../evaluation/classes";
import { typeOf } from "../evaluation/types";
import { type ClassV, externalName, type FunctionV } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import type { ContractField } from "./contract";
import { typeShape } from "./typeShape";

/** The properties that Pydantic puts into answers (https://docs.pydantic.dev/latest/concepts/fields/#the-computed_field-decorator). */
export function computedFields(of: ClassV, code: CodeBase): readonly ContractField[] {
  const names = ancestors(of).flatMap((one) =>
    one.kind === "class" ? [...one.members.keys()] : [],
  );
  return [...new Set(names)].flatMap((name) => {
    const member = memberOf(of, name)?.value;
    if (member?.kind !== "function" || !isComputed(member)) return [];
    const { node, scope } = member;
    const returns = node.nodeType === "Lambda" ? null : node.returns;
    const type = returns === null ? undefined : typeOf(code.typeEvaluation(), returns, scope);
    const shape = typeShape(type);
    return [{ name, isRequired: true, shape, constraints: {}, in: "response" as const }];
  });
}

function isComputed({ decorators }: FunctionV): boolean {
  return decorators.some((decorator) => {
    const name = externalName(decorator.kind === "call" ? decorator.func : decorator);
    return name === "pydantic.computed_field" || name === "pydantic.fields.computed_field";
  });
}
