import { isSecretName } from "../../frameworks/secrets/secretNames";
import type { SettingFact } from "./facts";

/** What stands in a document where the code has the value of a secret. */
export const notShown = "not shown";

/** Names of settings and fields that hold a secret where they hold a text, more than a log would be searched for. */
const secret = /(?:^|_)(?:secret|token|salt|credentials?|private_?key|key|dsn|pass|auth)$/i;
const address = /^[a-z][\w+.-]*:\/\/[^/\s@]*:[^/\s@]+@/i;

/** Whether a text that is given to a name must not leave the code: a password, a key, an address with a password. */
export function isSecret(name: string, text: string): boolean {
  const own = name.slice(name.lastIndexOf(".") + 1);
  return text !== "" && (isSecretName(own) || secret.test(own) || address.test(text));
}

/** The default of a setting as a document has it. */
export function shownDefault({
  name,
  type,
  default: value,
}: {
  readonly name: string;
  readonly type: string;
  readonly default: string | number | boolean | null;
}): Pick<SettingFact, "default" | "isSecret"> {
  if (value === null) return { default: undefined, isSecret: false };
  const text = typeof value === "boolean" ? (value ? "True" : "False") : String(value);
  const isHidden = typeof value === "string" && (isSecret(name, text) || /\bSecret/.test(type));
  if (isHidden && value !== "") return { default: undefined, isSecret: true };
  return { default: value === "" ? '""' : text, isSecret: false };
}

/** Whether Python source text is a text that must not leave the code. */
export function isSecretText(name: string, source: string): boolean {
  const [, text] = /^b?"(.*)"$/s.exec(source) ?? [];
  return text !== undefined && isSecret(name, text);
}
