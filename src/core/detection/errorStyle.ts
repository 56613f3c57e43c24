import { backend as facade } from "../frameworks/backend";
import { exceptionHandlersOf } from "../frameworks/fastapi/application/exceptionHandlers";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, isSameAnswer, undetected } from "./detected";
import { fileUses } from "./fileUses";

/** How clients are told about errors. */
export type ErrorStyle = "constants" | "exception-classes" | "inline";

/**
 * How a backend tells clients about errors: `HTTPException` with texts written out or with constants, or exception
 * classes of its own that are an `HTTPException` or that a handler answers. The most frequent one.
 */
export function errorStyle(backend: Backend, code: CodeBase): Answer<ErrorStyle> {
  return code.queries.get(
    `detected error style ${backend.folder}`,
    () => styleNow(backend, code),
    isSameAnswer,
  );
}

function styleNow(backend: Backend, code: CodeBase): Answer<ErrorStyle> {
  const handled = new Set(
    facade
      .routing(code)
      .applications.flatMap((application) =>
        exceptionHandlersOf(application, code).flatMap(({ exception }) =>
          exception?.kind === "class" ? [`${exception.path}:${exception.qualname}`] : [],
        ),
      ),
  );
  const errors = facade
    .runs(code)
    .filter(({ path }) => isBelow(path, backend.root))
    .flatMap(({ path }) => fileUses(path, code).errors);
  const answered = errors.filter(
    ({ kind, classes, isHttp }) =>
      kind === "class" && (isHttp || classes.some((name) => handled.has(name))),
  ).length;
  const inline = errors.filter(({ kind }) => kind === "inline").length;
  const constants = errors.filter(({ kind }) => kind === "constant").length;
  const counts: readonly (readonly [ErrorStyle, number])[] = [
    ["exception-classes", answered],
    ["inline", inline],
    ["constants", constants],
  ];
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most === undefined || most[1] === 0) return undetected("nothing raises an error for clients");
  return detected(
    most[0],
    `${counted(answered, "error")} of its own exception classes, ${inline} with texts written out, ${constants} with constants`,
    ...(handled.size === 0
      ? []
      : [`handlers answer ${counted(handled.size, "exception class")} of the project`]),
  );
}
