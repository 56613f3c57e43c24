import { flowOfFunction, placeOf, requestFlow } from "../../behaviour/requestFlow";
import { type StateFact, statesOf } from "../../behaviour/states";
import type { FunctionV } from "../../evaluation/value";
import { backend } from "../../frameworks/backend";
import type { Endpoint } from "../../frameworks/fastapi/endpoints";
import { operationOf } from "../../frameworks/fastapi/operation";
import { typeText } from "../../frameworks/pydantic/typeText";
import type { TableModel } from "../../frameworks/sqlalchemy/model";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";
import { nearestName } from "../../text/nearestName";
import type { DiagramKind } from "../diagramKinds";
import { architectureDiagram } from "./architecture";
import { type CodeDiagram, codeDiagram, type DrawnCode } from "./codeDiagram";
import { moduleDiagram } from "./modules";
import { requestSequence } from "./requestSequence";
import { schemaDiagram } from "./schemas";
import { statusMachine } from "./statusMachine";
import { fullName, tableDiagram } from "./tables";

/** What a diagram is asked for. */
export interface DiagramRequest {
  readonly kind: DiagramKind;
  /** A file or a folder of the project; empty for all of it. */
  readonly path: string;
  /** One route, model, class, method or field. */
  readonly of?: string | undefined;
  /** How many references away from `of` tables still are shown; 1 unless told. */
  readonly depth?: number | undefined;
}

/** Why there is no diagram, for the user to read. */
export interface DiagramRefused {
  readonly problem: string;
}

/** The diagrams that were asked for: one, or one for each endpoint or state machine of the path. */
export function codeDiagrams(
  request: DiagramRequest,
  code: CodeBase,
): readonly CodeDiagram[] | DiagramRefused {
  const files = filesAt(request.path, code);
  if (files === undefined) {
    return { problem: `There is no Python file at “${request.path}”.` };
  }
  const where = request.path === "" ? "the project" : `“${request.path}”`;
  const found = makers[request.kind](request, files, code);
  if ("problem" in found) return found;
  return found.length > 0 ? found : { problem: `There is ${nothing[request.kind]} in ${where}.` };
}

const nothing: Readonly<Record<DiagramKind, string>> = {
  er: "no table",
  class: "no schema",
  sequence: "no endpoint",
  state: "no field whose states the code leads from one to another",
  modules: "no module",
  architecture: "no part of a backend",
};

type Made = readonly CodeDiagram[] | DiagramRefused;
type Make = (request: DiagramRequest, files: ReadonlySet<string>, code: CodeBase) => Made;

const makers: Readonly<Record<DiagramKind, Make>> = {
  er: tables,
  class: schemas,
  sequence: sequences,
  state: machines,
  modules: (request, files, code) => whole(request, moduleDiagram(files, code)),
  architecture: (request, files, code) => whole(request, architectureDiagram(files, code)),
};

/** The Python files of a path, tests left out unless they are all there is. */
function filesAt(path: string, code: CodeBase): ReadonlySet<string> | undefined {
  const own = path.replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
  if (code.paths.includes(own)) return new Set([own]);
  const files = code.paths.filter((one) => own === "" || one.startsWith(`${own}/`));
  const plain = files.filter((one) => !isTestPath(one));
  const found = plain.length > 0 ? plain : files;
  return found.length === 0 ? undefined : new Set([...found].sort());
}

function tables(
  { path, of, depth = 1 }: DiagramRequest,
  files: ReadonlySet<string>,
  code: CodeBase,
): Made {
  const all = backend.tables(code).tables;
  const here = all.filter(({ place }) => files.has(place.path));
  if (of === undefined) {
    if (here.length === 0) return [];
    const { lines, notes } = tableDiagram(here, all);
    return [codeDiagram("er", path, lines, notes)];
  }
  const named = pick(of, all, (one) => [one.name, one.table, fullName(one)]);
  if ("problem" in named) return named;
  const { lines, notes } = tableDiagram(neighbourhood(named, all, depth), all);
  return [codeDiagram("er", of, lines, notes)];
}

/** Tables with those that refer to them, or that they refer to, some references away. */
function neighbourhood(
  start: readonly TableModel[],
  all: readonly TableModel[],
  depth: number,
): readonly TableModel[] {
  const targets = (one: TableModel): readonly string[] =>
    one.columns.flatMap(({ foreignKeys }) =>
      foreignKeys.map((key) => key.slice(0, key.lastIndexOf("."))),
    );
  let found = new Set(start);
  for (let step = 0; step < depth; step++) {
    const names = new Set([...found].map(fullName));
    const reached = new Set([...found].flatMap(targets));
    found = new Set(
      all.filter(
        (one) =>
          found.has(one) ||
          reached.has(fullName(one)) ||
          targets(one).some((name) => names.has(name)),
      ),
    );
  }
  return [...found];
}

