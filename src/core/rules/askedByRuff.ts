import type { CodeBase } from "../project/codeBase";
import { folderOf } from "../project/paths";
import { ruffOverlap } from "./ruffOverlap";

/** A rule of ruff's that is enabled, and the file that enables it. */
export interface RuffRule {
  readonly code: string;
  readonly file: string;
}

/** The names ruff looks for in a folder, the strongest first (https://docs.astral.sh/ruff/configuration/). */
const fileNames = [".ruff.toml", "ruff.toml", "pyproject.toml"] as const;

/** Our rules whose question ruff asks of a file already, by the nearest settings of ruff's above it. */
export function askedByRuff(path: string, code: CodeBase): ReadonlyMap<string, RuffRule> {
  return askedInFolder(folderOf(path), code);
}

function askedInFolder(folder: string, code: CodeBase): ReadonlyMap<string, RuffRule> {
  return code.queries.get(`asked by ruff in ${folder}`, () => {
    const texts = code.toolFiles();
    for (const name of fileNames) {
      const file = folder === "" ? name : `${folder}/${name}`;
      const text = texts.get(file);
      const asked = text === undefined ? undefined : ruffOverlap(file, text);
      if (asked === undefined) continue;
      return new Map([...asked].map(([rule, ruff]) => [rule, { code: ruff, file }]));
    }
    return folder === "" ? new Map() : askedInFolder(folderOf(folder), code);
  });
}
