import { ancestors } from "../evaluation/classes";
import type { ClassV, Value } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import { classesOf } from "../frameworks/pydantic/classesOf";
import { isAside } from "../frameworks/sqlalchemy/aside";
import { isAbstract, isTableModel, rootOf } from "../frameworks/sqlalchemy/declarative";
import type { CodeBase } from "../project/codeBase";

/**
 * The classes that are mapped to tables of their own, those among them whose table's name is computed. A subclass that
 * shares its parent's table is none.
 */
export function mappedClasses(code: CodeBase): readonly ClassV[] {
  return code.queries.get(
    "mapped classes",
    () => {
      const runs = backend.runs(code).filter((run) => !isAside(run));
      const known = new Set(backend.tables(code).tables.map((table) => table.class?.node));
      return runs.flatMap((run) =>
        classesOf(run).filter(
          (of) =>
            known.has(of.node) || (isMapped(of) && !ancestors(of).slice(1).some(isMappedClass)),
        ),
      );
    },
    (a, b) => a.length === b.length && a.every((one, index) => one === b[index]),
  );
}

function isMappedClass(value: Value): boolean {
  return value.kind === "class" && isMapped(value);
}

function isMapped(of: ClassV): boolean {
  const root = rootOf(of);
  if (root === undefined) return false;
  return root.kind === "sqlmodel" ? isTableModel(of) : !isAbstract(of, root);
}
