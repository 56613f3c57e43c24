import type { TypeShape } from "./contract";

/** Types whose values are written as a string in JSON, each a part of all strings. */
const strings: ReadonlySet<string> = new Set(
  (
    "str UUID UUID1 UUID3 UUID4 UUID5 datetime date time timedelta AwareDatetime NaiveDatetime FutureDatetime PastDatetime " +
    "EmailStr NameEmail HttpUrl AnyUrl AnyHttpUrl FileUrl PostgresDsn RedisDsn SecretStr IPv4Address IPv6Address " +
    "IPvAnyAddress Path FilePath Decimal bytes"
  ).split(" "),
);

/** Whether every value of one type is one of the other, too, as JSON has them. */
export function isNarrower(one: TypeShape, other: TypeShape): boolean {
  if (other.kind === "type" && (other.name === "Any" || other.name === "object")) return true;
  if (one.kind === "union") return one.members.every((member) => isNarrower(member, other));
  if (other.kind === "union") return other.members.some((member) => isNarrower(one, member));
  if (one.kind === "literal") {
    if (other.kind === "literal") return one.values.every((value) => other.values.includes(value));
    const isText = one.values.every((value) => /^["']/.test(value));
    return isText && other.kind === "type" && other.name === "str";
  }
  if (one.kind !== "type" || other.kind !== "type") return false;
  if (one.name === other.name) return true;
  if (other.name === "str") return strings.has(one.name);
  if (other.name === "UUID") return /^UUID\d$/.test(one.name);
  if (other.name === "float")
    return one.name === "int" || /^(Non)?(Positive|Negative)/.test(one.name);
  return other.name === "int" && /^(Non)?(Positive|Negative)Int$/.test(one.name);
}
