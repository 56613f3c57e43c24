import { fingerprint } from "../../edits/fingerprint";
import type { FileEdit } from "../../edits/plan";
import { parseFields } from "../../fields/parseFields";
import type { FileSystem } from "../../ports";
import { joinUri, relativePath } from "../../project/paths";
import { SpecReader } from "../../spec/document/specDocument";
import { loadFormats } from "../../spec/formats/loadFormats";
import type { MethodFact } from "../../spec/fromCode/facts";
import { openScaffolded } from "../answers";
import type { ModuleData } from "../data/moduleData";
import { importNames, modulePlaces, projectPlaces } from "../data/places";
import type { ProjectData } from "../data/projectData";
import type { Scaffold } from "../landFiles";
import { mergeFiles } from "../merge/mergeFiles";
import { mergeVersions } from "../merge/mergeVersions";
import { dataOf, isRevision, moduleFiles } from "../moduleFiles";
import { readText } from "../register/register";
import { scaffoldField } from "../scaffoldField";
import { type ScaffoldHost, type ScaffoldProblem, scaffoldModule } from "../scaffoldModule";
import { produce } from "../templateSet";
import type { ModuleSpec } from "./moduleSpec";
import { Overlay } from "./overlay";
import { readModuleSpec } from "./readModuleSpec";
import { referenceEdits, routineEdits, routineMethods } from "./routine";
import { specData } from "./specData";

/** A module that a spec describes. */
export interface FromSpecRequest {
  /** URI of the document. */
  readonly spec: string;
  /** The module's name; the document's own where it is left out. */
  readonly name?: string | undefined;
  /** URI of the project's folder. */
  readonly root: string;
  /** The Alembic head to follow where there are several. */
  readonly head?: string | undefined;
}

/**
 * The plan of the module that a `module` or `service` document describes, or what is wrong. What is there by name is never
 * edited, so that a second run adds what the document has got since. Throws a `TemplateError`.
 */
export async function scaffoldFromSpec(
  request: FromSpecRequest,
  host: ScaffoldHost,
): Promise<Scaffold | { readonly problem: string }> {
  const { spec: uri, root, head } = request;
  const path = relativePath(root, uri) ?? uri;
  const read = await readSpec(request, host);
  if ("problem" in read) {
    return { problem: `${path}${read.line > 0 ? `:${read.line}` : ""}: ${read.problem}` };
  }
  const overlay = new Overlay(host.fileSystem);
  const inner = { ...host, fileSystem: overlay.fileSystem };
  const steps = await growModule(read, { root, head }, inner, overlay);
  if ("problem" in steps || "fieldProblems" in steps) return namedProblem(steps, read, path);
  const opened = await openScaffolded(root, overlay.fileSystem);
  if ("problem" in opened) return opened;
  const { project, answers } = opened;
  const fields = [...(answers.modules[read.name] ?? []), ...(answers.added[read.name] ?? [])];
  const module = dataOf(read.name, fields, project, answers);
  const { service } = modulePlaces(project, module);
  const there = await methodsOf(root, { project, module, service }, inner);
  const isThere = new Set(there.map((method) => method.name));
  const fresh = read.methods.filter(({ signature }) => !isThere.has(signature.name));
  const { data: spec, left } = specData({ ...read, methods: fresh }, module);
  const places = { ...projectPlaces(project), ...modulePlaces(project, module) };
  const data = { project, module, spec, at: importNames(places) };
  const names = { ...places, package: project.package, module: module.name };
  const additions = produce(host.templates, project.profile, "spec-merge", names, data);
  const merged = await mergeFiles(root, additions, inner);
  await overlay.apply({ title: "", creations: [], edits: merged.edits });
  const guarded = [null, read.states?.field ?? null].map((stateField) => {
    const making = {
      name: read.name,
      project,
      answers,
      revision: { id: "", down: null },
      stateField,
    };
    return moduleFiles(host.templates, "module", making, fields).filter(
      (file) => !isRevision(file),
    );
  });
  const guards = await mergeVersions(root, guarded[0] ?? [], guarded[1] ?? [], inner);
  await overlay.apply({ title: "", creations: [], edits: guards.edits });
  const named = await nameModule(uri, modulePath(project.profile, service), overlay.fileSystem);
  await overlay.apply({ title: "", creations: [], edits: named });
  const told = await tellSpec(request, { project, module, service }, inner);
  await overlay.apply({ title: "", creations: [], edits: told });
  return {
    plan: await overlay.plan(`Scaffold Module ${read.name} from Spec`),
    conflicts: steps.conflicts,
    manual: [
      ...steps.manual,
      ...merged.manual,
      ...guards.manual,
      ...left.map(([method, type]) => ({
        path: `${path}:${method.line}`,
        reason: `there is no class “${type}”; add the method by hand:`,
        text: method.source,
      })),
    ],
  };
}

