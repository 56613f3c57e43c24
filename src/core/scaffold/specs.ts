import { fingerprint } from "../edits/fingerprint";
import type { FileEdit, TextEdit } from "../edits/plan";
import { frontMatterText } from "../markdown/frontMatter";
import type { FileSystem } from "../ports";
import { joinUri } from "../project/paths";
import { isMarkdown } from "../project/specFiles";
import { type SpecDocument, SpecReader } from "../spec/document/specDocument";
import { loadFormats } from "../spec/formats/loadFormats";
import type { AddedData } from "./data/addedData";
import type { FieldData } from "./data/fieldData";
import type { ModuleData } from "./data/moduleData";
import { modulePlaces } from "./data/places";
import type { ProjectData } from "./data/projectData";
import { insertion } from "./merge/insertions";
import { readText } from "./register/register";
import type { ScaffoldHost } from "./scaffoldModule";

/** The edits that give the specs of a module, if there are any, the fields that it gets. @param root of the project */
export async function specEdits(
  root: string,
  project: ProjectData,
  module: ModuleData,
  added: AddedData,
  { fileSystem, parser }: Pick<ScaffoldHost, "fileSystem" | "parser">,
): Promise<FileEdit[]> {
  const found: FileEdit[] = [];
  const formats = await loadFormats(root, fileSystem);
  const reader = new SpecReader((python) => parser.read(python));
  for (const path of await documentsIn(root, "", fileSystem)) {
    const uri = joinUri(root, path);
    const text = await readText(uri, fileSystem);
    if (text?.includes(module.className) !== true) continue;
    const spec = reader.read(text, formats.formats);
    if (spec === undefined || !isAbout(spec, project, module)) continue;
    const edits = addedFields(spec, module, added);
    if (edits.length > 0) found.push({ uri, basis: fingerprint(text), edits });
  }
  return found;
}

/** The Markdown of a project, without what tools keep. */
async function documentsIn(
  root: string,
  folder: string,
  fileSystem: FileSystem,
): Promise<string[]> {
  const entries = await fileSystem.readDirectory(folder === "" ? root : joinUri(root, folder));
  const found = await Promise.all(
    entries.map(async ({ name, kind, symbolicLink }) => {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "file") return isMarkdown(name) ? [path] : [];
      const isOwn = kind === "folder" && !symbolicLink && !/^(?:\.|node_modules$|venv$)/.test(name);
      return isOwn ? await documentsIn(root, path, fileSystem) : [];
    }),
  );
  return found.flat().sort();
}

/** Whether a spec's front matter names the module's folder, one of its files, or its model or service. */
function isAbout({ markdown }: SpecDocument, project: ProjectData, module: ModuleData): boolean {
  const name = frontMatterText(markdown.frontMatter, "module")?.trim() ?? "";
  const [file = "", inner] = name.replace(/^\.?\//, "").split(":");
  const classes = [module.className, `${module.className}Service`];
  if (classes.includes(inner ?? file)) return true;
  const path = file.replace(/\.py$/, "").replace(/\/+$/, "").replaceAll(".", "/");
  const places = Object.values(modulePlaces(project, module));
  const folder = project.profile === "modular" ? [`${project.package}/modules/${module.name}`] : [];
  return [...places, ...folder].includes(path);
}

/** The lines that the classes of a spec get, each behind the last field that the model has, too. */
function addedFields(spec: SpecDocument, module: ModuleData, { fields }: AddedData): TextEdit[] {
  const known = new Set(module.fields.map(({ name }) => name));
  return spec.pythonIn("data-models").flatMap(({ classes }) =>
    classes.flatMap((of): TextEdit[] => {
      const text = lineOf[of.name.slice(module.className.length)];
      const last = of.fields.findLast(({ name }) => known.has(name)) ?? of.fields.at(-1);
      if (!of.name.startsWith(module.className) || text === undefined || !last) return [];
      const missing = fields.filter(({ name }) => !of.fields.some((one) => one.name === name));
      const lines = missing.flatMap((field) => text(field) ?? []);
      const newText = lines.map((line) => `${last.lines.indent}${line}\n`).join("");
      return newText === "" ? [] : [insertion(last.lines.last + 1, newText)];
    }),
  );
}

/** A field as the classes of a module have it, by what their names end in. */
const lineOf: Readonly<Record<string, (field: FieldData) => string | undefined>> = {
  "": ({ name, mapped }) => `${name}: ${mapped}`,
  Create: ({ name, create, isVersion }) => (isVersion ? undefined : `${name}: ${create}`),
  Update: ({ name, update, isVersion }) => (isVersion ? `${name}: Int32` : `${name}: ${update}`),
  Query: ({ name, filter, isFilter }) => (isFilter ? `${name}: ${filter} = None` : undefined),
  Read: ({ name, read }) => `${name}: ${read}`,
};
