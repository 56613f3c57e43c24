import type { FunctionRun } from "../../evaluation/functionRuns";
import type { CodeBase } from "../../project/codeBase";
import { isRepository, isRepositoryPlace, type Roles } from "./roles";

/** What the methods of a file's repositories do, and its functions where the whole file is one. */
export function repositoryRuns(path: string, roles: Roles, code: CodeBase): readonly FunctionRun[] {
  return code.functionRuns(path).filter(({ function: { owner, name } }) => {
    return owner === undefined ? isRepositoryPlace(path, name, roles) : isRepository(owner, roles);
  });
}
