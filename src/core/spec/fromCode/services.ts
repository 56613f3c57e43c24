import { raisesOf } from "../../behaviour/raises";
import { otherRoles } from "../../behaviour/roles";
import { detectedLayers } from "../../detection/layers";
import { ancestors } from "../../evaluation/classes";
import { isEnum } from "../../evaluation/enums";
import { isSettings } from "../../evaluation/fields";
import { type ClassV, externalName, type FunctionV } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { summaryOf } from "./codeDocstring";
import type { MethodFact, ServiceFact } from "./facts";
import { methodFact } from "./pythonText";
import type { Target } from "./target";

/** The service classes of a target and the public functions beside them. A file that was named is all about its service. */
export function servicesOf(target: Target, code: CodeBase): readonly ServiceFact[] {
  const layers = detectedLayers(code);
  const files = target.isFile
    ? target.files
    : target.files.filter(
        (path) => layers.layerOf(path).includes("service") || isNamedService(path),
      );
  return files.flatMap((path) => servicesIn(path, target, code));
}

/** A service without data or errors shows by its name alone. */
function isNamedService(path: string): boolean {
  return /(?:^|[/_])services?(?:\.py$|\/)/.test(path);
}

function servicesIn(path: string, target: Target, code: CodeBase): readonly ServiceFact[] {
  const taken = otherRoles(code);
  const definitions = [...code.run(path).definitions.values()].filter(
    ({ qualname, name, node }) =>
      !qualname.includes(".") && !name.startsWith("_") && !taken.has(node),
  );
  const classes = definitions
    .filter((one) => one.kind === "class")
    .filter((one) => target.class === undefined || one.name === target.class)
    .filter(isServiceClass)
    .map((one) => classFact(one, code))
    .filter(({ methods }) => methods.length > 0);
  if (target.class !== undefined) return classes;
  const methods = definitions
    .filter((one) => one.kind === "function")
    .flatMap((one) => method(one, code) ?? []);
  if (methods.length === 0) return classes;
  const module: ServiceFact = {
    name: path.slice(path.lastIndexOf("/") + 1).replace(/\.py$/, ""),
    isClass: false,
    description: summaryOf(code.statements(path)),
    methods,
    path,
    line: 1,
  };
  return [...classes, module];
}

function isServiceClass(of: ClassV): boolean {
  const names = ancestors(of).map((one) => externalName(one) ?? "");
  const isError = names.some((name) => /(?:Exception|Error|Warning)$/.test(name));
  return !isError && !isEnum(of) && !isSettings(of);
}

function classFact(of: ClassV, code: CodeBase): ServiceFact {
  return {
    name: of.name,
    isClass: true,
    description: summaryOf(of.node.body),
    methods: publicMethods(of, code).flatMap((one) => method(one, code) ?? []),
    path: of.path,
    line: of.node.nameLine + 1,
  };
}

/** The methods that others may call: its own, and those that it inherits from classes of the project. */
function publicMethods(of: ClassV, code: CodeBase): readonly FunctionV[] {
  const found = new Map<string, FunctionV | undefined>();
  for (const one of ancestors(of)) {
    if (one.kind !== "class") continue;
    for (const [name, member] of one.members) {
      if (name.startsWith("_") || found.has(name)) continue;
      const isOwn = member.kind === "function" && member.owner === one;
      found.set(name, isOwn ? member : writtenMethod(name, one, code));
    }
  }
  return [...found.values()].flatMap((one) => one ?? []);
}

/** The method that a class writes under a name, whatever its decorators put in its place. */
function writtenMethod(name: string, of: ClassV, code: CodeBase): FunctionV | undefined {
  const made = code.run(of.path).definitions.get(`function ${of.qualname}.${name}`);
  return made?.kind === "function" && made.owner === of ? made : undefined;
}

function method(func: FunctionV, code: CodeBase): MethodFact | undefined {
  return code.remember("method fact", func, (one) => methodFact(one, code, raisesOf(one, code)));
}
