import { parse as parseToml } from "smol-toml";
import { folderOf } from "../paths";
import { Declarations, type VersionFile } from "./declaredVersions";
import { baseName } from "./fileTree";
import { readPipfileLock, readTomlLock } from "./lockVersions";
import { readPipfile, readPyproject } from "./projectVersions";
import {
  readPythonVersion,
  readRequirementsFile,
  readSetupCfg,
  readSetupPy,
} from "./requirementVersions";

type Reader = (text: string, to: Declarations) => void;

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["uv.lock", (text, to) => readTomlLock(parseToml(text), to)],
  ["poetry.lock", (text, to) => readTomlLock(parseToml(text), to)],
  ["pdm.lock", (text, to) => readTomlLock(parseToml(text), to)],
  ["Pipfile.lock", (text, to) => readPipfileLock(JSON.parse(text), to)],
  ["pyproject.toml", (text, to) => readPyproject(parseToml(text), to)],
  ["Pipfile", (text, to) => readPipfile(parseToml(text), to)],
  ["setup.cfg", readSetupCfg],
  ["setup.py", readSetupPy],
  [".python-version", readPythonVersion],
  // They say nothing about versions, but how code is formatted.
  ["ruff.toml", () => undefined],
  [".ruff.toml", () => undefined],
]);

/** Globs of the files that `isVersionFile` knows: what an editor has to watch. */
export const versionFileGlobs: readonly string[] = [
  `**/{${[...readers.keys()].join(",")}}`,
  "**/*{requirements,constraints}*.{txt,in}",
  "**/{requirements,reqs}/*.{txt,in}",
];

/** Whether versions are read from a file: what a search for files has to ask for. */
export function isVersionFile(path: string): boolean {
  return readerOf(path) !== undefined;
}

/**
 * What a file says about versions; nothing where it is damaged or of another kind. Never throws. Any `.txt` is read as
 * requirements: `-r` may name one that `isVersionFile` does not know.
 */
export function readVersionFile(path: string, text: string): VersionFile {
  const to = new Declarations(text);
  try {
    const reader = readerOf(path) ?? (path.endsWith(".txt") ? readRequirementsFile : undefined);
    reader?.(text.replace(/^\ufeff/, ""), to);
  } catch {
    // A file that its own tool could not read, either: what it says is unknown.
    return { declared: [], includes: [] };
  }
  return { declared: to.declared, includes: to.includes };
}

/** The folder that a file speaks for: its own, or for `requirements/base.txt` the one above. */
export function folderOfVersionFile(path: string): string {
  const folder = folderOf(path);
  return isRequirementsFolder(folder) ? folderOf(folder) : folder;
}

function readerOf(path: string): Reader | undefined {
  const name = baseName(path);
  const known = readers.get(name);
  if (known !== undefined) return known;
  if (!/\.(?:txt|in)$/.test(name)) return undefined;
  const isRequirements = /requirements|constraints/i.test(name);
  return isRequirements || isRequirementsFolder(folderOf(path)) ? readRequirementsFile : undefined;
}

function isRequirementsFolder(folder: string): boolean {
  return /^(?:requirements|reqs)$/i.test(baseName(folder));
}
