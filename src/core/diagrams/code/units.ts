import { backendsOf } from "../../detection/backends";
import { layoutOf } from "../../detection/profile";
import { backend } from "../../frameworks/backend";
import { isAside } from "../../frameworks/sqlalchemy/aside";
import type { CodeBase } from "../../project/codeBase";
import { folderOf } from "../../project/paths";

/** A part of the backend as diagrams of the whole show it: a module, or a folder of what no module holds. */
export interface Unit {
  readonly name: string;
  /** Its folder, or its file. */
  readonly path: string;
  /** Sorted. */
  readonly files: readonly string[];
  readonly isModule: boolean;
}

interface Draft {
  name: string;
  path: string;
  files: string[];
  isModule: boolean;
}

/** The most parts that one picture shows; above it folders stand for those in them. */
const mostUnits = 60;

/** The parts of all backends of a project, by the files that they hold; tests and migrations are in none. */
export function unitsOf(code: CodeBase): ReadonlyMap<string, Unit> {
  return code.queries.get("units of diagrams", () => unitsNow(code));
}

function unitsNow(code: CodeBase): ReadonlyMap<string, Unit> {
  const backends = backendsOf(code);
  const modules = backends.flatMap((one) => layoutOf(one, code).modules);
  const found = new Map<string, Draft>();
  for (const run of backend.runs(code)) {
    const { path } = run;
    if (isAside(run)) continue;
    const module = modules.find(
      (one) => one.files.includes(path) || path.startsWith(`${one.path}/`),
    );
    const folder = folderOf(path);
    const root = backends.find(({ folder: own }) => path.startsWith(`${own}/`))?.folder ?? "";
    const name =
      module?.name ??
      (folder === root ? lastPart(path) : folder.slice(root === "" ? 0 : root.length + 1));
    const at = module?.path ?? (folder === root ? path : folder);
    const unit = found.get(at) ?? { name, path: at, files: [], isModule: module !== undefined };
    unit.files.push(path);
    found.set(at, unit);
  }
  const byFile = new Map<string, Unit>();
  for (const unit of fewer([...found.values()]).sort((a, b) => (a.path < b.path ? -1 : 1))) {
    unit.files.sort();
    for (const file of unit.files) byFile.set(file, unit);
  }
  return byFile;
}

/** As many parts as one picture shows: folders take in those below them, the deepest first. */
function fewer(units: Draft[]): Draft[] {
  let kept = units;
  for (let depth = 5; depth > 0 && kept.length > mostUnits; depth--) {
    const merged = new Map<string, Draft>();
    for (const unit of units) {
      const name = unit.name.split("/").slice(0, depth).join("/");
      const key = unit.isModule ? unit.path : name;
      const known = merged.get(key);
      if (known === undefined) merged.set(key, { ...unit, name, files: [...unit.files] });
      else known.files.push(...unit.files);
    }
    kept = [...merged.values()];
  }
  return kept;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.py$/, "");
}
