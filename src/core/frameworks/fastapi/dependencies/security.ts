import type { Dependency } from "./dependency";
import type { EndpointDependencies } from "./endpointDependencies";

/** A scheme of `fastapi.security` that a request to an endpoint goes through. */
export interface Security {
  /** `OAuth2PasswordBearer`, `HTTPBearer`, `APIKeyHeader` … */
  readonly scheme: string;
  readonly dependency: Dependency;
  /** The scopes that are asked for, from the outermost dependency on (https://fastapi.tiangolo.com/advanced/security/oauth2-scopes/). */
  readonly scopes: readonly string[];
  /** The dependencies on the way to it, outermost first. */
  readonly through: readonly Dependency[];
}

/** The security schemes among the dependencies of an endpoint, and what they depend on. */
export function securityOf({ dependencies }: EndpointDependencies): readonly Security[] {
  return dependencies.flatMap((one) => securityWithin(one, []));
}

function securityWithin(of: Dependency, through: readonly Dependency[]): readonly Security[] {
  const within = of.dependencies.flatMap((one) => securityWithin(one, [...through, of]));
  if (of.securityScheme === undefined) return within;
  const scopes = [...through, of].flatMap((one) => one.scopes);
  const own = { scheme: of.securityScheme, dependency: of, scopes: [...new Set(scopes)], through };
  return [own, ...within];
}
