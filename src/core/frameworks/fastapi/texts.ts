import { iterated } from "../../evaluation/iteration";
import { memberText } from "../../evaluation/operators";
import { externalName, textOf, type Value } from "../../evaluation/value";

/** The text that a path or prefix is; a member of an enumeration of texts is one. */
export function pathText(value: Value | undefined): string | undefined {
  return textOf(value) ?? (value && textOf(memberText(value)));
}

/** The texts in a list, `undefined` where one is not known; members of `HTTPMethod` count by their name. */
export function textsOf(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined) return [];
  const { items, isKnown } = iterated(value);
  const texts = items.map((item) => {
    const member = externalName(item)?.replace(/\.value$/, "");
    if (member?.startsWith("http.HTTPMethod.")) return member.slice("http.HTTPMethod.".length);
    return (
      textOf(item) ?? (item.kind === "instance" ? textOf(item.attributes.get("value")) : undefined)
    );
  });
  const known = texts.filter((text) => text !== undefined);
  return isKnown && known.length === texts.length ? known : undefined;
}
