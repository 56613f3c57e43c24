/** How Python would import a file. */
export interface ModuleName {
  /** Dotted, from the source root on. */
  readonly name: string;
  /** Whether the file is an `__init__.py`. */
  readonly isPackage: boolean;
}

/**
 * The module name of a file.
 * @param path the file's path relative to its source root, with forward slashes.
 */
export function moduleNameOf(path: string): ModuleName {
  const parts = path.replace(/\.pyi?$/, "").split("/");
  const isPackage = parts.at(-1) === "__init__";
  return { name: (isPackage ? parts.slice(0, -1) : parts).join("."), isPackage };
}
