import { plain } from "./cells";

/** A field that must not leak. Both names are for comparing. */
export interface SensitiveField {
  /** The model it is of; `undefined` where only the field is named. */
  readonly owner: string | undefined;
  readonly name: string;
}

/** The fields that words for sensitive data name: `PII (email, User.phone)` names three. */
export function sensitiveFields(text: string): SensitiveField[] {
  return text.split(/[(),;/]|\band\b/).flatMap((one): SensitiveField[] => {
    const dot = one.lastIndexOf(".");
    const owner = plain(one.slice(0, Math.max(dot, 0)));
    const name = fieldKey(one.slice(dot + 1));
    return name.length > 1 ? [{ owner: owner || undefined, name }] : [];
  });
}

/** A field's name for comparing: case, separators and the plural do not count. */
export function fieldKey(name: string): string {
  return plain(name).replace(/(?<=\p{L}{2})s$/u, "");
}
