import { raisesOf } from "../../behaviour/raises";
import { requestFlow } from "../../behaviour/requestFlow";
import { backend } from "../../frameworks/backend";
import { callsOf, functionsCalled } from "../../frameworks/callGraph";
import {
  endpointDependencies,
  flatDependencies,
} from "../../frameworks/fastapi/dependencies/endpointDependencies";
import { securityOf } from "../../frameworks/fastapi/dependencies/security";
import type { Endpoint } from "../../frameworks/fastapi/endpoints";
import { operationOf } from "../../frameworks/fastapi/operation";
import { typeText } from "../../frameworks/pydantic/typeText";
import type { CodeBase } from "../../project/codeBase";
import { summaryOf } from "./codeDocstring";
import type { EndpointFact } from "./facts";

import type { Target } from "./target";

/** The endpoints whose handlers a target holds; of one file, those whose handlers call it. */
export function endpointsOf(target: Target, code: CodeBase): readonly EndpointFact[] {
  const files = new Set(target.files);
  const all = backend.routing(code).endpoints;
  const own = all.filter(({ handler }) => files.has(handler.path));
  const found =
    own.length > 0 || !target.isFile ? own : all.filter((one) => callsInto(one, target, code));
  return found.map((endpoint) => endpointFact(endpoint, code));
}

/** Whether a handler itself calls the target's code. */
function callsInto({ handler }: Endpoint, target: Target, code: CodeBase): boolean {
  if (handler.kind !== "function") return false;
  return callsOf(handler, code).some(
    ({ path, owner }) =>
      target.files.includes(path) && (target.class === undefined || owner?.name === target.class),
  );
}

function endpointFact(endpoint: Endpoint, code: CodeBase): EndpointFact {
  const { method, path, handler } = endpoint;
  const { status, responseModel } = operationOf(endpoint, code);
  const response = responseModel === undefined ? undefined : typeText(responseModel);
  const { node } = handler;
  const dependencies = endpointDependencies(endpoint, code);
  const before = flatDependencies(dependencies.dependencies).flatMap(({ callable }) =>
    callable.kind === "instance"
      ? functionsCalled(callable.class.members.get("__call__"))
      : functionsCalled(callable),
  );
  return {
    method,
    route: path,
    handler: handler.qualname,
    summary: node.nodeType === "Lambda" ? "" : summaryOf(node.body),
    status,
    response: response === undefined || /\bUnknown\b/.test(response) ? undefined : response,
    security: [...new Set(securityOf(dependencies).map(({ scheme }) => scheme))].sort(),
    flow: requestFlow(endpoint, code),
    raises: [...before, ...functionsCalled(handler)].flatMap((one) =>
      code.remember("raises of a request", one, (current) => raisesOf(current, code)),
    ),
    path: handler.path,
    line: node.nodeType === "Lambda" ? node.line + 1 : node.nameLine + 1,
  };
}
