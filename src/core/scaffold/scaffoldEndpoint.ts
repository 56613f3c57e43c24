import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import type { PythonParser } from "../python/parser";
import { openScaffolded, recordAnswers } from "./answers";
import {
  type EndpointData,
  type EndpointMethod,
  type PathProblem,
  readEndpoint,
} from "./data/endpointData";
import { namesOf } from "./data/naming";
import { modulePlaces } from "./data/places";
import type { Scaffold } from "./landFiles";
import { mergeVersions } from "./merge/mergeVersions";
import { definitionName } from "./merge/statementText";
import { isRevision, moduleFiles } from "./moduleFiles";
import { noModule } from "./moduleProblems";
import { readText } from "./register/register";
import type { ScaffoldHost } from "./scaffoldModule";

/** An endpoint that is added to a module. */
export interface EndpointRequest {
  /** The module's name. */
  readonly module: string;
  readonly method: EndpointMethod;
  /** Behind the module's own path: `/{id}/cancel`, `/recent`. */
  readonly path: string;
  /** URI of the project's folder. */
  readonly root: string;
}

/**
 * The plan of an endpoint that a module of a scaffolded project gets, through all its layers, or what is wrong with the
 * request. Throws a `TemplateError`.
 */
export async function scaffoldEndpoint(
  { module: name, method, path, root }: EndpointRequest,
  host: ScaffoldHost,
): Promise<Scaffold | { readonly problem: string } | { readonly pathProblem: PathProblem }> {
  const opened = await openScaffolded(root, host.fileSystem);
  if ("problem" in opened) return opened;
  const { project, answers, stored } = opened;
  const scaffolded = answers.modules[name];
  if (scaffolded === undefined) return { problem: noModule(name, Object.keys(answers.modules)) };
  const module = namesOf(name);
  const endpoint = readEndpoint(method, path, module);
  if ("message" in endpoint) return { pathProblem: endpoint };
  const known = answers.endpoints[name] ?? [];
  const others = known.filter((text) => text !== endpoint.text);
  const { service, moduleRouter } = modulePlaces(project, module);
  const files = [`${service}.py`, `${moduleRouter}.py`].map((file) => joinUri(root, file));
  if (others.length === known.length) {
    const taken = await takenName(endpoint, files, host);
    if (taken !== undefined) return { pathProblem: at(taken, endpoint, path) };
  }
  const fields = [...scaffolded, ...(answers.added[name] ?? [])];
  const [before, after] = [others, [...others, endpoint.text]].map((texts) => {
    const endpoints = { ...answers.endpoints, [name]: texts };
    return { ...answers, endpoints };
  });
  const made = [before ?? answers, after ?? answers].map((one) => {
    const making = { name, project, answers: one, revision: { id: "", down: null } };
    return moduleFiles(host.templates, "module", making, fields).filter(
      (file) => !isRevision(file),
    );
  });
  const { edits, manual } = await mergeVersions(root, made[0] ?? [], made[1] ?? [], host);
  const isNew = others.length === known.length;
  const recorded = isNew ? recordAnswers(root, stored, after ?? answers) : [];
  const title = `Add Endpoint to ${name}`;
  return { plan: { title, creations: [], edits: [...edits, ...recorded] }, conflicts: [], manual };
}

/** The name of an endpoint that something else has already, in the service or among the routes. */
async function takenName(
  { call, handler }: EndpointData,
  files: readonly string[],
  { fileSystem, parser }: { readonly fileSystem: FileSystem; readonly parser: PythonParser },
): Promise<string | undefined> {
  const names = new Set(ofEveryService);
  for (const uri of files) {
    const text = await readText(uri, fileSystem);
    const body = text === undefined ? [] : parser.read(text).module.body;
    for (const one of [
      ...body,
      ...body.flatMap((of) => (of.nodeType === "ClassDef" ? of.body : [])),
    ]) {
      names.add(definitionName(one) ?? "");
    }
  }
  return [call, handler].find((name) => names.has(name));
}

/** Methods that services have, inherited ones included. */
const ofEveryService = ["find", "get", "list_page", "create", "update", "delete", "commit"];

function at(taken: string, { last }: EndpointData, path: string): PathProblem {
  const start = Math.max(0, path.lastIndexOf(last));
  return { message: `The module has a “${taken}” already.`, start, end: start + last.length };
}
