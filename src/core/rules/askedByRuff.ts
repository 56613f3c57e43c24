import type { CodeBase } from "../project/codeBase";
import { extendedBy, ruffSettings, type Table } from "../project/layout/ruffSettings";
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
    for (const name of fileNames) {
      const file = folder === "" ? name : `${folder}/${name}`;
      const chain = settingsOf(file, code.toolFiles());
      if (chain.length === 0) continue;
      return new Map(
        [...ruffOverlap(chain)].map(([rule, asking]) => [rule, { code: asking, file }]),
      );
    }
    return folder === "" ? new Map() : askedInFolder(folderOf(folder), code);
  });
}

/** Ruff's settings of a file, after those that they extend; none where it has none. */
function settingsOf(file: string, texts: ReadonlyMap<string, string>): readonly Table[] {
  const chain = new Map<string, Table>();
  for (let path: string | undefined = file; path !== undefined && !chain.has(path); ) {
    const text: string | undefined = texts.get(path);
    const settings: Table | undefined = text === undefined ? undefined : ruffSettings(path, text);
    if (settings === undefined) break;
    chain.set(path, settings);
    path = extendedBy(path, settings);
  }
  return [...chain.values()].reverse();
}
