import type { Call } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";
import type { AnyRuleContext } from "../../rule";
import { functionsOf } from "../../syntax/functions";

const sessionName =
  /^(?:mock(?:ed)?_|fake_)?(?:async_|read_)?(?:db|database|session|db_session|async_session)(?:_mock)?$/;

/** Methods that a session has, and hardly anything else that is called so. */
const sessionMethods: ReadonlySet<string> = new Set(
  "execute scalar scalars stream_scalars commit rollback flush refresh add_all expunge".split(" "),
);

/**
 * The name of a mock without a spec that stands for a session: it is called one, and the test says what one of a
 * session's methods does or was called with.
 */
export function sessionByUse(call: Call, { file }: AnyRuleContext): string | undefined {
  const statement = file.parent(call);
  if (statement?.nodeType !== "Assign" || statement.targets.length !== 1) return undefined;
  const name = statement.targets[0] && dottedName(statement.targets[0])?.join(".");
  if (name === undefined || !sessionName.test(name.replace(/^self\./, ""))) return undefined;
  // Methods of a test's class share what they keep in `self`.
  const within = name.startsWith("self.")
    ? file.parsed.module.body
    : (functionsOf(file.parsed.module).findLast(
        ({ node }) => node.line <= call.line && call.endLine <= node.endLine,
      )?.node.body ?? file.parsed.module.body);
  let isUsedSo = false;
  for (const inner of within) {
    walk(inner, (node) => {
      if (node.nodeType !== "Attribute" || !sessionMethods.has(node.attr)) return;
      isUsedSo ||= dottedName(node.value)?.join(".") === name;
    });
  }
  return isUsedSo ? name.replace(/^self\./, "") : undefined;
}
