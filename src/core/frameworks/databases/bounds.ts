import {
  type CallV,
  external,
  externalName,
  type OperationV,
  optionsOf,
  type Value,
} from "../../evaluation/value";
import { queryOf } from "../sqlalchemy/queries/queries";
import type { SqlStatement } from "../sqlalchemy/queries/statement";

/** Whether nothing bounds the rows of a select: no limit, and no key that says which rows are wanted. */
export function isUnbounded({ limit, mayLackLimit, filters }: SqlStatement): boolean {
  // A limit that somebody gives is left out where it is not given; one that is written is forgotten in another branch.
  const isLimited = limit && !isNoLimit(limit) && !(mayLackLimit && isWritten(limit));
  return !isLimited && !filters.some(isPinning);
}

/** A number in the code, rather than the default of a setting. */
function isWritten(limit: Value): boolean {
  return optionsOf(limit).every((one) => one.kind === "constant" && one.assumed === undefined);
}

/** `None` and `-1` are no limits, and neither is the number of all rows. */
export function isNoLimit(limit: Value): boolean {
  return optionsOf(limit).every((one) => {
    if (one.kind === "constant") return one.value === null || Number(one.value) <= 0;
    return one.kind === "call" && isCounted(one);
  });
}

function isCounted(call: CallV): boolean {
  if (externalName(call.func) === "builtins.len") return true;
  return queryOf(call, undefined) !== undefined || countsBelow(call.func);
}

/** `(await db.execute(select(func.count(…)))).scalar()` */
function countsBelow(func: Value): boolean {
  return (
    func.kind === "attribute" &&
    optionsOf(func.value).some((one) => one.kind === "call" && isCounted(one))
  );
}

/** `Model.id == …`, `Model.day == …` and `Model.email.in_(…)` say which rows. */
function isPinning(filter: Value): boolean {
  return conjuncts(filter).some((one) => {
    if (one.kind === "operation") return isEqualTo(one, /^(id|uuid|pk|day|date)$/);
    const { column, given } = membership(one) ?? {};
    // `in_(select(…))` says nothing of how many there are.
    return (
      column !== undefined &&
      given?.kind !== "call" &&
      isColumn(column, /(^|_)(id|uuid|pk|slug|key|email|username|name)s?$/)
    );
  });
}

/** Whether a select asks for the rows of several keys at once, which the code does not list itself. */
export function isOfMany({ filters }: SqlStatement): boolean {
  return filters.flatMap(conjuncts).some((one) => {
    const { given } = membership(one) ?? {};
    return given !== undefined && given.kind !== "call" && !(given.kind === "list" && !given.open);
  });
}

/** `Model.column.in_(given)` */
function membership(filter: Value): { readonly column: Value; readonly given: Value } | undefined {
  if (filter.kind !== "call") return undefined;
  const { func, args } = filter;
  const [given] = args;
  if (given === undefined) return undefined;
  if (func.kind === "attribute")
    return func.attr === "in_" ? { column: func.value, given } : undefined;
  const name = externalName(func);
  return name?.endsWith(".in_")
    ? { column: external(name.slice(0, -".in_".length)), given }
    : undefined;
}

/** `Model.column == value`; of two columns it is a join. */
function isEqualTo({ op, operands }: OperationV, name: RegExp): boolean {
  const columns = operands.filter((side) => isColumn(side, /./));
  return op === "Eq" && columns.length === 1 && columns.some((side) => isColumn(side, name));
}

/** The conditions that all have to hold. */
function conjuncts(filter: Value): readonly Value[] {
  if (filter.kind === "operation" && (filter.op === "And" || filter.op === "BitAnd"))
    return filter.operands.flatMap(conjuncts);
  const isAnd =
    filter.kind === "call" &&
    /^sqlalchemy\..*\band_$|^sqlmodel\.and_$/.test(externalName(filter.func) ?? "");
  return isAnd ? filter.args.flatMap(conjuncts) : [filter];
}

function isColumn(value: Value, name: RegExp): boolean {
  if (value.kind === "attribute") return name.test(value.attr) && isTable(value.value);
  // A column of a model of another package.
  const [attr = "", of = ""] = value.kind === "external" ? value.name.split(".").reverse() : [];
  return /^[A-Z]/.test(of) && name.test(attr);
}

/** A model, an alias of one, `type[Model]` of a generic repository, or the columns of a table. */
export function isTable(value: Value): boolean {
  switch (value.kind) {
    case "class":
      return true;
    case "external":
      // A model of another package.
      return /(^|\.)[A-Z]\w*$/.test(value.name);
    case "attribute":
      return value.attr === "__table__" || (value.attr === "c" && isTable(value.value));
    case "some": {
      const { type } = value;
      const name = externalName(type.kind === "subscript" ? type.value : type);
      return /(^|\.)[tT]ype$/.test(name ?? "");
    }
    case "call":
      return /^sqlalchemy\.(\w+\.)*(Table|aliased)$/.test(externalName(value.func) ?? "");
    default:
      return false;
  }
}
