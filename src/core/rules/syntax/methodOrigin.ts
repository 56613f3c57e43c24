import { ancestors } from "../../evaluation/classes";
import { externalName } from "../../evaluation/value";
import type { AnyRuleContext } from "../rule";
import type { FunctionPlace } from "./functions";

/** Bases from outside that lay down no method by name. */
const withoutMethods =
  /^(?:builtins\.object|(?:typing|typing_extensions)\.(?:Generic|Protocol)|abc\.ABC|pydantic\.(?:main\.)?BaseModel|sqlmodel\.(?:main\.)?SQLModel|pydantic_settings\.BaseSettings)$/;

/** Whether a method may get its name and signature from above: of a class that is not the project's, or that has it. */
export function mayOverride({ node, within }: FunctionPlace, context: AnyRuleContext): boolean {
  const { file, code } = context;
  const owner = within.at(-1);
  if (owner?.nodeType !== "ClassDef" || owner.bases.length === 0) return false;
  const qualname = within.map(({ name }) => name).join(".");
  const of = code.run(file.path).definitions.get(`class ${qualname}`);
  if (of?.kind !== "class") return true;
  return ancestors(of)
    .slice(1)
    .some((above) =>
      above.kind === "class"
        ? above.members.has(node.name)
        : !withoutMethods.test(externalName(above) ?? ""),
    );
}
