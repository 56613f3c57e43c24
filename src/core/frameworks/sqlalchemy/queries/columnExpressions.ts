import { memberOf } from "../../../evaluation/classes";
import type { ExpressionValues } from "../../../evaluation/functionRuns";
import { argumentsOf } from "../../../evaluation/types";
import { type ClassV, externalName, optionsOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Attribute, Call, Expression } from "../../../python/ast/nodes";
import { columnCall } from "../columns";
import { rootOf } from "../declarative";
import { libraryCall, libraryName } from "../library";
import { tableOf } from "./rows";

/** What a question about an expression of a function is answered from. */
export interface ExpressionContext {
  /** What the function's expressions give. */
  readonly values: ExpressionValues;
  readonly code: CodeBase;
}

/**
 * Whether an expression gives a part of a SQL statement: a column of a mapped class or table, what a function of SQL
 * makes of it, or a comparison of one. An attribute of a row is none.
 */
export function isColumnExpression(node: Expression, context: ExpressionContext): boolean {
  const of = (part: Expression): boolean => isColumnExpression(part, context);
  switch (node.nodeType) {
    case "Attribute":
      return isColumn(node, context) || of(node.value);
    case "Call":
      return isSqlCall(node, context);
    case "Compare":
      return (
        node.ops.every((op) => !/^(?:Is|IsNot|In|NotIn)$/.test(op)) &&
        [node.left, ...node.comparators].some(of)
      );
    case "BinOp":
      return of(node.left) || of(node.right);
    case "UnaryOp":
      return node.op !== "Not" && of(node.operand);
    case "Subscript":
      return of(node.value);
    case "Name": {
      const value = context.values.get(node);
      return value !== undefined && optionsOf(value).every(isColumnValue(context.code));
    }
    default:
      return false;
  }
}

/** Whether an expression is a relationship of a mapped class. */
export function isRelationship(node: Expression, { values, code }: ExpressionContext): boolean {
  if (node.nodeType !== "Attribute") return false;
  const owner = values.get(node.value);
  return (owner === undefined ? [] : optionsOf(owner)).some((one) => {
    const of = mappedClass(one);
    const table = of && tableOf(of, code);
    return table?.relationships.some(({ attribute }) => attribute === node.attr) ?? false;
  });
}

function isColumn({ value: node, attr }: Attribute, { values, code }: ExpressionContext): boolean {
  const owner = values.get(node);
  if (owner === undefined || attr.startsWith("__")) return false;
  return optionsOf(owner).every((one) => {
    const of = mappedClass(one);
    if (of !== undefined) return isMapped(of, attr, code);
    return isCollection(one) || (isGeneric(one) && !notMapped.test(attr));
  });
}

/** The class whose columns are the attributes of a value: a class, `aliased(Class)`, some `type[Class]`. */
function mappedClass(value: Value): ClassV | undefined {
  if (value.kind === "class") return value;
  if (value.kind === "call") {
    const [first] = value.args;
    const isAlias = /^sqlalchemy\.(?:\w+\.)*aliased$/.test(externalName(value.func) ?? "");
    return isAlias && first !== undefined ? mappedClass(first) : undefined;
  }
  const type = typeMeant(value);
  return type?.kind === "class" ? type : undefined;
}

/** The class that some `type[Class]` is; of a type variable the class that it is bound to. */
function typeMeant(value: Value): Value | undefined {
  if (value.kind !== "some" || value.type.kind !== "subscript") return undefined;
  if (!/^(?:builtins\.type|typing\.Type)$/.test(externalName(value.type.value) ?? "")) {
    return undefined;
  }
  const [inner] = argumentsOf(value.type);
  const isVariable = inner?.kind === "call" && /\.TypeVar$/.test(externalName(inner.func) ?? "");
  return isVariable ? inner.keywords.get("bound") : inner;
}

/** Whether a value is the class of any model of a library's. */
function isGeneric(value: Value): boolean {
  return /^(?:sqlmodel\.(?:main\.)?SQLModel|sqlalchemy\.orm\.DeclarativeBase)$/.test(
    externalName(typeMeant(value)) ?? "",
  );
}

/** `Model.__table__.c`, `table.c`, `query.subquery().c` */
function isCollection(value: Value): boolean {
  if (value.kind !== "attribute" || !/^(?:c|columns)$/.test(value.attr)) return false;
  const { value: of } = value;
  if (of.kind === "attribute") return of.attr === "__table__" && of.value.kind === "class";
  if (of.kind !== "call") return false;
  const isPart = of.func.kind === "attribute" && /^(?:subquery|cte|alias)$/.test(of.func.attr);
  return isPart || libraryCall(of)?.name === "Table";
}

function isMapped(of: ClassV, attr: string, code: CodeBase): boolean {
  const table = tableOf(of, code);
  if (table?.columns.some(({ attribute }) => attribute === attr)) return true;
  if (table?.relationships.some(({ attribute }) => attribute === attr)) return true;
  const member = memberOf(of, attr)?.value;
  if (member?.kind === "function") return member.decorators.some(isHybrid);
  if (member !== undefined) return columnCall(member) !== undefined;
  // A column of a base that is not known, or of the classes that a generic repository is for.
  return rootOf(of) !== undefined && !notMapped.test(attr);
}

const notMapped = /^(?:_|metadata$|registry$|query$|model_|awaitable_attrs$)/;

function isHybrid(decorator: Value): boolean {
  return /^sqlalchemy\..*\bhybrid_property$/.test(externalName(decorator) ?? "");
}

/** `func.lower(User.name)`, `User.name.ilike("a%")`, `and_(…)` */
function isSqlCall(node: Call, context: ExpressionContext): boolean {
  const func = context.values.get(node.func);
  if (func !== undefined && optionsOf(func).every(isSqlFunction)) return true;
  return node.func.nodeType === "Attribute" && isColumnExpression(node.func.value, context);
}

const sqlFunctions =
  /^(?:sqlalchemy|sqlmodel)\.(?:\w+\.)*(?:func\.\w+(?:\.\w+)*|and_|or_|not_|exists|cast|type_coerce|case|literal|literal_column|column|extract|null|true|false|between|tuple_|any_|all_|coalesce|col)$/;

function isSqlFunction(func: Value): boolean {
  return sqlFunctions.test(libraryName(func) ?? "");
}

function isColumnValue(code: CodeBase): (value: Value) => boolean {
  return (value) => {
    switch (value.kind) {
      case "attribute": {
        const of = mappedClass(value.value);
        return of === undefined ? isCollection(value.value) : isMapped(of, value.attr, code);
      }
      case "call":
        return (
          isSqlFunction(value.func) ||
          (value.func.kind === "attribute" && isColumnValue(code)(value.func.value))
        );
      case "operation":
        return (
          /^(?:Eq|NotEq|Lt|LtE|Gt|GtE|BitAnd|BitOr|Invert)$/.test(value.op) &&
          value.operands.some(isColumnValue(code))
        );
      default:
        return false;
    }
  };
}
