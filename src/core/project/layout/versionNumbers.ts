/** What a requirement says about a version. */
export interface VersionBound {
  /** The only version it allows. */
  readonly exact?: string | undefined;
  /** The lowest version it allows, or the one it begins above. */
  readonly minimum?: string | undefined;
}

/**
 * Orders two versions by their release numbers, as PEP 440 does; a pre-release comes before its release. What is no
 * number counts as 0.
 * @returns less than 0, 0 or more than 0.
 */
export function compareVersions(left: string, right: string): number {
  const a = releaseOf(left);
  const b = releaseOf(right);
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(isPreRelease(right)) - Number(isPreRelease(left));
}

function releaseOf(version: string): number[] {
  const [, release = ""] = /^v?(?:\d+!)?(\d+(?:\.\d+)*)/.exec(version.trim()) ?? [];
  return release.split(".").map(Number);
}

function isPreRelease(version: string): boolean {
  return /\d[._-]?(?:a|b|c|rc|alpha|beta|pre|preview|dev)[._-]?\d*$/i.test(
    version.split("+")[0] ?? "",
  );
}

/** The lowest of some versions. */
export function lowest(versions: readonly (string | undefined)[]): string | undefined {
  let best: string | undefined;
  for (const version of versions) {
    if (version === undefined) continue;
    if (best === undefined || compareVersions(version, best) < 0) best = version;
  }
  return best;
}

const clause = /^(===|==|~=|>=|<=|!=|>|<|\^|~|=)?\s*v?(\d+(?:\.\d+)*[\w.+-]*?)(\.\*)?$/;

/**
 * Reads a version range: PEP 440 (`>=1.2,<2`) and Poetry's own (`^1.2`, `~1.2`, `1.*`, `^1 || ^2`); a bare `1.2` is that version.
 */
export function parseVersionRange(range: string): VersionBound {
  const choices = range.split(/\s*\|\|?\s*/).map(parseClauses);
  const [only] = choices;
  if (choices.length === 1 && only !== undefined) return only;
  const minima = choices.map(({ exact, minimum }) => minimum ?? exact);
  return minima.includes(undefined) ? {} : { minimum: lowest(minima) };
}

function parseClauses(clauses: string): VersionBound {
  let exact: string | undefined;
  let minimum: string | undefined;
  for (const part of clauses.split(/\s*,\s*|\s+(?=[<>=!~^])/)) {
    const [, operator = "==", version, wildcard] = clause.exec(part.trim()) ?? [];
    if (version === undefined || operator.startsWith("<") || operator === "!=") continue;
    // Of `^0.0.8` Poetry takes no other version either.
    const isOnly = operator === "^" && /^0\.0\.\d+$/.test(version);
    if ((operator.startsWith("=") && wildcard === undefined) || isOnly) exact = version;
    else if (minimum === undefined || compareVersions(version, minimum) > 0) minimum = version;
  }
  return exact === undefined ? { minimum } : { exact };
}

/** A requirement of PEP 508: `fastapi[all]>=0.110; python_version > "3.8"`. */
export interface Requirement extends VersionBound {
  readonly name: string;
}

/** Reads one requirement; `undefined` for what is none. A place instead of a version (`@ https://…`) has no bounds. */
export function parseRequirement(text: string): Requirement | undefined {
  const [, name, rest = ""] =
    /^\s*([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*([^;#]*)/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const range = rest
    .replace(/\s--\w.*$/, "")
    .trim()
    .replace(/^\((.*)\)$/, "$1");
  if (range !== "" && !/^[<>=!~]/.test(range)) {
    return range.startsWith("@") ? { name: packageName(name) } : undefined;
  }
  return { name: packageName(name), ...parseVersionRange(range) };
}

/** A package's name as PEP 503 writes it: `Pydantic_Settings` is `pydantic-settings`. */
export function packageName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}
