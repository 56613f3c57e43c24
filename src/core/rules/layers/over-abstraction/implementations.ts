import { isSameAnswer } from "../../../detection/detected";
import { abstractMethods } from "../../../evaluation/abstract";
import { ancestors, classKey } from "../../../evaluation/classes";
import type { ClassV } from "../../../evaluation/value";
import { classesOf } from "../../../frameworks/pydantic/classesOf";
import type { CodeBase } from "../../../project/codeBase";
import { isTestPath } from "../../../project/testPaths";
import type { Expression, Statement } from "../../../python/ast/nodes";
import { forEachStatement } from "../../../python/ast/statementsIn";

/** A class of the project in the sentence: where it stands, and its name. */
export interface Subclass {
  readonly path: string;
  readonly name: string;
  readonly line: number;
  readonly character: number;
  /** The classes of the project that it inherits from, by their keys. */
  readonly bases: readonly string[];
  /** Whether objects can be made of it. */
  readonly isConcrete: boolean;
}

/** The classes of the application that inherit from a class, however far. */
export function subclassesOf(of: ClassV, code: CodeBase): readonly Subclass[] {
  const byBase = code.queries.get(
    "subclasses by base",
    () => {
      const found: Record<string, Subclass[]> = {};
      for (const path of code.paths.filter((one) => !isTestPath(one))) {
        for (const one of subclassesIn(path, code)) {
          for (const base of one.bases) found[base] = [...(found[base] ?? []), one];
        }
      }
      return found;
    },
    isSameAnswer,
  );
  return byBase[classKey(of)] ?? [];
}

function subclassesIn(path: string, code: CodeBase): readonly Subclass[] {
  return code.queries.get(
    `subclasses in ${path}`,
    () =>
      classesOf(code.run(path)).flatMap((of): readonly Subclass[] => {
        const above = ancestors(of).slice(1);
        const bases = above.flatMap((one) => (one.kind === "class" ? [classKey(one)] : []));
        if (bases.length === 0) return [];
        const { name, node } = of;
        const place = { path, line: node.nameLine, character: node.nameCharacter };
        return [{ ...place, name, bases, isConcrete: abstractMethods(of).length === 0 }];
      }),
    isSameAnswer,
  );
}

/** Whether tests write a class of their own that inherits from a class: by its name, since they make them in functions. */
export function isImplementedInTests({ name }: ClassV, code: CodeBase): boolean {
  return code.queries.get(`${name} is implemented in tests`, () =>
    code.paths.filter(isTestPath).some((path) => basesIn(path, code).has(name)),
  );
}

function basesIn(path: string, code: CodeBase): ReadonlySet<string> {
  return code.queries.get(`bases in ${path}`, () => {
    const names = new Set<string>();
    for (const statement of code.statements(path)) {
      forEachStatement(statement, (inner) => {
        for (const name of baseNames(inner)) names.add(name);
      });
    }
    return names;
  });
}

function baseNames(statement: Statement): readonly string[] {
  if (statement.nodeType !== "ClassDef") return [];
  return statement.bases.flatMap((base) => lastName(base) ?? []);
}

function lastName(base: Expression): string | undefined {
  if (base.nodeType === "Name") return base.id;
  if (base.nodeType === "Attribute") return base.attr;
  return base.nodeType === "Subscript" ? lastName(base.value) : undefined;
}
