import { fileUses } from "../../../detection/fileUses";
import { dataLayerOfName, snakeCase } from "../../../detection/layerHints";
import { detectedLayers } from "../../../detection/layers";
import { abstractMethods, isAbstractMethod, isProtocol } from "../../../evaluation/abstract";
import { memberOf } from "../../../evaluation/classes";
import { typeVariables } from "../../../evaluation/typeArguments";
import { resultType } from "../../../evaluation/types";
import { type ClassV, externalName, type FunctionV, optionsOf } from "../../../evaluation/value";
import type { CodeBase } from "../../../project/codeBase";
import { isDataClass } from "../dataClass";
import { isImplementedInTests, type Subclass, subclassesOf } from "./implementations";

/** A class that stands for others, and why it is one too many. */
export type Abstraction =
  | { readonly kind: "repository" | "service" }
  | { readonly kind: "abstract"; readonly only: Subclass }
  | { readonly kind: "factory"; readonly product: ClassV };

/** What a class abstracts from without need; `undefined` for all others. */
export function abstractionOf(of: ClassV, code: CodeBase): Abstraction | undefined {
  if (isProtocol(of) || isDataClass(of)) return undefined;
  if (isBaseService(of, code)) return { kind: "service" };
  if (isGenericRepository(of, code)) return { kind: "repository" };
  const only = onlyImplementation(of, code);
  if (only !== undefined) return { kind: "abstract", only };
  const product = onlyProduct(of, code);
  return product && { kind: "factory", product };
}

/** A class that is called a repository or runs queries, and takes its model as a type or as a value. */
function isGenericRepository(of: ClassV, code: CodeBase): boolean {
  const isNamed = /^_?[A-Z]/.test(of.name) && dataLayerOfName(of.name) === "repository";
  if (typeVariables(of).length === 0) return isNamed && servesAnyModel(of, code);
  return isNamed || (abstractMethods(of).length === 0 && runsQueries(of, code));
}

function runsQueries({ path, qualname }: ClassV, code: CodeBase): boolean {
  const uses = fileUses(path, code).units.find(({ name }) => name === qualname);
  return uses !== undefined && uses.asyncQueries + uses.syncQueries + uses.statements > 0;
}

/** Whether other classes inherit from it and say which model it is to serve. */
function servesAnyModel(of: ClassV, code: CodeBase): boolean {
  const initializer = of.members.get("__init__");
  const parameters =
    initializer?.kind === "function" ? initializer.node.args.args.map(({ arg }) => arg) : [];
  const isModelOpen =
    [...parameters, ...of.annotations.keys()].some((name) => /(?:^|_)model(?:_|$)/.test(name)) &&
    of.members.get("model")?.kind !== "class";
  return isModelOpen && subclassesOf(of, code).length > 0;
}

/** A service that is there for others to inherit from. One that leaves methods open to several is a strategy. */
function isBaseService(of: ClassV, code: CodeBase): boolean {
  const words = snakeCase(of.name).split("_");
  const isGeneric = typeVariables(of).length > 0;
  if (!words.some((word) => serviceWords.has(word))) return false;
  if (abstractMethods(of).length > 0 && !isGeneric) return false;
  // What is started and stopped is a worker, which serves no request.
  if (["start", "stop", "run"].some((name) => memberOf(of, name) !== undefined)) return false;
  if (words.includes("service") && words.some((word) => baseWords.has(word))) return true;
  const isRoute = detectedLayers(code).layerOf(of.path).includes("router");
  return isGeneric && !isRoute && subclassesOf(of, code).length > 0;
}

const baseWords: ReadonlySet<string> = new Set(["base", "abstract", "generic", "common"]);
const serviceWords: ReadonlySet<string> = new Set([
  "service",
  "usecase",
  "interactor",
  "controller",
]);

function onlyImplementation(of: ClassV, code: CodeBase): Subclass | undefined {
  if (![...of.members.values()].some(isAbstractMethod)) return undefined;
  const [only, ...others] = subclassesOf(of, code).filter(({ isConcrete }) => isConcrete);
  return others.length === 0 && only !== undefined && !isImplementedInTests(of, code)
    ? only
    : undefined;
}

/** The class that all methods of a factory make objects of. */
function onlyProduct(of: ClassV, code: CodeBase): ClassV | undefined {
  const isOurs = of.bases.every((base) => externalName(base) === "builtins.object");
  if (!/Factory$/.test(of.name) || !isOurs) return undefined;
  const making = methodsOf(of).filter(
    ({ name }) => name === "__call__" || (!name.startsWith("_") && name !== "__init__"),
  );
  const products = making.map((method) => {
    const type = resultType(code.typeEvaluation(), method, undefined)?.type;
    const options = type === undefined ? [] : optionsOf(type);
    return options.length === 1 && options[0]?.kind === "class" ? options[0] : undefined;
  });
  const [first] = products;
  if (first === undefined || products.some((one) => one !== first)) return undefined;
  // A type that others inherit from stands for any of them.
  return subclassesOf(first, code).length === 0 ? first : undefined;
}

function methodsOf(of: ClassV): readonly FunctionV[] {
  return [...of.members.values()].flatMap((member) =>
    member.kind === "function" && member.owner === of ? [member] : [],
  );
}
