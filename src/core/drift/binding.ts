import { classKey } from "../evaluation/classes";
import type { ClassV } from "../evaluation/value";
import { frontMatterText } from "../markdown/frontMatter";
import type { CodeBase } from "../project/codeBase";
import { isTestPath } from "../project/testPaths";
import type { SpecDocument } from "../spec/document/specDocument";

/** What the front matter of a spec names as the code that it is about; `undefined` where it names none. */
export function moduleOf({ markdown }: SpecDocument): string | undefined {
  return frontMatterText(markdown.frontMatter, "module")?.trim() || undefined;
}

/**
 * The path of the code that a name means, as `readFacts` takes it; `undefined` where there is no such code, or more than one.
 * A name is a folder, a file, `file.py:Class`, the same with dots as Python imports it, or a class.
 */
export function boundPath(name: string, code: CodeBase): string | undefined {
  const given = name.replace(/^\.?\//, "").replace(/\/+$/, "");
  const [, file = given, named] = /^(.+?):([\p{L}_][\p{L}\p{N}_]*)$/u.exec(given) ?? [];
  const suffix = named === undefined ? "" : `:${named}`;
  if (isCode(file, code)) return file + suffix;
  const path = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(file) ? pathOfModule(file, code) : undefined;
  if (path !== undefined) return path + suffix;
  if (named !== undefined || !/^\p{Lu}[\p{L}\p{N}_]*$/u.test(given)) return undefined;
  const [of, ...others] = classesNamed(given, code);
  return of === undefined || others.length > 0 ? undefined : `${of.path}:${of.name}`;
}

function isCode(path: string, code: CodeBase): boolean {
  return code.paths.some((one) => one === path || one.startsWith(`${path}/`));
}

/** `app.users.service`: a module's file, or a package's folder. */
function pathOfModule(name: string, code: CodeBase): string | undefined {
  const found = code.paths.filter((one) => code.nameOf(one).name === name);
  const [path] = found;
  if (path === undefined || found.length > 1) return undefined;
  return code.nameOf(path).isPackage ? path.replace(/\/__init__\.py$/, "") : path;
}

/** The classes of a code base that have a name, tests left out. */
export function classesNamed(name: string, code: CodeBase): readonly ClassV[] {
  const found = new Map<string, ClassV>();
  for (const path of code.paths) {
    if (isTestPath(path)) continue;
    const of = code.run(path).definitions.get(`class ${name}`);
    if (of?.kind === "class") found.set(classKey(of), of);
  }
  return [...found.values()];
}
