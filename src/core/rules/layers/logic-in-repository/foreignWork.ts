import { classOf } from "../../../evaluation/attributes";
import { ancestors } from "../../../evaluation/classes";
import { type ClassV, externalName, type Value } from "../../../evaluation/value";
import { isCalledService, isRepository, isRepositoryPlace, isService, type Roles } from "../roles";

/** Work that is no repository's: what it is, and what is called. */
export interface ForeignWork {
  readonly kind: "http" | "service" | "task" | "permission";
  readonly name: string;
}

const httpException = /^(?:fastapi|starlette)\.(?:exceptions\.)?HTTPException$/;
const denial = /(?:Permission|Forbidden|Unauthori[sz]ed|NotAuthori[sz]ed|AccessDenied|NotAllowed)/;
const permissionCheck =
  /^(?:check|require|ensure|assert|verify|enforce)_\w*(?:permission|access|role|admin|owner)|^(?:has_permissions?|is_allowed|authorize)$/;

/** What a call in a repository does that is not its business; `undefined` for all other calls. */
export function foreignWork(callee: Value, roles: Roles): ForeignWork | undefined {
  switch (callee.kind) {
    case "external": {
      const { name } = callee;
      if (httpException.test(name)) return { kind: "http", name: "HTTPException" };
      const isDenied = name === "builtins.PermissionError";
      return isDenied ? { kind: "permission", name: "PermissionError" } : undefined;
    }
    case "class":
      return workOfClass(callee);
    case "function": {
      const { path, name, qualname } = callee;
      if (isRepositoryPlace(path, name, roles)) return undefined;
      if (permissionCheck.test(name)) return { kind: "permission", name: qualname };
      if (/^enqueue(?:_|$)/.test(name)) return { kind: "task", name: qualname };
      const isOfService =
        roles.layerOf(path).includes("service") && isCalledService(`${path} ${name}`, roles);
      return isOfService ? { kind: "service", name: qualname } : undefined;
    }
    case "bound": {
      const { function: method, self } = callee;
      const of = classOf(self);
      if (of === undefined || isRepository(of, roles)) return undefined;
      const name = `${of.name}.${method.name}`;
      if (permissionCheck.test(method.name)) return { kind: "permission", name };
      return isService(of, roles) && isCalledService(`${of.path} ${of.name}`, roles)
        ? { kind: "service", name }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** An error that is made: one that answers with a status, or one that denies. */
function workOfClass(of: ClassV): ForeignWork | undefined {
  const above = ancestors(of);
  if (above.some((one) => httpException.test(externalName(one) ?? ""))) {
    return { kind: "http", name: of.name };
  }
  const isError = above.some((one) =>
    /^builtins\.\w*(?:Exception|Error)$/.test(externalName(one) ?? ""),
  );
  return isError && denial.test(of.name) ? { kind: "permission", name: of.name } : undefined;
}
