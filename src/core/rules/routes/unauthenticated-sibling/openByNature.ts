import { classOf } from "../../../evaluation/attributes";
import { unionMembers } from "../../../evaluation/types";
import type { FunctionV } from "../../../evaluation/value";
import {
  allParameters,
  endpointDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import { pathNamesOf } from "../../../frameworks/fastapi/dependencies/parameters";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import type { CodeBase } from "../../../project/codeBase";

/** Routes that people call before they are known, and those that other machines call. */
const before =
  /log_?(in|out)|sign_?(in|up|out)|regist|token|password|reset|forgot|recover|verif|confirm|activat|hook|callback|oauth|sso|saml|auth|refresh|session|otp|mfa|captcha|challenge|invit|accept|setup|install|bootstrap|contact|feedback|subscri|newsletter|public|anonym|guest|demo|telemetry|track|health|ping|wake|unlock|onboard|join/i;
/** Routes that write nothing, whatever their method says. */
const reading =
  /(^|[/_-])(check|valid|validate|search|query|filter|list|preview|calculate|estimate|convert|parse|count|compare|get|read|fetch|exists|test|export|download|render|diff|lookup)/i;
/** Parameters by which somebody shows that they may. */
const secrets = /token|key$|secret|signature|hash|code$|password|passw|nonce|otp|invite/i;

/** Whether a route is open by nature: before the login, called by machines, or with a secret in what it is sent. */
export function isOpenByNature(endpoint: Endpoint, code: CodeBase): boolean {
  const { path, handler } = endpoint;
  const literal = path.replace(/\{[^}]*\}/g, "");
  if ([literal, handler.name].some((one) => before.test(one) || reading.test(one))) return true;
  if ([...pathNamesOf(path)].some((name) => secrets.test(name))) return true;
  return allParameters(endpointDependencies(endpoint, code)).some(({ name, alias, type }) => {
    if ([name, alias].some((one) => secrets.test(one))) return true;
    const fields = type === undefined ? [] : unionMembers(type).flatMap(fieldNames);
    return fields.some((one) => secrets.test(one));
  });
}

function fieldNames(type: Parameters<typeof unionMembers>[0]): readonly string[] {
  const of = classOf({ kind: "some", type });
  return of === undefined ? [] : [...of.annotations.keys()];
}

/** Whether an endpoint may change something. */
export function isWriting({ method }: Endpoint): boolean {
  return ["POST", "PUT", "PATCH", "DELETE"].includes(method);
}

/** The place of a function, by which it is the same as another. */
export function keyOf({ path, node }: FunctionV): string {
  return `${path}:${node.line}:${node.character}`;
}