function schemas({ path, of }: DiagramRequest, files: ReadonlySet<string>, code: CodeBase): Made {
  const all = backend.schemas(code).schemas;
  const here = all.filter(({ place }) => files.has(place.path));
  const named = of === undefined ? here : pick(of, all, ({ name }) => [name]);
  if ("problem" in named) return named;
  if (named.length === 0) return [];
  const { lines, notes } = schemaDiagram(named, all);
  return [codeDiagram("class", of ?? path, lines, notes)];
}

function sequences({ of }: DiagramRequest, files: ReadonlySet<string>, code: CodeBase): Made {
  const all = backend.routing(code).endpoints;
  const here = all.filter(({ handler }) => files.has(handler.path));
  if (of === undefined) return here.map((one) => sequenceOf(one, code));
  const method = methodNamed(of, files, code);
  const endpoints = here.length > 0 ? here : all;
  const named = pick(of, endpoints, ({ method: verb, path, handler }) => [
    `${verb} ${path}`,
    path,
    handler.name,
    handler.qualname,
  ]);
  if (!("problem" in named)) return named.map((one) => sequenceOf(one, code));
  return method === undefined ? named : [sequenceOfMethod(method, code)];
}

function sequenceOf(endpoint: Endpoint, code: CodeBase): CodeDiagram {
  const { method, path, handler } = endpoint;
  const { status, responseModel } = operationOf(endpoint, code);
  const response = responseModel === undefined ? undefined : typeText(responseModel);
  const place =
    handler.kind === "function"
      ? placeOf(handler)
      : { path: handler.path, line: handler.node.nameLine + 1 };
  const lines = requestSequence({
    caller: "Client",
    text: `${method} ${path}`,
    status,
    response: response === undefined || /\bUnknown\b/.test(response) ? undefined : response,
    flow: requestFlow(endpoint, code),
    place,
  });
  return codeDiagram("sequence", `${method} ${path}`, lines);
}

/** The function or method of some files by its name: `pay`, `OrderService.pay`. */
function methodNamed(
  name: string,
  files: ReadonlySet<string>,
  code: CodeBase,
): FunctionV | undefined {
  for (const path of files) {
    const found = code.run(path).functions.find(({ qualname }) => qualname === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function sequenceOfMethod(func: FunctionV, code: CodeBase): CodeDiagram {
  const flow = flowOfFunction(func, code);
  const lines = requestSequence({
    caller: "Caller",
    text: `${func.name}()`,
    status: undefined,
    response: undefined,
    flow,
    place: placeOf(func),
  });
  return codeDiagram("sequence", func.qualname, lines);
}

function machines({ of }: DiagramRequest, files: ReadonlySet<string>, code: CodeBase): Made {
  const here = statesIn(code).filter((one) => isAt(one, files));
  const named =
    of === undefined
      ? here
      : pick(of, here.length > 0 ? here : statesIn(code), ({ enum: name, field }) => [
          `${name}.${field}`,
          field,
          name,
        ]);
  if ("problem" in named) return named;
  return named.map((one) =>
    codeDiagram("state", `${one.enum}.${one.field}`, statusMachine(one), openEnds(one)),
  );
}

function openEnds({ transitions }: StateFact): readonly string[] {
  const open = new Set(transitions.flatMap(({ from, by }) => (from === undefined ? [by] : [])));
  return open.size === 0
    ? []
    : [`From which states ${[...open].join(", ")} leads is not said in the code.`];
}

/** The fields of all models that lead through states. */
export function statesIn(code: CodeBase): readonly StateFact[] {
  return code.queries.get("states of all fields", () => {
    const paths = backend.runs(code).map(({ path }) => path);
    const functions = paths.flatMap((path) => code.functionRuns(path).map((run) => run.function));
    return statesOf(functions, new Set(paths), code);
  });
}

function isAt({ initial, transitions, place }: StateFact, files: ReadonlySet<string>): boolean {
  return [place, ...initial, ...transitions].some(({ path }) => files.has(path));
}

function whole({ kind, path, of }: DiagramRequest, { lines, notes }: DrawnCode): Made {
  if (of !== undefined) return { problem: `A diagram of ${kind} is of a folder: leave --of out.` };
  return [codeDiagram(kind, path, lines, notes)];
}

/** What is called by a name; of several that only share it all of them. */
function pick<T>(
  name: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): readonly T[] | DiagramRefused {
  const found = all.filter((one) => namesOf(one).includes(name));
  if (found.length > 0) return found;
  const near = nearestName(name, all.flatMap(namesOf));
  const hint = near === undefined ? "." : `; did you mean “${near}”?`;
  return { problem: `There is no “${name}” here${hint}` };
}
