import { type CallV, externalName, optionsOf, type Value } from "../../../evaluation/value";
import { libraryName } from "../../../frameworks/sqlalchemy/library";
import {
  engineColour,
  isSessionClass,
  sessionColour,
} from "../../../frameworks/sqlalchemy/queries/sessions";

/** What a call makes that keeps its thread waiting: a sync engine, or a factory of sync sessions. */
export function syncMaker(call: CallV): "engine" | "session factory" | undefined {
  const name = libraryName(call.func)?.split(".").at(-1);
  if (name === "create_engine" || name === "engine_from_config") return "engine";
  if (name !== "sessionmaker") return undefined;
  const of = call.keywords.get("class_");
  const bind = call.keywords.get("bind") ?? call.args[0];
  const isAsync =
    (of !== undefined && !isSyncClass(of)) ||
    (bind !== undefined && optionsOf(bind).some((one) => engineColour(one) === "async"));
  return isAsync ? undefined : "session factory";
}

function isSyncClass(of: Value): boolean {
  return isSessionClass(of) && sessionColour({ kind: "some", type: of }) === "sync";
}

/** The sync engines that are only made to be wrapped: `AsyncEngine(create_engine(…))`. */
export function wrappedIn({ func, args }: CallV): readonly Value[] {
  return /\.AsyncEngine$/.test(externalName(func) ?? "") ? args : [];
}
