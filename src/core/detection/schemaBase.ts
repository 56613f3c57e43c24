import { ancestors, foreignBase } from "../evaluation/classes";
import { type ClassV, externalName } from "../evaluation/value";
import { backend as facade } from "../frameworks/backend";
import { schemaUses } from "../frameworks/fastapi/schemaUses";
import { configOf } from "../frameworks/pydantic/config";
import type { CodeBase } from "../project/codeBase";
import { type Answer, counted, detected, tally, undetected } from "./detected";

/**
 * The class that schemas have in common: one of the project's own that most of them inherit, or most of those that are
 * built from objects; else the one outside the project.
 * @param classes the schemas of the backend
 */
export function schemaBase(classes: readonly ClassV[], code: CodeBase): Answer<string> {
  const of = (count: number): string => `${count} of ${counted(classes.length, "schema")}`;
  const [most] = ownBases(classes, code);
  if (most !== undefined) {
    const [base, count] = most;
    // A base is a schema itself, which it cannot inherit.
    if ((count + 1) * 2 > classes.length) return detected(base, `it is a base of ${of(count)}`);
    const fromObjects = classes.filter(isBuiltFromObjects);
    const sharing = fromObjects.filter((one) => namesAbove(one).includes(base)).length;
    if (sharing > 1 && (sharing + 1) * 2 > fromObjects.length)
      return detected(
        base,
        `it is a base of ${sharing} of ${counted(fromObjects.length, "schema")} with from_attributes`,
      );
  }
  const plain = classes.filter((one) => namesAbove(one).length === 0);
  const [outside] = tally(plain.flatMap((one) => externalName(foreignBase(one)) ?? []));
  if (outside !== undefined && outside[1] * 2 > classes.length)
    return detected(shortened(outside[0]), `it is the only base of ${of(outside[1])}`);
  return undetected(`at most ${of(most?.[1] ?? 0)} have a base in common`);
}

/**
 * The project's classes without fields that schemas inherit, the most used first. Where endpoints take or give schemas,
 * it is those that have the base: a client's or a library's own models may be more.
 */
function ownBases(
  classes: readonly ClassV[],
  code: CodeBase,
): readonly (readonly [string, number])[] {
  const withFields = new Set(
    facade
      .schemas(code)
      .schemas.flatMap(({ value, fields }) =>
        value.kind === "class" && fields.length > 0 ? [dotted(value)] : [],
      ),
  );
  const own = new Set(classes.map(({ node }) => node));
  const used = schemaUses(code).flatMap(({ of }) => (own.has(of.node) ? [of] : []));
  const served = new Set(used.flatMap(namesAbove));
  return tally(classes.flatMap(namesAbove)).filter(
    ([name]) => !withFields.has(name) && (used.length === 0 || served.has(name)),
  );
}

/** Whether Pydantic reads the attributes of objects for a class: `from_attributes`, or `orm_mode` before version 2. */
export function isBuiltFromObjects(of: ClassV): boolean {
  const value = configOf(of).get("from_attributes");
  return value?.kind === "constant" && value.value === true;
}

/** The project's classes above one, the farthest first. */
function namesAbove(of: ClassV): readonly string[] {
  return ancestors(of)
    .slice(1)
    .toReversed()
    .flatMap((one) => (one.kind === "class" ? [dotted(one)] : []));
}

function dotted({ module, qualname }: ClassV): string {
  return `${module}.${qualname}`;
}

/** `sqlmodel.main.SQLModel` as it is imported. */
function shortened(name: string): string {
  return name.replace(/^(\w+)\..*\.(\w+)$/, "$1.$2");
}
