import { schemaUses } from "../../../frameworks/fastapi/schemaUses";
import type { AnyRuleContext } from "../../rule";

/** The endings that names of schemas have. */
export interface Suffixes {
  /** `Create, Update or Read` */
  readonly text: string;
  fit(name: string): boolean;
}

/** The endings that the configuration or its profile asks for, else those that the code keeps to. */
export function schemaSuffixes({ code, config }: AnyRuleContext): Suffixes | undefined {
  const { value: words = [], from } = config.key("names.schemas");
  const [last, ...others] = [...words].reverse();
  if (last === undefined) return undefined;
  const text = others.length === 0 ? last : `${others.reverse().join(", ")} or ${last}`;
  // `OrderReadWithItems` is one of the same kind, with more.
  const pattern = new RegExp(`(?:${words.join("|")})(?:With[A-Z]\\w*)?$`);
  const suffixes = { text, fit: (name: string) => pattern.test(name) };
  return from === "detected" && !isKept(suffixes, code) ? undefined : suffixes;
}

/** Whether at least nine of ten schemas that endpoints use, twenty or more, have one of the endings. */
function isKept({ fit }: Suffixes, code: AnyRuleContext["code"]): boolean {
  const names = new Map(schemaUses(code).map(({ of }) => [of.node, of.name]));
  const fitting = [...names.values()].filter(fit).length;
  return names.size >= 20 && fitting * 10 >= names.size * 9;
}
