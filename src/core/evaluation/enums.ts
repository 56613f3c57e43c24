import { inheritsFrom } from "./classes";
import type { ClassV, InstanceV, Value } from "./value";
import { constant } from "./value";

const enumBases: ReadonlySet<string> = new Set(
  ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum"].map((name) => `enum.${name}`),
);

/** Whether a class is an enumeration. */
export function isEnum(of: ClassV): boolean {
  return inheritsFrom(of, enumBases);
}

/** Makes members of the plain values in an enumeration's body. */
export function makeMembers(of: ClassV): void {
  for (const [name, value] of of.members) {
    if (name.startsWith("_") || value.kind === "function" || value.kind === "class") continue;
    const member = memberNamed(of, name, value);
    of.members.set(name, member);
  }
}

/** The members of an enumeration in order, with their values. */
export function enumMembers(
  of: ClassV,
): readonly { readonly name: string; readonly value: Value }[] {
  return [...of.members].flatMap(([name, member]) => {
    const value =
      member.kind === "instance" && member.class === of && member.attributes.get("value");
    return value ? [{ name, value }] : [];
  });
}

function memberNamed(of: ClassV, name: string, value: Value): InstanceV {
  const { path, node } = of;
  const isAuto = value.kind === "call";
  const own = isAuto ? constant(name.toLowerCase()) : value;
  return {
    kind: "instance",
    class: of,
    attributes: new Map<string, Value>([
      ["value", own],
      ["_value_", own],
      ["name", constant(name)],
    ]),
    call: {
      kind: "call",
      func: of,
      args: [own],
      keywords: new Map(),
      open: false,
      place: { path, line: node.line, character: node.character },
      node: undefined,
      attributes: new Map(),
    },
  };
}
