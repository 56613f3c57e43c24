import { memberOf } from "../../../evaluation/classes";
import { factoryProduct } from "../../../evaluation/library/results";
import { type CallV, externalName, type Value } from "../../../evaluation/value";
import { isAside } from "../../../project/asidePaths";
import type { CodeBase } from "../../../project/codeBase";
import { isSameList } from "../../../project/queries";
import { isSessionClass, sessionColour } from "../queries/sessions";
import { namesMakers } from "./makerNames";

/**
 * Whether `commit` expires the rows of an async session, so that reading them loads them again: where its factory says
 * nothing else. Of a session that is given from elsewhere, all factories of the code base have to agree.
 */
export function expiresOnCommit(session: Value, code: CodeBase): boolean {
  const own = session.kind === "call" ? makersOf(session) : undefined;
  if (own !== undefined) return own.every(expires) && !isConfigured(code);
  const all = asyncMakers(code);
  return all.length > 0 && all.every(expires) && !isConfigured(code);
}

/** Whether any async session of the application may expire its rows. */
export function someExpire(code: CodeBase): boolean {
  return asyncMakers(code).some(expires);
}

/** The calls that decide how a session is made: of its factory, and of its class or what the factory makes. */
function makersOf(session: CallV): readonly CallV[] | undefined {
  const { func } = session;
  if (func.kind === "call" && factoryProduct(func) !== undefined) return [func, session];
  // `factory.begin()`
  if (func.kind === "attribute" && func.value.kind === "call")
    return factoryProduct(func.value) === undefined ? undefined : [func.value];
  return isSessionClass(func) ? [session] : undefined;
}

/** The calls of the application that make async sessions, or factories of them. */
function asyncMakers(code: CodeBase): readonly CallV[] {
  const isAbout = (path: string): boolean => namesMakers(path, code);
  return callsWhere("makers of async sessions", isAsyncMaker, isAbout, code);
}

function isAsyncMaker(call: CallV): boolean {
  const { func } = call;
  const product = factoryProduct(call);
  if (product !== undefined) {
    const isScope = /scoped_session$/.test(externalName(func) ?? "");
    return !isScope && sessionColour({ kind: "some", type: product }) === "async";
  }
  return isSessionClass(func) && sessionColour({ kind: "some", type: func }) === "async";
}

/** Whether some factory is told later how its sessions are to be. */
function isConfigured(code: CodeBase): boolean {
  return (
    callsWhere(
      "configurations of session factories",
      ({ func, keywords }) =>
        func.kind === "attribute" && func.attr === "configure" && keywords.has("expire_on_commit"),
      (path) =>
        code.factsOf(path)?.statements.some((one) => code.wordsOf(one).has("configure")) ?? false,
      code,
    ).length > 0
  );
}

/**
 * The calls of the application that are of a kind, found file by file.
 * @param isAbout whether functions of a file can have one
 */
function callsWhere(
  question: string,
  isSought: (call: CallV) => boolean,
  isAbout: (path: string) => boolean,
  code: CodeBase,
): readonly CallV[] {
  const inFile = (path: string): readonly CallV[] =>
    [code.run(path), ...(isAbout(path) ? code.functionRuns(path) : [])]
      .flatMap(({ effects }) => effects.map(({ call }) => call))
      .filter(isSought);
  return code.queries.get(
    question,
    () =>
      code.paths
        .filter((path) => !isAside(path))
        .flatMap((path) => code.queries.get(`${question} ${path}`, () => inFile(path), isSameList)),
    isSameList,
  );
}

function expires({ keywords, open, func }: CallV): boolean {
  const given = keywords.get("expire_on_commit");
  const of = keywords.get("class_") ?? func;
  // A class of the project may say it in its own `__init__`.
  const isOwn = of.kind === "class" && memberOf(of, "__init__") !== undefined;
  if (isOwn || open) return false;
  return given === undefined || (given.kind === "constant" && given.value === true);
}
