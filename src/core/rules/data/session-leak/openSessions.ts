import type { FunctionV } from "../../../evaluation/value";
import { closesIn } from "../../../frameworks/sqlalchemy/sessions/closing";
import {
  type FunctionBody,
  isHandedOn,
  leavesAt,
} from "../../../frameworks/sqlalchemy/sessions/handedOn";
import {
  type SessionOrigin,
  sessionOrigin,
} from "../../../frameworks/sqlalchemy/sessions/newSessions";
import { openWays } from "../../../frameworks/sqlalchemy/sessions/ways";
import type { CodeBase } from "../../../project/codeBase";
import type { Call, Expression, Node, Statement } from "../../../python/ast/nodes";
import { ownStatements } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";

/** A session that its function opens and does not close. */
export interface OpenSession {
  /** The call that opens it. */
  readonly call: Call;
  readonly origin: SessionOrigin;
  /** The statement that gives it a name; `undefined` where it is used at once and has none. */
  readonly named: NamedValue | undefined;
  /** Where it stays open: always, on one of the ways through the function, or only when something raises. */
  readonly when: "always" | "on one way" | "on raise";
}

/** `name = value` */
export interface NamedValue {
  readonly statement: Statement;
  readonly name: string;
  readonly value: Expression;
}

/** The sessions that a function opens and leaves open. */
export function openSessions(func: FunctionV, code: CodeBase): readonly OpenSession[] {
  const { node, path } = func;
  if (node.nodeType === "Lambda") return [];
  const within: FunctionBody = { body: node.body, path, code };
  return ownStatements(node.body).flatMap((statement) => [
    ...openInName(statement, within),
    ...openUnnamed(statement, within),
  ]);
}

/** `session = SessionLocal()` */
function openInName(statement: Statement, within: FunctionBody): readonly OpenSession[] {
  const named = namedValue(statement);
  const made = named && callsIn(named.value).flatMap((call) => opened(call, within))[0];
  if (named === undefined || made === undefined) return [];
  const { name, value } = named;
  const isOwner = within.body.some((one) => closesIn(name, one));
  // Whether `session or SessionLocal()` is to be closed hangs on where it came from.
  if (isOwner && made.call !== awaited(value)) return [];
  if (isHandedOn(name, { ...within, isOwner })) return [];
  const { isOpenAtEnd, isOpenOnRaise } = openWays(name, statement, within.body);
  if (!isOpenAtEnd && !isOpenOnRaise) return [];
  const when = !isOwner ? "always" : isOpenAtEnd ? "on one way" : "on raise";
  return [{ ...made, named, when }];
}

/** `SessionLocal().query(User)`, `find_user(SessionLocal())` */
function openUnnamed(statement: Statement, within: FunctionBody): readonly OpenSession[] {
  const found: OpenSession[] = [];
  const parents: Node[] = [];
  walk(
    statement,
    (node) => {
      // Statements in it have their own turn, functions another time.
      if (node !== statement && "body" in node && node.nodeType !== "IfExp") {
        parents.push(node);
        return false;
      }
      if (node.nodeType === "Call" && isUsedAtOnce(node, parents, within)) {
        const made = opened(node, within).map((one): OpenSession => {
          return { ...one, named: undefined, when: "always" };
        });
        found.push(...made);
      }
      parents.push(node);
      return true;
    },
    () => parents.pop(),
  );
  return found;
}

function opened(
  call: Call,
  { path, code }: FunctionBody,
): readonly { readonly call: Call; readonly origin: SessionOrigin }[] {
  const origin = sessionOrigin(call, path, code);
  return origin === undefined ? [] : [{ call, origin }];
}

/** Methods after which an unnamed session is closed, or that give it to somebody else. */
const leavesNothing =
  /^(?:_.*|close|aclose|begin|begin_nested|execution_options|invalidate|__a?enter__)$/;

/** Whether the result of a call is used where it stands, by something that does not close it. */
function isUsedAtOnce(call: Call, parents: readonly Node[], within: FunctionBody): boolean {
  const last = parents.at(-1);
  const use = last?.nodeType === "Await" ? last : call;
  const around = use === call ? parents : parents.slice(0, -1);
  const [outer, parent] = [around.at(-2), around.at(-1)];
  if (parent?.nodeType === "Attribute") {
    return outer?.nodeType === "Call" && outer.func === parent && !leavesNothing.test(parent.attr);
  }
  const isArgument =
    parent?.nodeType === "keyword" || (parent?.nodeType === "Call" && parent.func !== use);
  return isArgument && !leavesAt(use, around, within);
}

function namedValue(statement: Statement): NamedValue | undefined {
  if (statement.nodeType !== "Assign" && statement.nodeType !== "AnnAssign") return undefined;
  const [target, ...others] =
    statement.nodeType === "Assign" ? statement.targets : [statement.target];
  const { value } = statement;
  if (target?.nodeType !== "Name" || others.length > 0 || value === null) return undefined;
  return { statement, name: target.id, value };
}

/** The calls that an expression may give the result of. */
function callsIn(value: Expression): readonly Call[] {
  const inner = awaited(value);
  if (inner.nodeType === "Call") return [inner];
  if (inner.nodeType === "BoolOp") return inner.values.flatMap(callsIn);
  return inner.nodeType === "IfExp" ? [...callsIn(inner.body), ...callsIn(inner.orelse)] : [];
}

function awaited(value: Expression): Expression {
  return value.nodeType === "Await" ? value.value : value;
}
