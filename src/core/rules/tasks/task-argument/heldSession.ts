import { classOf, objectAttributes } from "../../../evaluation/attributes";
import type { ClassV, Value } from "../../../evaluation/value";
import { sessionColour } from "../../../frameworks/sqlalchemy/queries/sessions";
import type { CodeBase } from "../../../project/codeBase";

/** How many objects within each other are looked into. */
const deepest = 3;

/** The attribute by which an object holds a session, itself or through objects that it holds: `repository.session`. */
export function heldSession(value: Value, code: CodeBase, depth = 0): string | undefined {
  const of = classOf(value);
  if (of === undefined || depth >= deepest) return undefined;
  for (const [name, held] of attributesOf(value, of, code)) {
    if (sessionColour(held) !== undefined) return name;
    const inner = held === value ? undefined : heldSession(held, code, depth + 1);
    if (inner !== undefined) return `${name}.${inner}`;
  }
  return undefined;
}

function attributesOf(
  value: Value,
  of: ClassV,
  code: CodeBase,
): Iterable<readonly [string, Value]> {
  return value.kind === "instance" && value.attributes.size > 0
    ? value.attributes
    : objectAttributes(code.typeEvaluation(), of);
}
