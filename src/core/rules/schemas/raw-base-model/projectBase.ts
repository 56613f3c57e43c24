import { ancestors } from "../../../evaluation/classes";
import { moduleAttribute, moduleNamed } from "../../../evaluation/names";
import type { ClassV, Value } from "../../../evaluation/value";
import { backend } from "../../../frameworks/backend";
import { schemaUses } from "../../../frameworks/fastapi/schemaUses";
import { isModel } from "../../../frameworks/pydantic/kinds";
import type { CodeBase } from "../../../project/codeBase";
import type { AnyRuleContext } from "../../rule";

/** The class that a project's schemas are to inherit. */
export interface ProjectBase {
  readonly of: ClassV;
  /** The dotted name of the module to import it from. */
  readonly module: string;
  /** Whether it is there for all schemas, and not only for those that are built from objects. */
  readonly isForAll: boolean;
}

/**
 * The base that the configuration names, else the one that most schemas inherit; `undefined` where the project has none
 * of its own.
 */
export function projectBase({ file, code, config }: AnyRuleContext): ProjectBase | undefined {
  const { value: name, from } = config.key("schemas.base");
  if (name === undefined) return undefined;
  const at = name.lastIndexOf(".");
  const module = name.slice(0, at);
  const evaluation = code.typeEvaluation();
  const home = at < 0 ? undefined : moduleNamed(evaluation, module, file.path);
  if (home?.kind !== "module") return undefined;
  const of = moduleAttribute(evaluation, home, name.slice(at + 1), file.path);
  if (of.kind !== "class" || !isModel(of) || !isWithinReach(of, file.path, code)) return undefined;
  // Which schemas are built from objects is what `layered` asks for.
  const isForAll = config.profile?.name !== "layered" && (from === "file" || isOfMost(of, code));
  return { of, module, isForAll };
}

/** Whether a file is of the same distribution as a class, or imports something of its package. */
function isWithinReach({ path, module }: ClassV, from: string, code: CodeBase): boolean {
  if (code.nameOf(path).root === code.nameOf(from).root) return true;
  const [top] = module.split(".");
  const imports = code.outlineOf(from).flatMap((statement) => statement.imports);
  return imports.some((one) => one.level === 0 && one.module.split(".")[0] === top);
}

/** Whether three fifths of all schemas inherit a class, and bodies as well as responses have it. */
function isOfMost(base: ClassV, code: CodeBase): boolean {
  return code.queries.get(`schemas inherit ${base.module}.${base.qualname}`, () => {
    const isBelow = (of: ClassV) => ancestors(of).some((one) => isSameClass(one, base));
    const schemas = backend.schemas(code).schemas.flatMap(({ kind, value }) => {
      return kind === "pydantic" && value.kind === "class" ? [value] : [];
    });
    const uses = schemaUses(code);
    return (
      schemas.filter(isBelow).length * 5 >= schemas.length * 3 &&
      (["body", "response"] as const).every((role) => {
        const served = uses.flatMap((use) => (use.as === role ? [use.of] : []));
        return served.filter(isBelow).length * 4 >= served.length;
      })
    );
  });
}

/** Whether a value is a class, also where its module ran again. */
export function isSameClass(value: Value, of: ClassV): boolean {
  return value.kind === "class" && value.path === of.path && value.qualname === of.qualname;
}
