import { placed } from "../../behaviour/place";
import { errorKey, raisesOf } from "../../behaviour/raises";
import { statesOf } from "../../behaviour/states";
import { detectedLayers } from "../../detection/layers";
import { lookUp } from "../../evaluation/names";
import type { FunctionV } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import type { CodeBase } from "../../project/codeBase";
import { classNameOf } from "../names";
import { docstringOf, summaryOf } from "./codeDocstring";
import { endpointsOf } from "./endpoints";
import type {
  CodeFacts,
  EndpointFact,
  ErrorFact,
  RuleFact,
  ServiceFact,
  StateFact,
  TaskFact,
} from "./facts";
import { guideFacts } from "./guideFacts";
import { enumsOf, modelsOf } from "./models";
import { methodFact } from "./pythonText";
import { servicesOf } from "./services";
import { settingFacts } from "./settings";
import { dependencyFacts, functionsIn } from "./surroundings";
import { type Target, targetAt } from "./target";
import { testsOf } from "./tests";
import { eventFacts, logsOf, metricsOf } from "./watching";

/** The facts of the code at a path of the project, or why there are none, for the user to read. */
export function readFacts(path: string, code: CodeBase): CodeFacts | { readonly problem: string } {
  const target = targetAt(path, code);
  if ("problem" in target) return target;
  const files = new Set(target.files);
  const functions = functionsIn(target.files, code).filter(
    ({ owner }) => target.class === undefined || owner?.name === target.class,
  );
  const services = servicesOf(target, code);
  const endpoints = endpointsOf(target, code);
  const withImports = target.isFile ? importedModels(target, code) : files;
  const states = statesOf(functions, withImports, code);
  const named = namedTypes(services, endpoints, states);
  const isShown = ({ path: at, name }: { readonly path: string; readonly name: string }): boolean =>
    files.has(at) || (isImported(name, target, code) && named.has(name));
  const models = modelsOf(withImports, code)
    .filter(isShown)
    .map((one) => ({ ...one, isOwn: files.has(one.path) }));
  const tasks = tasksOf(target, code);
  if (services.length + endpoints.length + tasks.length + models.length === 0) {
    return {
      problem: `There is no service, endpoint, task or model in “${path}”. Name a module's folder, or a file of a service.`,
    };
  }
  const raised = [
    ...services.flatMap(({ methods }) => methods.flatMap(({ raises }) => raises)),
    ...endpoints.flatMap(({ raises }) => raises),
    ...tasks.flatMap((task) => task.function?.raises ?? []),
  ];
  return {
    ...nameOf(target, services, code),
    path: target.path,
    models,
    enums: enumsOf([...withImports], code).filter(isShown),
    services,
    rules: rulesOf(functions),
    errors: uniqueErrors(raised),
    endpoints,
    dependencies: dependencyFacts(functions, files, code),
    settings: settingFacts(functions, target.files, code),
    states,
    logs: logsOf(target.files, code),
    metrics: metricsOf(target.files, code),
    events: eventFacts(files, code),
    tasks,
    tests: testsOf(target, code),
    guide: guideFacts(target, code),
  };
}

/** The rules that the docstrings of functions name, those of helpers too, in the order of their IDs. */
function rulesOf(functions: readonly FunctionV[]): readonly RuleFact[] {
  const found = new Map<string, RuleFact>();
  for (const { node, name, path } of functions) {
    if (node.nodeType === "Lambda") continue;
    for (const [id] of docstringOf(node.body).matchAll(/\bBR-\d{3}\b/g)) {
      if (!found.has(id)) found.set(id, { id, by: name, ...placed({ path, line: node.nameLine }) });
    }
  }
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The name of the only service class, else that of the folder or file. */
function nameOf(
  target: Target,
  services: readonly ServiceFact[],
  code: CodeBase,
): Pick<CodeFacts, "name" | "purpose"> {
  const classes = services.filter(({ isClass }) => isClass);
  const [main] = classes;
  if (main !== undefined && classes.length === 1) {
    return { name: main.name, purpose: main.description };
  }
  const last = target.path.slice(target.path.lastIndexOf("/") + 1).replace(/\.py$/, "");
  const own = target.isFile ? target.path : `${target.path}/__init__.py`;
  return {
    name: classNameOf(last || "Backend"),
    purpose: (services.length === 1 && services[0]?.description) || summaryOf(code.statements(own)),
  };
}

/** Each error once for what a caller sees of it, by its status. */
function uniqueErrors(raised: readonly ErrorFact[]): readonly ErrorFact[] {
  const found = new Map<string, ErrorFact>();
  for (const one of raised) if (!found.has(errorKey(one))) found.set(errorKey(one), one);
  return [...found.values()].sort((a, b) => (a.status ?? 600) - (b.status ?? 600));
}

/** The files of the models and schemas that a file of a service imports, with its own. */
function importedModels(target: Target, code: CodeBase): ReadonlySet<string> {
  const layers = detectedLayers(code);
  const found = target.files.flatMap((path) =>
    [...code.run(path).scope.names.keys()].flatMap((name) => {
      const value = lookUp(code.typeEvaluation(), name, code.run(path).scope);
      if (value.kind !== "class") return [];
      const isModel = layers
        .layerOf(value.path)
        .some((one) => one === "models" || one === "schemas");
      return isModel ? [value.path] : [];
    }),
  );
  return new Set([...target.files, ...found]);
}

/** The names of the types that a service takes and gives, and of those of its states. */
function namedTypes(
  services: readonly ServiceFact[],
  endpoints: readonly EndpointFact[],
  states: readonly StateFact[],
): ReadonlySet<string> {
  const methods = services.flatMap((one) => one.methods);
  const texts = [
    ...methods.flatMap(({ parameters, returns }) => [
      ...parameters.map(({ type }) => type),
      returns,
    ]),
    ...endpoints.map(({ response }) => response),
    ...states.map((one) => one.enum),
  ];
  return new Set(texts.flatMap((text) => text?.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []));
}

function isImported(name: string, target: Target, code: CodeBase): boolean {
  return target.isFile && target.files.some((path) => code.run(path).scope.names.has(name));
}

function tasksOf(target: Target, code: CodeBase): readonly TaskFact[] {
  return backend.tasks(code).tasks.flatMap((task) => {
    const path = task.function?.path ?? task.place.path;
    if (task.kind === "background" || !target.files.includes(path)) return [];
    const func = task.function;
    return {
      name: task.name,
      kind: task.kind,
      queue: task.queue ?? undefined,
      maxRetries: task.maxRetries ?? undefined,
      timeLimitSeconds: task.timeLimitSeconds ?? undefined,
      schedule: task.schedule ?? undefined,
      options: task.options,
      function: func && methodFact(func, code, raisesOf(func, code)),
      ...placed(task.place),
    };
  });
}
