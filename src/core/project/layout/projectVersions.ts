import { arrayOf, recordOf, textOf } from "./data";
import type { Declarations } from "./declaredVersions";
import { parseRequirement, parseVersionRange } from "./versionNumbers";

/** `pyproject.toml`: PEP 621, dependency groups (PEP 735), uv's and PDM's development dependencies, Poetry's tables. */
export function readPyproject(data: unknown, to: Declarations): void {
  const file = recordOf(data);
  const project = recordOf(file.project);
  const tool = recordOf(file.tool);
  const python = textOf(project["requires-python"]);
  if (python !== undefined) {
    to.add("python", parseVersionRange(python), false, to.lineOf(/^\s*requires-python\b/));
  }
  readRequirements(project.dependencies, to);
  for (const group of Object.values(recordOf(project["optional-dependencies"]))) {
    readRequirements(group, to);
  }
  for (const group of Object.values(recordOf(file["dependency-groups"]))) {
    readRequirements(group, to);
  }
  readRequirements(recordOf(tool.uv)["dev-dependencies"], to);
  for (const group of Object.values(recordOf(recordOf(tool.pdm)["dev-dependencies"]))) {
    readRequirements(group, to);
  }
  readPoetry(recordOf(tool.poetry), to);
}

/** `Pipfile`: tables like Poetry's. */
export function readPipfile(data: unknown, to: Declarations): void {
  const file = recordOf(data);
  const requires = recordOf(file.requires);
  const python = textOf(requires.python_full_version) ?? textOf(requires.python_version);
  if (python !== undefined) {
    to.add("python", parseVersionRange(python), false, to.lineOf(/^\s*python_(?:full_)?version/));
  }
  const start = to.lineOf(/^\s*\[(?:dev-)?packages\]/) ?? 0;
  for (const section of ["packages", "dev-packages"]) readTable(file[section], to, start);
}

function readPoetry(poetry: Readonly<Record<string, unknown>>, to: Declarations): void {
  const start = to.lineOf(/^\s*\[tool\.poetry\.(?:group\.[\w-]+\.|dev-)?dependencies/) ?? 0;
  readTable(poetry.dependencies, to, start);
  readTable(poetry["dev-dependencies"], to, start);
  for (const group of Object.values(recordOf(poetry.group))) {
    readTable(recordOf(group).dependencies, to, start);
  }
}

/** A list of requirements; a group that takes in another one is a table and left out. */
function readRequirements(list: unknown, to: Declarations): void {
  for (const item of arrayOf(list)) {
    const requirement = typeof item === "string" ? parseRequirement(item) : undefined;
    if (requirement === undefined || requirement.name === "python") continue;
    to.add(requirement.name, requirement, false, to.lineOfName(requirement.name));
  }
}

/** `name = "^1.2"`, `name = { version = "^1.2" }`, or a list of such tables. */
function readTable(table: unknown, to: Declarations, start: number): void {
  for (const [name, value] of Object.entries(recordOf(table))) {
    for (const item of Array.isArray(value) ? arrayOf(value) : [value]) {
      const range = textOf(item) ?? textOf(recordOf(item).version) ?? "";
      to.add(name, parseVersionRange(range), false, to.lineOfName(name, start));
    }
  }
}
