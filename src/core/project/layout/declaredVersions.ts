import { packageName, type VersionBound } from "./versionNumbers";

/** The packages whose versions rules ask for; `python` is the language itself. */
export const versionedPackages = [
  "python",
  "fastapi",
  "starlette",
  "sqlalchemy",
  "sqlmodel",
  "pydantic",
  "pydantic-settings",
  "celery",
  "dramatiq",
  "arq",
  "taskiq",
] as const;
export type VersionedPackage = (typeof versionedPackages)[number];

/** What one file says about the version of one package. */
export interface DeclaredVersion extends VersionBound {
  readonly name: VersionedPackage;
  /** Whether a tool wrote it down as what is installed, rather than a person as what is wanted. */
  readonly isLocked: boolean;
  /** The line it stands in, the first being 0; `undefined` where it was not found. */
  readonly line: number | undefined;
}

/** All that one file says. */
export interface VersionFile {
  readonly declared: readonly DeclaredVersion[];
  /** Other requirements files that it takes in, as it names them. */
  readonly includes: readonly string[];
}

const wanted: ReadonlySet<string> = new Set(versionedPackages);

/** Whether a package, by its name in PEP 503's form, is one that rules ask for. */
export function isVersioned(name: string): name is VersionedPackage {
  return wanted.has(name);
}

/** Collects what a file says, and finds the lines. */
export class Declarations {
  readonly declared: DeclaredVersion[] = [];
  readonly includes: string[] = [];
  private readonly lines: readonly string[];

  constructor(text: string) {
    this.lines = text.split(/\r\n|\r|\n/);
  }

  /** Notes a version of a package in any spelling of its name, unless no rule asks for it. */
  add(name: string, bound: VersionBound, isLocked: boolean, line: number | undefined): void {
    const normal = packageName(name);
    if (isVersioned(normal)) this.declared.push({ name: normal, ...bound, isLocked, line });
  }

  /** The first line that matches, from a line on. */
  lineOf(pattern: RegExp, from = 0): number | undefined {
    for (let line = from; line < this.lines.length; line++) {
      if (pattern.test(this.lines[line] ?? "")) return line;
    }
    return undefined;
  }

  /** The line in which a package is named first, in any spelling: after a quote or at the line's start. */
  lineOfName(name: string, from = 0): number | undefined {
    const spelling = name.split(/[-_.]+/).join("[-_.]+");
    return this.lineOf(new RegExp(`(?:^\\s*|["'])${spelling}(?![\\w.-])`, "i"), from);
  }
}
