import { isBuiltFromObjects } from "../../../detection/schemaBase";
import { classKey } from "../../../evaluation/classes";
import { type ClassV, optionsOf, type Value } from "../../../evaluation/value";
import { schemasIn, schemaUses } from "../../../frameworks/fastapi/schemaUses";
import { rootOf } from "../../../frameworks/sqlalchemy/declarative";
import type { CodeBase } from "../../../project/codeBase";
import { fileCalls } from "../../../project/fileCalls";
import { isTestPath } from "../../../project/testPaths";

/** Whether objects of a schema are made from rows: it says so, code does so, or a route answers with rows as it. */
export function isBuiltFromModels(of: ClassV, code: CodeBase): boolean {
  return isBuiltFromObjects(of) || builtFromRows(code).has(classKey(of));
}

function builtFromRows(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "schemas built from rows",
    () => new Set([...validatedFromRows(code), ...answeredWithRows(code)].map(classKey)),
    (a, b) => a.size === b.size && [...a].every((key) => b.has(key)),
  );
}

/** `UserRead.model_validate(user)`, `UserRead.from_orm(user)` */
function validatedFromRows(code: CodeBase): readonly ClassV[] {
  return code.paths.flatMap((path) => {
    if (isTestPath(path)) return [];
    return [...fileCalls(code, path).values()].flat().flatMap(({ func, args }) => {
      const [given] = args;
      const isValidation =
        func.kind === "attribute" && (func.attr === "model_validate" || func.attr === "from_orm");
      if (!isValidation || given === undefined || !isRow(given)) return [];
      return schemasIn(func.value);
    });
  });
}

function answeredWithRows(code: CodeBase): readonly ClassV[] {
  return schemaUses(code).flatMap(({ of, as, endpoint: { handler } }) => {
    if (as !== "response" || handler.kind !== "function") return [];
    const returned = code.functionRun(handler)?.returned;
    return returned !== undefined && isRow(returned) ? [of] : [];
  });
}

/** Whether a value is an object of a mapped class. */
function isRow(value: Value): boolean {
  return optionsOf(value).some((one) => {
    const type = one.kind === "some" ? one.type : one.kind === "instance" ? one.class : undefined;
    return type?.kind === "class" && rootOf(type) !== undefined;
  });
}
