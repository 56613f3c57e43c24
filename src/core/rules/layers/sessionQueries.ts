import { type CallV, optionsOf, textOf, type Value } from "../../evaluation/value";
import { engineColour, sessionColour } from "../../frameworks/sqlalchemy/queries/sessions";

/** Methods that read or write rows. What begins and ends transactions is the service's. */
const sessionMethods: ReadonlySet<string> = new Set(
  (
    "execute exec scalar scalars stream stream_scalars get get_one query add add_all delete merge " +
    "bulk_save_objects bulk_insert_mappings bulk_update_mappings"
  ).split(" "),
);
const connectionMethods: ReadonlySet<string> = new Set(
  "execute scalar scalars stream fetch_all fetch_one fetch_val execute_many iterate".split(" "),
);

/** `session.execute`, where a call is of a session or a connection. */
export function queryMethod({ func, args }: CallV): string | undefined {
  if (func.kind !== "attribute" || isForSession(args[0])) return undefined;
  for (const through of optionsOf(func.value)) {
    if (sessionMethods.has(func.attr) && sessionColour(through)) return `session.${func.attr}`;
    if (connectionMethods.has(func.attr) && engineColour(through)) return `database.${func.attr}`;
  }
  return undefined;
}

/** Whether a statement is about the session or the connection rather than about rows: `SET …`, `SELECT 1`. */
function isForSession(statement: Value | undefined): boolean {
  const text = statement?.kind === "call" ? textOf(statement.args[0]) : undefined;
  return text !== undefined && /^\s*(?:set|lock|notify|listen|select\s+(?:1\b|pg_))/i.test(text);
}
