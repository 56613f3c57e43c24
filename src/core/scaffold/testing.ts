import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { testParser } from "../python/testing";
import { MemoryFileSystem } from "../testing/memoryFileSystem";
import type { EndpointMethod } from "./data/endpointData";
import type { ProjectData, Queue } from "./data/projectData";
import type { Scaffold } from "./landFiles";
import type { Templates } from "./render";
import { scaffoldEndpoint } from "./scaffoldEndpoint";
import { scaffoldField } from "./scaffoldField";
import { type ScaffoldProblem, scaffoldModule } from "./scaffoldModule";
import { scaffoldProject } from "./scaffoldProject";

const folder = join(import.meta.dirname, "../../../templates");

/** The templates that the product brings. */
export const templates: Templates = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".liquid"))
    .map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]),
);

export const root = "file:///project";

/** A project in memory that was scaffolded. */
export async function scaffoldedProject(
  queue: Queue = "none",
  profile: ProjectData["profile"] = "modular",
): Promise<MemoryFileSystem> {
  const files = new MemoryFileSystem();
  const request = { name: "shop", profile, queue, root };
  const scaffold = await scaffoldProject(request, templates, files);
  if ("problem" in scaffold) throw new Error(scaffold.problem);
  await applyPlan(scaffold, files);
  return files;
}

/** Scaffolds a module into a project in memory, and applies it where nothing is wrong. */
export async function addModule(
  files: MemoryFileSystem,
  name: string,
  ...fields: string[]
): Promise<Scaffold | ScaffoldProblem> {
  const host = { templates, fileSystem: files, parser: await testParser() };
  const scaffold = await scaffoldModule({ name, fields, root }, host);
  if ("plan" in scaffold) await applyPlan(scaffold, files);
  return scaffold;
}

/** Adds fields to a module of a project in memory, and applies it where nothing is wrong. */
export async function addField(
  files: MemoryFileSystem,
  module: string,
  ...fields: string[]
): Promise<Scaffold | ScaffoldProblem> {
  const host = { templates, fileSystem: files, parser: await testParser() };
  const scaffold = await scaffoldField({ module, fields, root }, host);
  if ("plan" in scaffold) await applyPlan(scaffold, files);
  return scaffold;
}

/** Adds an endpoint to a module of a project in memory, and applies it where nothing is wrong. */
export async function addEndpoint(
  files: MemoryFileSystem,
  module: string,
  method: EndpointMethod,
  path: string,
): ReturnType<typeof scaffoldEndpoint> {
  const host = { templates, fileSystem: files, parser: await testParser() };
  const scaffold = await scaffoldEndpoint({ module, method, path, root }, host);
  if ("plan" in scaffold) await applyPlan(scaffold, files);
  return scaffold;
}

/** A file's text. */
export async function textOf(files: MemoryFileSystem, path: string): Promise<string> {
  return new TextDecoder().decode(await files.readFile(`${root}/${path}`));
}

/** Applies a scaffold to files in memory. */
export async function applyPlan({ plan }: Scaffold, files: MemoryFileSystem): Promise<void> {
  for (const { uri, content } of plan.creations) files.write(uri, content);
  for (const { uri, edits } of plan.edits) {
    const lines = new TextDecoder().decode(await files.readFile(uri)).split("\n");
    // From the end on, so that positions hold; of two at one place the first one goes first.
    for (const { range, newText } of [...edits].reverse()) {
      const head = (lines[range.start.line] ?? "").slice(0, range.start.character);
      const rest = (lines[range.end.line] ?? "").slice(range.end.character);
      const between = `${head}${newText}${rest}`.split("\n");
      lines.splice(range.start.line, range.end.line - range.start.line + 1, ...between);
    }
    files.write(uri, lines.join("\n"));
  }
}
