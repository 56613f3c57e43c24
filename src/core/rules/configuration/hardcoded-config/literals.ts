import { ancestors } from "../../../evaluation/classes";
import { isSettings } from "../../../evaluation/fields";
import { placeKey } from "../../../frameworks/dependencies/projectCalls";
import { isDataclass, isModel } from "../../../frameworks/pydantic/kinds";
import type { CodeBase } from "../../../project/codeBase";
import type { Arguments, Constant, Expression, Module, Node } from "../../../python/ast/nodes";
import { walk } from "../../../python/ast/visit";

/** A literal with what it stands in. */
export interface Literal {
  readonly node: Expression;
  /** What of it is written at its place. */
  readonly text: string;
  /** The names of the classes around it, outermost first. */
  readonly classes: readonly string[];
  readonly isInFunction: boolean;
  /** The variable, attribute, parameter, argument or key that it is given to. */
  readonly givenTo: string | undefined;
}

/** The literals that begin at some places (`path:line:character`), an f-string as a whole. */
export function literalsAt(
  places: ReadonlySet<string>,
  module: Module,
  path: string,
): ReadonlyMap<string, Literal> {
  const found = new Map<string, Literal>();
  const above: Node[] = [];
  walk(
    module,
    (node) => {
      above.push(node);
      if (node.nodeType !== "Constant") return;
      const key = placeKey({ place: { path, line: node.line, character: node.character } });
      if (places.has(key) && !found.has(key)) found.set(key, literalOf(node, above));
    },
    () => above.pop(),
  );
  return found;
}

function literalOf(node: Constant, above: readonly Node[]): Literal {
  const whole = above.find((one) => one.nodeType === "JoinedStr");
  return {
    node: whole?.nodeType === "JoinedStr" ? whole : node,
    text: typeof node.value === "string" ? node.value : "",
    classes: above.flatMap((one) => (one.nodeType === "ClassDef" ? [one.name] : [])),
    isInFunction: above.some(({ nodeType }) => /^(Async)?FunctionDef$/.test(nodeType)),
    givenTo: givenTo(above),
  };
}

/** @param above the nodes from the module to a literal */
function givenTo(above: readonly Node[]): string | undefined {
  const node = above.at(-1);
  for (const outer of above.toReversed()) {
    switch (outer.nodeType) {
      case "List":
      case "Tuple":
      case "Set":
        return singular(givenTo(above.slice(0, above.indexOf(outer))));
      case "keyword":
        return outer.arg ?? undefined;
      case "Assign":
        return nameOf(outer.targets[0]);
      case "AnnAssign":
        return nameOf(outer.target);
      case "arguments":
        return parameterOf(outer, node);
      case "Call":
      case "Return":
        return undefined;
    }
  }
  return undefined;
}

function singular(name: string | undefined): string | undefined {
  return name?.replace(/([^s])s$/i, "$1");
}

function nameOf(target: Expression | undefined): string | undefined {
  if (target?.nodeType === "Name") return target.id;
  return target?.nodeType === "Attribute" ? target.attr : undefined;
}

/** The parameter whose default a literal is. */
function parameterOf(parameters: Arguments, node: Node | undefined): string | undefined {
  const positional = [...parameters.posonlyargs, ...parameters.args];
  const { defaults, kwonlyargs, kw_defaults } = parameters;
  const withDefault = [...positional.slice(positional.length - defaults.length), ...kwonlyargs];
  return withDefault.find((_, index) => [...defaults, ...kw_defaults][index] === node)?.arg;
}

/** Files that are about settings by their names. */
const settingsFiles = /(^|[/_])(settings?|configs?|configuration|conf|env|environment)(_\w+)?\.py$/;

/**
 * Whether a literal is only for when nothing else is given: in the body of a settings class, a model or a dataclass, or in
 * a function beside a settings class, in a file that is about settings.
 */
export function isDefault(
  { classes, isInFunction }: Literal,
  path: string,
  code: CodeBase,
): boolean {
  const { definitions } = code.run(path);
  const isField = classes.some((_, index) => {
    const of = definitions.get(`class ${classes.slice(0, index + 1).join(".")}`);
    if (of?.kind !== "class") return false;
    // What a class is that inherits from something unknown is not known either.
    return isModel(of) || isDataclass(of) || ancestors(of).some(({ kind }) => kind === "unknown");
  });
  if (isField) return true;
  return (
    isInFunction &&
    settingsFiles.test(path) &&
    [...definitions.values()].some((one) => one.kind === "class" && isSettings(one))
  );
}
