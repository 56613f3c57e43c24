import { ancestors } from "../../../evaluation/classes";
import { type ClassV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { isSameSet } from "../../../project/queries";
import { backend } from "../../backend";
import { endpointDependencies, flatDependencies } from "./endpointDependencies";

/**
 * The files of the classes that are dependencies, by themselves or through an object with `__call__`, and of what they
 * inherit from. FastAPI before 0.123.10 reads their annotations without the names of their module, as neither a class nor
 * an object has `__globals__` (`get_typed_signature`,
 * https://github.com/fastapi/fastapi/blob/0.115.0/fastapi/dependencies/utils.py).
 */
export function filesOfDependencyClasses(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "files of dependency classes",
    () => {
      const called = backend
        .routing(code)
        .endpoints.flatMap((one) => flatDependencies(endpointDependencies(one, code).dependencies))
        .flatMap(({ callable }) => optionsOf(callable));
      const classes = called.flatMap((one): readonly ClassV[] =>
        one.kind === "class" ? [one] : one.kind === "instance" ? [one.class] : [],
      );
      const all = classes.flatMap(ancestors).filter((one) => one.kind === "class");
      return new Set(all.map(({ path }) => path));
    },
    isSameSet,
  );
}
