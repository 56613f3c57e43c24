import { externalName, type FunctionV } from "../../../evaluation/value";
import type { Dependency } from "../../../frameworks/fastapi/dependencies/dependency";
import {
  allParameters,
  endpointDependencies,
  flatDependencies,
} from "../../../frameworks/fastapi/dependencies/endpointDependencies";
import { isSpecial } from "../../../frameworks/fastapi/dependencies/shapes";
import { signatureOf } from "../../../frameworks/fastapi/dependencies/signature";
import type { Endpoint } from "../../../frameworks/fastapi/endpoints";
import { functionsIn } from "../../../frameworks/fastapi/requestRoots";
import type { CodeBase } from "../../../project/codeBase";
import type { Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { dottedName } from "../../../python/scopes/build";
import { decoratorNames } from "../../syntax/decorators";

/** Names of what finds out who somebody is, or what they may do. */
const signs =
  /auth|current_?(user|admin|account|member|active)|permission|logged|login|token|jwt|api_?key|credential|require|verif|admin|(^|_|\.)roles?(_|$)|scope|secur|identity|principal|superuser|guard|protect|access/i;

/** What is known of who may call an endpoint. */
export type Authentication = "yes" | "no" | "unknown";

/** Whether something finds out who calls an endpoint before it runs: a dependency at any depth, or a decorator. */
export function authenticationOf(endpoint: Endpoint, code: CodeBase): Authentication {
  const { handler } = endpoint;
  const given = endpointDependencies(endpoint, code);
  const all = flatDependencies(given.dependencies);
  if (all.some(isSigned) || isGuarded(endpoint)) return "yes";
  const isHeaderRead = allParameters(given).some(
    (one) => one.in === "cookie" || (one.in === "header" && signs.test(one.alias)),
  );
  if (isHeaderRead) return "yes";
  // What is known only when it runs may ask.
  const isUnknown = all.some(({ callable }) => callable.kind === "unknown");
  const functions = [handler, ...all.map(({ callable }) => callable)].flatMap(functionsIn);
  return isUnknown || functions.some((one) => mayAsk(one, code)) ? "unknown" : "no";
}

function isSigned({ securityScheme, name, type, callable }: Dependency): boolean {
  if (securityScheme !== undefined) return true;
  const last = name?.split(".").slice(-2).join(".") ?? "";
  const typeName = type?.kind === "class" ? type.name : (externalName(type) ?? "");
  const made = callable.kind === "call" ? (externalName(callable.func) ?? "") : "";
  return [last, typeName, made].some((one) => signs.test(one));
}

/** `@requires("editor")`, `@login_required`: a decorator beside the route's own. */
function isGuarded({ handler, route }: Endpoint): boolean {
  const { node } = handler;
  if (node.nodeType === "Lambda") return false;
  const own = node.decorator_list.filter((one) => one !== route.call.node);
  return decoratorNames({ ...node, decorator_list: own }).some((name) => signs.test(name));
}

/** Parts of a request that say who sends it. */
const senders = /^(headers|cookies|session|user|auth)$/;

/**
 * Whether a function may find out by itself who calls: it reads a request for it, hands the request on, or calls something
 * that is named so.
 */
function mayAsk(func: FunctionV, code: CodeBase): boolean {
  const requests = new Set(
    signatureOf(func, code).flatMap(({ name, type }) => (isSpecial(type) ? [name] : [])),
  );
  const isRequest = (node: Node) => node.nodeType === "Name" && requests.has(node.id);
  let found = false;
  for (const statement of func.node.nodeType === "Lambda" ? [func.node.body] : func.node.body) {
    walk(statement, (node) => {
      if (node.nodeType === "Attribute") {
        found ||= isRequest(node.value) && senders.test(node.attr);
        const isState = node.value.nodeType === "Attribute" && node.value.attr === "state";
        found ||= isState && (signs.test(node.attr) || /user|tenant|account|org/i.test(node.attr));
      }
      if (node.nodeType === "Call") {
        const name = dottedName(node.func)?.at(-1) ?? "";
        const given = [...node.args, ...node.keywords.map(({ value }) => value)];
        found ||= signs.test(name) || given.some(isRequest);
      }
      return !found;
    });
  }
  return found;
}

/** The functions of endpoints, without those of classes. */
export function isHandler(handler: Endpoint["handler"]): handler is FunctionV {
  return handler.kind === "function" && handler.node.nodeType !== "Lambda";
}
