import type { CodeBase } from "../../../project/codeBase";
import type { Expression, Node, Statement } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { closingMethods, isName, mentions, opensScope } from "./closing";
import { isTakenOver } from "./takenOver";

/** The body of a function, in which a session is a local name. */
export interface FunctionBody {
  readonly body: readonly Statement[];
  readonly path: string;
  readonly code: CodeBase;
  /** The parameter whose attributes may hold the session: `self` while an object is made. */
  readonly keeper?: string;
  /** Whether the function closes the session itself: then those that it is given to do not. */
  readonly isOwner?: boolean;
}

/** Methods that give the connection itself. */
const same: ReadonlySet<string> = new Set(["execution_options", "__enter__", "__aenter__"]);

/**
 * Whether a session in a local name may be closed by somebody else: it is returned, yielded, stored, or given to code
 * that is not known or that closes it. Calls of its methods, and functions of the project that only use it, hand
 * nothing on.
 */
export function isHandedOn(name: string, within: FunctionBody): boolean {
  return within.body.some((statement) => {
    let found = false;
    const parents: Node[] = [];
    walk(
      statement,
      (node) => {
        if (opensScope(node)) found ||= mentions(name, node);
        else if (node.nodeType === "Global" || node.nodeType === "Nonlocal") {
          found ||= node.names.includes(name);
        } else if (node.nodeType === "Name" && node.ctx === "Load" && isName(name, node)) {
          found ||= leavesAt(node, parents, within);
        }
        parents.push(node);
        return !found && !opensScope(node);
      },
      () => parents.pop(),
    );
    return found;
  });
}

/** Whether a session leaves the function where an expression that stands for it is used. */
export function leavesAt(use: Expression, parents: readonly Node[], within: FunctionBody): boolean {
  const [outer, parent] = [parents.at(-2), parents.at(-1)];
  switch (parent?.nodeType) {
    case "Expr":
    case "withitem":
      return false;
    case "Attribute": {
      const isCalled = outer?.nodeType === "Call" && outer.func === parent;
      return (isCalled ? same : closingMethods).has(parent.attr);
    }
    case "Call":
      return isTakenOver(parent, use, parents.slice(0, -1), within);
    case "keyword":
      return outer?.nodeType !== "Call" || isTakenOver(outer, use, parents.slice(0, -2), within);
    case "Assign": {
      const [target] = parent.targets;
      const { keeper } = within;
      if (target?.nodeType !== "Attribute" || keeper === undefined) return true;
      return !isName(keeper, target.value);
    }
    case "IfExp":
      return parent.test !== use && !isRebinding(use, outer);
    case "BoolOp":
      return outer === undefined || !(isTest(outer) || isRebinding(use, outer));
    default:
      return parent !== undefined && !isTest(parent);
  }
}

/** `session = session or SessionLocal()` */
function isRebinding(use: Expression, statement: Node | undefined): boolean {
  const isOfName = statement?.nodeType === "Assign" && use.nodeType === "Name";
  return isOfName && statement.targets.every((target) => isName(use.id, target));
}

function isTest({ nodeType }: Node): boolean {
  return (
    nodeType === "Compare" ||
    nodeType === "UnaryOp" ||
    nodeType === "If" ||
    nodeType === "While" ||
    nodeType === "Assert" ||
    nodeType === "FormattedValue" ||
    nodeType === "Delete"
  );
}
