import { classOf } from "../../../evaluation/attributes";
import { evaluate } from "../../../evaluation/expressions";
import { annotatedType } from "../../../evaluation/types";
import { externalName, type FunctionV, optionsOf, type Value } from "../../../evaluation/value";
import { functionsCalled } from "../../../frameworks/callGraph";
import { securitySchemeOf } from "../../../frameworks/fastapi/dependencies/dependency";
import { markerOf } from "../../../frameworks/fastapi/dependencies/markers";
import { signatureOf } from "../../../frameworks/fastapi/dependencies/signature";
import { isIssuerName, isSecretName, issuers } from "../../../frameworks/secrets/secretNames";
import type { Call, Expression, Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";
import { type Binding, lookUp, type Scope } from "../../../python/scopes/scope";
import type { AnyRuleContext } from "../../rule";

/** How many assignments a name is followed through. */
const deepest = 4;

/** Asks of expressions of one file whether their values are secrets. */
export class Secrets {
  private readonly sensitive: ReadonlySet<string>;

  constructor(private readonly context: AnyRuleContext) {
    this.sensitive = new Set(context.config.config.sensitive ?? []);
  }

  /** What secret an expression is, as a person names it; `undefined` where it is none, or where that is not known. */
  of(node: Expression, scope: Scope, depth = 0): string | undefined {
    if (depth > deepest) return undefined;
    switch (node.nodeType) {
      case "Name":
        return this.ofName(node.id, scope, depth);
      case "Attribute":
        if (this.isWholeRequest(node, scope)) return `all ${node.attr} of the request`;
        return this.isSecret(node.attr) && this.isShown(node, scope) ? node.attr : undefined;
      case "Subscript": {
        const key = node.slice.nodeType === "Constant" ? node.slice.value : undefined;
        return typeof key === "string" && this.isSecret(key) ? key : undefined;
      }
      case "Call":
        return this.ofCall(node, scope, depth);
      case "Await":
        return this.of(node.value, scope, depth);
      default:
        return undefined;
    }
  }

  private isSecret(name: string): boolean {
    return this.sensitive.has(name) || isSecretName(name);
  }

  private ofCall(node: Call, scope: Scope, depth: number): string | undefined {
    const { func, args } = node;
    if (func.nodeType === "Attribute") {
      if (func.attr === "get_secret_value") return "the value of a SecretStr";
      const [first] = args;
      const key = first?.nodeType === "Constant" ? first.value : undefined;
      if (/^(get|pop|getlist)$/.test(func.attr) && typeof key === "string")
        return this.isSecret(key) ? key : undefined;
      if (/^(items|values|decode|strip|copy|raw)$/.test(func.attr))
        return this.of(func.value, scope, depth + 1);
    }
    const [call] = this.context.calls.get(node) ?? [];
    if (call === undefined) return undefined;
    if (/^os\.(getenv|environ\.get)$/.test(externalName(call.func) ?? "")) {
      const key = args[0]?.nodeType === "Constant" ? args[0].value : undefined;
      return typeof key === "string" && isSecretName(key) ? key : undefined;
    }
    return isIssuer(call.func, this.context) ? "a token" : undefined;
  }

  private ofName(name: string, scope: Scope, depth: number): string | undefined {
    const found = lookUp(name, scope);
    if (found === undefined) return undefined;
    const ways = found.bindings.flatMap((binding) =>
      this.ofBinding(name, binding, found.scope, depth),
    );
    const secret = ways.find((way) => way !== undefined);
    if (secret === undefined || this.isSecret(name)) return secret && name;
    // Made as a token is, and yet only told apart by it.
    if (/(^|_)(id|uuid|name|filename|path|nonce|state|slug|prefix|suffix)$/i.test(name))
      return undefined;
    // What is a secret on one way only may be none on the way that comes here.
    return ways.includes(undefined) ? undefined : secret;
  }

  private ofBinding(
    name: string,
    binding: Binding,
    scope: Scope,
    depth: number,
  ): readonly (string | undefined)[] {
    switch (binding.kind) {
      case "parameter":
        return [this.isSecretParameter(name, scope) ? name : undefined];
      case "import":
        return [isSecretName(name) && /^[A-Z]/.test(name) && this.isText(name) ? name : undefined];
      case "variable":
        return assignedTo(name, scope.node).map((value) => this.of(value, scope, depth + 1));
      default:
        return [undefined];
    }
  }

  /** A password or key of which nothing says that it is no text; a token that is decoded, or that a scheme gives. */
  private isSecretParameter(name: string, { node }: Scope): boolean {
    const run = this.runOf(node);
    if (run === undefined) return false;
    const value = run.parameters.get(name);
    if (value === undefined) return false;
    if (this.isSecret(name)) return isTextLike(value);
    const declared = signatureOf(run.function, this.context.code).find((one) => one.name === name);
    const marker = markerOf(declared?.default) ?? declared?.annotated;
    if (marker?.kind === "field") return marker.in === "cookie";
    const [scheme] = marker?.call.args ?? [];
    if (scheme !== undefined && securitySchemeOf(scheme) !== undefined) return true;
    if (name !== "token" && name !== "jwt") return false;
    return run.effects.some(
      ({ call }) =>
        /(^|\.)jwt(\.\w+)*\.decode$/.test(externalName(call.func) ?? "") && call.args[0] === value,
    );
  }

  private runOf(node: Node) {
    return this.context.code
      .functionRuns(this.context.file.path)
      .find(
        ({ function: func }) =>
          "line" in node && func.node.line === node.line && func.node.character === node.character,
      );
  }

  /** Whether an imported name stands for a text, as far as the project tells. */
  private isText(name: string): boolean {
    const value = this.context.code.run(this.context.file.path).scope.names.get(name);
    return value !== undefined && value.kind !== "import" && optionsOf(value).every(isTextLike);
  }

  /** `request.headers`, `request.cookies` */
  private isWholeRequest(
    { attr, value }: Extract<Expression, { nodeType: "Attribute" }>,
    scope: Scope,
  ): boolean {
    if ((attr !== "headers" && attr !== "cookies") || value.nodeType !== "Name") return false;
    const found = lookUp(value.id, scope);
    if (found?.bindings[0]?.kind !== "parameter") return false;
    const type = this.runOf(found.scope.node)?.parameters.get(value.id);
    return (
      type?.kind === "some" &&
      /^(fastapi|starlette)\.(requests\.)?(Request|HTTPConnection)$/.test(
        externalName(type.type) ?? "",
      )
    );
  }

  /**
   * Whether an attribute shows itself: a `SecretStr` does not, an object is no secret by its name, and a member of a class
   * (`ErrorCode.INVALID_PASSWORD`) says something of secrets.
   */
  private isShown(
    { value, attr }: Extract<Expression, { nodeType: "Attribute" }>,
    scope: Scope,
  ): boolean {
    if (value.nodeType !== "Name") return true;
    if (/^_?[A-Z][a-z]/.test(value.id)) return false;
    const { code, file } = this.context;
    const found = lookUp(value.id, scope);
    const isOfModule = found?.scope.parent === undefined;
    const holder = isOfModule
      ? evaluate(code.typeEvaluation(), value, code.run(file.path).scope)
      : this.runOf(found.scope.node)?.parameters.get(value.id);
    const of = holder && classOf(holder);
    const type = of && annotatedType(code.typeEvaluation(), of, attr);
    return type === undefined || isTextLike({ kind: "some", type });
  }
}

/** What a name of a function or module is assigned, in the order of the text. */
function assignedTo(name: string, root: Node): readonly Expression[] {
  const found: Expression[] = [];
  walk(root, (node) => {
    if (node.nodeType === "Assign") {
      const isMeant = node.targets.some(
        (target) => target.nodeType === "Name" && target.id === name,
      );
      if (isMeant) found.push(node.value);
    }
    if ((node.nodeType === "AnnAssign" || node.nodeType === "NamedExpr") && node.value !== null) {
      if (node.target.nodeType === "Name" && node.target.id === name) found.push(node.value);
    }
  });
  return found;
}

function isTextLike(value: Value): boolean {
  switch (value.kind) {
    case "some":
      return optionsOf(value.type).every((type) =>
        /^builtins\.(str|bytes)$/.test(externalName(type) ?? ""),
      );
    case "constant":
      return typeof value.value === "string";
    case "unknown":
      return true;
    default:
      return false;
  }
}

/** Whether calling a value makes a secret: by its name, or because it returns what a library's issuer makes. */
function isIssuer(func: Value, { code }: AnyRuleContext): boolean {
  const name = externalName(func);
  if (name !== undefined) return issuers.test(name);
  return functionsCalled(func).some((one) => isOwnIssuer(one, code));
}

function isOwnIssuer(func: FunctionV, code: AnyRuleContext["code"]): boolean {
  if (isIssuerName(func.name)) return true;
  const returned = code.functionRun(func)?.returned;
  return (
    returned !== undefined &&
    optionsOf(returned).some(
      (one) => one.kind === "call" && issuers.test(externalName(one.func) ?? ""),
    )
  );
}