/** The edits that tell the document of the module's methods and errors that it passes over. */
async function tellSpec(
  { spec: uri, root }: FromSpecRequest,
  { project, module, service }: { project: ProjectData; module: ModuleData; service: string },
  host: ScaffoldHost,
): Promise<FileEdit[]> {
  const text = (await readText(uri, host.fileSystem)) ?? "";
  const { formats } = await loadFormats(root, host.fileSystem);
  const spec = new SpecReader((python) => host.parser.read(python)).read(text, formats);
  if (spec === undefined) return [];
  const methods = await methodsOf(root, { project, module, service }, host);
  const isLayered = project.profile === "layered";
  const errors = isLayered
    ? []
    : [{ name: "HTTPException", status: 404, message: `There is no such ${module.words}` }];
  const columns = module.references.map(({ field }) => field.name);
  const edits = [...routineEdits(spec, methods, errors), ...referenceEdits(spec, columns)];
  return edits.length === 0 ? [] : [{ uri, basis: fingerprint(text), edits }];
}

/** The methods of a module's service, inherited ones included. */
async function methodsOf(
  root: string,
  { project, module, service }: { project: ProjectData; module: ModuleData; service: string },
  host: ScaffoldHost,
): Promise<MethodFact[]> {
  const bases = project.profile === "layered" ? ["app/services/base_service.py"] : [];
  const methods: MethodFact[] = [];
  for (const path of [`${service}.py`, ...bases]) {
    const code = (await readText(joinUri(root, path), host.fileSystem)) ?? "";
    const file = { body: host.parser.read(code).module.body, lines: code.split(/\r?\n/) };
    const found = routineMethods(file, { Model: module.className });
    methods.push(...found.filter(({ name }) => methods.every((one) => one.name !== name)));
  }
  return methods;
}

async function readSpec({ spec: uri, name, root }: FromSpecRequest, host: ScaffoldHost) {
  const text = await readText(uri, host.fileSystem);
  if (text === undefined) return { problem: "There is no such file.", line: 0 };
  const { formats } = await loadFormats(root, host.fileSystem);
  const spec = new SpecReader((python) => host.parser.read(python)).read(text, formats);
  if (spec === undefined || !["module", "service"].includes(spec.format.name)) {
    return { problem: "This is no spec of a module or service.", line: 1 };
  }
  return readModuleSpec(spec, name);
}

/** The module as it was scaffolded, or with the fields that the spec has and it has not. */
async function growModule(
  { name, fields }: ModuleSpec,
  { root, head }: Pick<FromSpecRequest, "root" | "head">,
  host: ScaffoldHost,
  overlay: Overlay,
): Promise<Scaffold | ScaffoldProblem> {
  const opened = await openScaffolded(root, host.fileSystem);
  if ("problem" in opened) return opened;
  const { answers } = opened;
  const there = answers.modules[name];
  const known = new Set(
    parseFields([...(there ?? []), ...(answers.added[name] ?? [])]).fields.map((one) => one.name),
  );
  const fresh = fields.filter((text) =>
    parseFields([text]).fields.every((field) => !known.has(field.name)),
  );
  const scaffold =
    there === undefined
      ? await scaffoldModule({ name, fields, root, head }, host)
      : await scaffoldField({ module: name, fields: fresh, root, head }, host);
  if ("plan" in scaffold) await overlay.apply(scaffold.plan);
  return scaffold;
}

function namedProblem(
  wrong: ScaffoldProblem,
  { fields }: ModuleSpec,
  path: string,
): { readonly problem: string } {
  if ("problem" in wrong) return wrong;
  const texts = wrong.fieldProblems.map(({ index, message }) => `${fields[index]}: ${message}`);
  return { problem: texts.map((text) => `${path}: ${text}`).join("\n") };
}

/** What a spec calls the code of a module by. */
function modulePath(profile: string, service: string): string {
  return profile === "modular" ? service.replace(/\/service$/, "") : `${service}.py`;
}

/** The edit that makes a document name its module, so that drift is found between them. */
async function nameModule(uri: string, path: string, fileSystem: FileSystem) {
  const text = (await readText(uri, fileSystem)) ?? "";
  const [, head] = /^---\r?\n([\s\S]*?)^---/m.exec(text) ?? [];
  if (head === undefined || /^module\s*:/m.test(head)) return [];
  const lines = head.split("\n").length;
  const at = { line: lines, character: 0 };
  const edits = [{ range: { start: at, end: at }, newText: `module: ${path}\n` }];
  return [{ uri, basis: "", edits }];
}
