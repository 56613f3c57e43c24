import { ancestors, memberOf } from "./classes";
import { type ClassV, externalName, type Value } from "./value";

const marks = /^abc\.(?:abstractmethod|abstractproperty|abstractclassmethod|abstractstaticmethod)$/;
const protocols = /^(?:typing|typing_extensions)\.Protocol$/;

/** The methods that a subclass has to write before objects of it can be made (https://docs.python.org/3/library/abc.html). */
export function abstractMethods(of: ClassV): readonly string[] {
  const names = new Set(
    ancestors(of).flatMap((one) => (one.kind === "class" ? [...one.members.keys()] : [])),
  );
  return [...names].filter((name) => isAbstractMethod(memberOf(of, name)?.value));
}

/** Whether a class is a protocol itself: that it inherits from one makes it none. */
export function isProtocol({ bases }: ClassV): boolean {
  return bases.some((base) =>
    protocols.test(externalName(base.kind === "subscript" ? base.value : base) ?? ""),
  );
}

/** Whether a member of a class is left to its subclasses. */
export function isAbstractMethod(member: Value | undefined): boolean {
  return (
    member?.kind === "function" &&
    member.decorators.some((one) =>
      marks.test(externalName(one.kind === "call" ? one.func : one) ?? ""),
    )
  );
}
