import { parse as parseToml } from "smol-toml";
import type { CodeBase } from "../project/codeBase";
import { folderOf } from "../project/paths";
import type { Backend } from "./backends";
import { type Answer, detected, isSameAnswer, undetected } from "./detected";

/** What a backend is installed and formatted with. */
export interface Tools {
  readonly packageManager: Answer<"uv" | "poetry" | "pdm" | "pipenv" | "pip">;
  /** The longest line that the formatter leaves. */
  readonly lineLength: Answer<number>;
}

/** The tools of a backend, from the files in its folder and above; the nearest that says something. */
export function toolsOf(backend: Backend, code: CodeBase): Tools {
  return code.queries.get(
    `detected tools ${backend.folder}`,
    () => toolsNow(backend, code),
    isSameAnswer,
  );
}

function toolsNow(backend: Backend, code: CodeBase): Tools {
  const files = code.toolFiles();
  let packageManager: Tools["packageManager"] = undetected(
    "no lock or requirements file is near it",
  );
  let lineLength: Tools["lineLength"] = undetected("neither ruff nor black is given one");
  for (let folder = backend.folder; ; folder = folderOf(folder)) {
    const here = (name: string): string => (folder === "" ? name : `${folder}/${name}`);
    if (packageManager.value === undefined) {
      packageManager = managerIn(files, here) ?? packageManager;
    }
    if (lineLength.value === undefined) lineLength = lengthIn(files, here) ?? lineLength;
    if (folder === "") return { packageManager, lineLength };
  }
}

type Files = ReadonlyMap<string, string>;

function managerIn(
  files: Files,
  here: (name: string) => string,
): Tools["packageManager"] | undefined {
  const locks = [
    ["uv.lock", "uv"],
    ["poetry.lock", "poetry"],
    ["pdm.lock", "pdm"],
    ["Pipfile.lock", "pipenv"],
    ["Pipfile", "pipenv"],
  ] as const;
  for (const [file, manager] of locks) {
    if (files.has(here(file))) return detected(manager, `there is ${here(file)}`);
  }
  const project = here("pyproject.toml");
  const tool = tableAt(files.get(project), "tool");
  for (const manager of ["uv", "poetry", "pdm"] as const) {
    if (tool?.[manager] !== undefined) return detected(manager, `${project} has [tool.${manager}]`);
  }
  const requirements = [...files.keys()].find(
    (path) =>
      path.startsWith(here("")) &&
      /^requirements[^/]*(?:\/[^/]+)?\.txt$/.test(path.slice(here("").length)),
  );
  return requirements === undefined ? undefined : detected("pip", `there is ${requirements}`);
}

function lengthIn(files: Files, here: (name: string) => string): Answer<number> | undefined {
  for (const name of ["ruff.toml", ".ruff.toml"]) {
    const given = tableAt(files.get(here(name)))?.["line-length"];
    if (typeof given === "number") return detected(given, `line-length in ${here(name)}`);
  }
  const project = here("pyproject.toml");
  const tool = tableAt(files.get(project), "tool");
  for (const name of ["ruff", "black"]) {
    const given = asTable(tool?.[name])?.["line-length"];
    if (typeof given === "number")
      return detected(given, `line-length of [tool.${name}] in ${project}`);
  }
  return undefined;
}

type Table = Readonly<Record<string, unknown>>;

/** A TOML text, or a table at its top; `undefined` where it is damaged or missing. */
function tableAt(text: string | undefined, key?: string): Table | undefined {
  if (text === undefined) return undefined;
  try {
    const all = parseToml(text);
    return key === undefined ? all : asTable(all[key]);
  } catch {
    return undefined;
  }
}

function asTable(value: unknown): Table | undefined {
  // A TOML table is a plain object.
  return typeof value === "object" && value !== null ? (value as Table) : undefined;
}
