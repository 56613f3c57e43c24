import { classKey } from "../../../evaluation/classes";
import { argumentsOf, plainType } from "../../../evaluation/types";
import {
  type CallV,
  type ClassV,
  externalName,
  optionsOf,
  type Value,
} from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { backend } from "../../backend";
import { functionsCalled } from "../../callGraph";
import type { TableModel } from "../model";
import { sessionColour } from "./sessions";
import { modelOf, statementOf } from "./statement";

/** Methods that give one row, or all rows, of what was selected. */
const giving =
  /^(get|get_one|first|one|one_or_none|scalar|scalar_one|scalar_one_or_none|scalars|all|unique|merge|execute|exec)$/;

const collections =
  /^(builtins\.(list|set|tuple|frozenset)|typing\.(List|Set|Tuple|Sequence|Iterable)|collections\.abc\.(Sequence|Iterable)|sqlalchemy\.(orm\.(\w+\.)?)?Mapped)$/;

/**
 * The mapped class whose row a value is, or whose rows it holds: an object of the class, what a function says that it
 * returns, what a query gives, a relationship of a row. `undefined` where that is not known.
 */
export function rowClass(value: Value, code: CodeBase, depth = 0): TableModel | undefined {
  if (depth > 6) return undefined;
  for (const option of optionsOf(value)) {
    const found = oneRow(option, code, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

function oneRow(value: Value, code: CodeBase, depth: number): TableModel | undefined {
  switch (value.kind) {
    case "instance":
      return tableOf(value.class, code);
    case "some":
      return ofType(value.type, code);
    case "list":
      return value.items.map((item) => rowClass(item, code, depth + 1)).find(Boolean);
    case "attribute": {
      const owner = rowClass(value.value, code, depth + 1);
      const relationship = owner?.relationships.find(({ attribute }) => attribute === value.attr);
      return relationship?.target && tableOf(relationship.target, code);
    }
    case "call": {
      const returned = functionsCalled(value.func).flatMap(
        (one) => code.functionRun(one)?.returned ?? [],
      );
      return (
        queried(value, code, depth) ??
        returned.map((one) => rowClass(one, code, depth + 1)).find(Boolean)
      );
    }
    default:
      return undefined;
  }
}

function ofType(type: Value, code: CodeBase): TableModel | undefined {
  for (const option of optionsOf(plainType(type))) {
    if (option.kind === "class") {
      const table = tableOf(option, code);
      if (table !== undefined) return table;
    }
    if (option.kind !== "subscript" || !collections.test(externalName(option.value) ?? ""))
      continue;
    const [inner] = argumentsOf(option);
    const table = inner && ofType(inner, code);
    if (table !== undefined) return table;
  }
  return undefined;
}

/** `session.get(User, 1)`, `session.query(User).first()`, `(await session.execute(select(User))).scalar_one()` */
function queried({ func, args }: CallV, code: CodeBase, depth: number): TableModel | undefined {
  if (func.kind !== "attribute" || !giving.test(func.attr)) return undefined;
  const [first] = args;
  const statement = statementOf(func.value) ?? (first && statementOf(first));
  const isOfSession = optionsOf(func.value).some((one) => sessionColour(one) !== undefined);
  const model =
    isOfSession && first?.kind === "class"
      ? first
      : statement && wholeRows(statement)
        ? modelOf(statement)
        : undefined;
  if (model !== undefined) return tableOf(model, code);
  if (isOfSession && func.attr === "merge") return first && rowClass(first, code, depth + 1);
  return func.value.kind === "call" ? queried(func.value, code, depth + 1) : undefined;
}

/** Whether a statement selects the class itself rather than columns of it. */
function wholeRows({ entities }: NonNullable<ReturnType<typeof statementOf>>): boolean {
  return entities.length === 1 && entities[0]?.kind === "class";
}

/** The table that a class is mapped to. */
export function tableOf(of: ClassV, code: CodeBase): TableModel | undefined {
  const byClass = code.queries.get(
    "tables by class",
    () =>
      new Map(
        backend
          .tables(code)
          .tables.flatMap((table) =>
            table.class === undefined ? [] : [[classKey(table.class), table] as const],
          ),
      ),
  );
  return byClass.get(classKey(of));
}
