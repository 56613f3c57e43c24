import { classOf } from "../../../evaluation/attributes";
import { resultType } from "../../../evaluation/types";
import {
  type CallV,
  externalName,
  type FunctionV,
  optionsOf,
  type Value,
} from "../../../evaluation/value";
import { reachesDatabase } from "../../../frameworks/databases/reach";
import type { CodeBase } from "../../../project/codeBase";
import type { Call } from "../../../python/ast/nodes";
import { isRepositoryPlace, isService, type Roles, repositoryOf } from "../roles";

/** A call by which a function goes to a repository. */
export interface RepositoryUse {
  readonly node: Call;
  readonly kind: "call" | "build";
  /** What is called or made: `BookRepository.get`. */
  readonly name: string;
}

/** The calls of repositories that a function writes itself. */
export function repositoryUses(
  func: FunctionV,
  roles: Roles,
  code: CodeBase,
): readonly RepositoryUse[] {
  const found = new Map<Call, RepositoryUse>();
  for (const { call } of code.functionRun(func)?.effects ?? []) {
    const { node } = call;
    if (node === undefined || call.place.path !== func.path || found.has(node)) continue;
    const use = optionsOf(call.func)
      .map((callee) => useOf(callee, call, roles, code))
      .find((one) => one !== undefined);
    if (use !== undefined) found.set(node, { node, ...use });
  }
  return [...found.values()];
}

/** Whether a function calls a service. */
export function callsService(func: FunctionV, roles: Roles, code: CodeBase): boolean {
  return (code.functionRun(func)?.effects ?? []).some(({ call }) =>
    optionsOf(call.func).some((callee) => {
      if (callee.kind === "function") return roles.layerOf(callee.path).includes("service");
      const of = callee.kind === "bound" ? classOf(callee.self) : undefined;
      return of !== undefined && isService(of, roles);
    }),
  );
}

function useOf(
  callee: Value,
  call: CallV,
  roles: Roles,
  code: CodeBase,
): Omit<RepositoryUse, "node"> | undefined {
  switch (callee.kind) {
    case "class":
      return repositoryOf(callee, roles) && { kind: "build", name: callee.name };
    case "bound": {
      const { function: method, self } = callee;
      const repository = repositoryOf(self, roles);
      if (method.name.startsWith("__") || repository === undefined) return undefined;
      const made = self.kind === "class" && resultType(code.typeEvaluation(), method, self)?.type;
      const isMaking = made && repositoryOf(made, roles) !== undefined;
      return { kind: isMaking ? "build" : "call", name: `${repository.name}.${method.name}` };
    }
    case "function": {
      const isQuery =
        isRepositoryPlace(callee.path, callee.name, roles) && reachesDatabase(call, code);
      return isQuery ? { kind: "call", name: callee.qualname } : undefined;
    }
    case "attribute": {
      const name = libraryRepository(callee.value, roles);
      return name === undefined ? undefined : { kind: "call", name: `${name}.${callee.attr}` };
    }
    default:
      return undefined;
  }
}

const libraryClasses =
  /^(?:fastcrud\.(?:\w+\.)*FastCRUD|sqlalchemy_crud_plus\.(?:\w+\.)*CRUDPlus|advanced_alchemy\.(?:\w+\.)*\w+Repository)$/;

/** The class of an object whose methods a library brings: one of the library's repositories, or the project's of such. */
function libraryRepository(value: Value, roles: Roles): string | undefined {
  if (value.kind === "call") {
    const of = value.func.kind === "subscript" ? value.func.value : value.func;
    const name = externalName(of);
    return name !== undefined && libraryClasses.test(name)
      ? name.slice(name.lastIndexOf(".") + 1)
      : undefined;
  }
  if (value.kind !== "instance" && value.kind !== "some") return undefined;
  return repositoryOf(value, roles)?.name;
}
