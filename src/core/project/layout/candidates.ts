import { below, type FileTree } from "./fileTree";
import { isWellKnownModule } from "./wellKnownModules";

/** One file that a name can mean, if imports start from a root; how many imports may mean it. */
export interface Candidate {
  readonly path: string;
  readonly root: string;
  near: number;
  far: number;
}

/** What a name can mean, by root. */
export type Candidates = ReadonlyMap<string, Candidate>;

const none: Candidates = new Map();

/** Finds what names can mean. Folders are looked up once for all names that begin alike. */
export class CandidateFinder {
  private readonly rootsByPrefix = new Map<string, readonly string[]>();

  constructor(private readonly tree: FileTree) {}

  /** What an absolute dotted name can mean; the counts start at 0. */
  candidatesOf(name: string): Candidates {
    const dot = name.lastIndexOf(".");
    const roots = dot < 0 ? this.rootsOf(name) : this.rootsWithFolder(name.slice(0, dot));
    if (roots.length === 0 || (dot < 0 && isWellKnownModule(name))) return none;
    const rest = name.replaceAll(".", "/");
    const candidates = new Map<string, Candidate>();
    for (const root of roots) {
      const path = this.tree.fileAt(below(root, rest));
      if (path !== undefined) candidates.set(root, { path, root, near: 0, far: 0 });
    }
    return candidates.size === 0 ? none : candidates;
  }

  /** The folders that have a folder of a dotted name in them. */
  private rootsWithFolder(prefix: string): readonly string[] {
    let roots = this.rootsByPrefix.get(prefix);
    if (roots === undefined) {
      const dot = prefix.lastIndexOf(".");
      const wider = dot < 0 ? this.rootsOf(prefix) : this.rootsWithFolder(prefix.slice(0, dot));
      const rest = prefix.replaceAll(".", "/");
      roots = wider.filter((root) => this.tree.hasFolder(below(root, rest)));
      this.rootsByPrefix.set(prefix, roots);
    }
    return roots;
  }

  /** The folders that have a module or folder of a name in them and that imports of it may start from. */
  private rootsOf(first: string): readonly string[] {
    const roots = [...this.tree.parentsOf(first)];
    if (!isWellKnownModule(first)) return roots;
    // `extensions/sqlalchemy/types.py` in a package is not the `sqlalchemy.types` that is installed.
    return roots.filter((root) => !this.tree.isPackage(root));
  }
}
