import {
  isMisannotated,
  runInSync,
  type SessionMethod,
  sessionMethod,
} from "../../../frameworks/sqlalchemy/sessions/sessionMethods";
import type {
  AsyncFunctionDef,
  Await,
  Call,
  Expression,
  FunctionDef,
  Lambda,
  Node,
} from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import type { AnyRuleContext } from "../../rule";

type Function = FunctionDef | AsyncFunctionDef | Lambda;

/** A call of a session that is not awaited where it has to be, or is where it must not. */
export interface Misuse {
  readonly call: Call;
  readonly method: SessionMethod;
  /** `dropped`: nothing takes the coroutine. `used`: something takes it for its result. `plain`: it is awaited. */
  readonly kind: "dropped" | "used" | "plain";
  /** Whether something is taken of the call itself: `session.execute(query).scalars()`. */
  readonly isTakenOf: boolean;
  /** The `await` of what is taken of the call, or of the plain method's result. */
  readonly awaited: Await | undefined;
  readonly within: Function | undefined;
}

/** The misused calls of sessions in a file. */
export function misusesIn({
  file,
  code,
  calls,
}: Pick<AnyRuleContext, "file" | "code" | "calls">): readonly Misuse[] {
  const found: Misuse[] = [];
  const parents: Node[] = [];
  walk(
    file.parsed.module,
    (node) => {
      const values = node.nodeType === "Call" ? (calls.get(node) ?? []) : [];
      const [method] = values.map(sessionMethod);
      if (node.nodeType === "Call" && method !== undefined) {
        const isKnown =
          values.every((one) => sessionMethod(one)?.colour === method.colour) &&
          !isMisannotated(method.session, code);
        const misuse = isKnown ? misuseOf(node, method, parents) : undefined;
        if (misuse !== undefined) found.push(misuse);
      }
      parents.push(node);
      return true;
    },
    () => parents.pop(),
  );
  // What `run_sync` calls gets a sync session, whatever its annotation says.
  return found.filter(({ within, kind }) => {
    const isSync =
      kind !== "plain" && within !== undefined && within.nodeType !== "AsyncFunctionDef";
    return !isSync || !runInSync(code).has(within);
  });
}

function misuseOf(call: Call, method: SessionMethod, parents: readonly Node[]): Misuse | undefined {
  const parent = parents.at(-1);
  const within = parents.findLast((one): one is Function => isFunction(one));
  const misuse = { call, method, within, isTakenOf: false, awaited: undefined };
  if (parent?.nodeType === "Await") {
    const isPlain = method.colour === "async" ? !method.isCoroutine : isMade(method);
    return isPlain ? { ...misuse, kind: "plain", awaited: parent } : undefined;
  }
  if (!method.isCoroutine || parent === undefined) return undefined;
  if (parent.nodeType === "Expr") {
    // What a `lambda` gives is for its caller.
    return { ...misuse, kind: "dropped" };
  }
  if (isTaking(parent, call)) {
    return { ...misuse, kind: "used", isTakenOf: true, awaited: awaitOf(parents) };
  }
  if (isUsing(parent, call)) return { ...misuse, kind: "used" };
  const name = parent.nodeType === "Assign" ? parent.targets[0] : undefined;
  const body = within?.nodeType === "Lambda" ? undefined : within?.body;
  if (name?.nodeType !== "Name" || body === undefined) return undefined;
  return isUsedByName(name.id, body) ? { ...misuse, kind: "used" } : undefined;
}

/** Whether a sync session is one for sure: annotations of parameters are often wrong about its kind. */
function isMade({ session }: SessionMethod): boolean {
  return session.kind === "call" || session.kind === "instance";
}

/** `call.attr`, `call[0]` */
function isTaking(parent: Node, node: Expression): boolean {
  return (
    (parent.nodeType === "Attribute" || parent.nodeType === "Subscript") && parent.value === node
  );
}

/** Whether something else than a result makes no sense in a place: a test, a comparison, what a loop goes through. */
function isUsing(parent: Node, node: Expression): boolean {
  switch (parent.nodeType) {
    case "If":
    case "While":
    case "Assert":
    case "IfExp":
      return parent.test === node;
    case "For":
    case "AsyncFor":
    case "comprehension":
      return parent.iter === node;
    case "UnaryOp":
    case "BinOp":
    case "Compare":
    case "FormattedValue":
      return true;
    case "BoolOp":
      return parent.values.at(-1) !== node;
    default:
      return false;
  }
}

/** The `await` that a chain of attributes and calls from a call on ends with. */
function awaitOf(parents: readonly Node[]): Await | undefined {
  for (const node of parents.toReversed()) {
    if (node.nodeType === "Await") return node;
    if (!/^(?:Attribute|Subscript|Call)$/.test(node.nodeType)) return undefined;
  }
  return undefined;
}

/** Whether a name that is bound once is only used as if it were the result, and is never awaited or handed on. */
function isUsedByName(name: string, body: readonly Node[]): boolean {
  let bound = 0;
  let isUsed = false;
  let isOther = false;
  const parents: Node[] = [];
  for (const statement of body) {
    walk(
      statement,
      (node) => {
        const parent = parents.at(-1);
        if (node.nodeType === "Name" && node.id === name && parent !== undefined) {
          if (node.ctx !== "Load") bound++;
          else if (isTaking(parent, node) || isUsing(parent, node)) isUsed = true;
          else isOther = true;
        }
        parents.push(node);
        return true;
      },
      () => parents.pop(),
    );
  }
  return isUsed && !isOther && bound === 1;
}

function isFunction({ nodeType }: Node): boolean {
  return nodeType === "FunctionDef" || nodeType === "AsyncFunctionDef" || nodeType === "Lambda";
}
