import { resultType } from "../../../evaluation/types";
import { type CallV, optionsOf, type Value } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import type { Call, Expression } from "../../../python/ast/nodes";
import { functionsCalled } from "../../callGraph";
import { type Colour, sessionColour } from "../queries/sessions";

/**
 * Methods of `AsyncSession`, of SQLModel's, and of `async_scoped_session` that are coroutines
 * (https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html#sqlalchemy.ext.asyncio.AsyncSession).
 */
const coroutines: ReadonlySet<string> = new Set(
  (
    "aclose close close_all commit connection delete exec execute flush get get_one invalidate merge refresh remove reset " +
    "rollback run_sync scalar scalars stream stream_scalars"
  ).split(" "),
);

/** Those that are plain methods. */
const plain: ReadonlySet<string> = new Set(
  (
    "add add_all expire expire_all expunge expunge_all get_bind get_nested_transaction get_transaction " +
    "in_nested_transaction in_transaction is_modified"
  ).split(" "),
);

/** A method of a session that a call is of. */
export interface SessionMethod {
  readonly name: string;
  readonly session: Value;
  readonly colour: Colour;
  readonly isCoroutine: boolean;
}

/** The method of SQLAlchemy's session that a call is of; `undefined` for one that a project's subclass has of its own. */
export function sessionMethod({ func }: Pick<CallV, "func">): SessionMethod | undefined {
  if (func.kind !== "attribute") return undefined;
  const { attr: name, value: session } = func;
  if (!coroutines.has(name) && !plain.has(name)) return undefined;
  const [colour, ...others] = optionsOf(session).map(sessionColour);
  if (colour === undefined || others.some((one) => one !== colour)) return undefined;
  return { name, session, colour, isCoroutine: colour === "async" && coroutines.has(name) };
}

/** The row, or list of rows, that `add`, `refresh` and their kind are given. */
export function instanceGiven({ args: [first], keywords }: Call): Expression | undefined {
  return first ?? keywords.find(({ arg }) => arg === "instance" || arg === "instances")?.value;
}

/** Whether the dependency of a parameter gives a sync session, whatever the parameter is annotated with. */
export function isMisannotated(session: Value, code: CodeBase): boolean {
  if (session.kind !== "some" || session.default?.kind !== "call") return false;
  const [dependency] = session.default.args;
  if (dependency?.kind !== "function") return false;
  const given = resultType(code.typeEvaluation(), dependency, undefined);
  return given !== undefined && sessionColour(given) === "sync";
}

/** The nodes of the functions that `session.run_sync(function)` gives the sync session behind an async one. */
export function runInSync(code: CodeBase): ReadonlySet<object> {
  return code.queries.get("functions run in sync sessions", () => {
    const runs = code.paths.flatMap((path) => code.functionRuns(path));
    const given = runs.flatMap(({ effects }) =>
      effects.flatMap(({ call: { func, args } }) =>
        func.kind === "attribute" && func.attr === "run_sync" ? args.slice(0, 1) : [],
      ),
    );
    return new Set(
      given
        .flatMap(optionsOf)
        .flatMap(functionsCalled)
        .map(({ node }) => node),
    );
  });
}
