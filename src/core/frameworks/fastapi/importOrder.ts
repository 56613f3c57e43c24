import type { Effect } from "../../evaluation/evaluator";
import { externalName, textOf } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isTestPath } from "../../project/testPaths";

/** What importing modules does, in the order in which Python does it: a module runs when it is first imported. */
export class ImportOrder {
  readonly effects: Effect[] = [];
  readonly visited = new Set<string>();

  constructor(private readonly code: CodeBase) {}

  /** Imports a module. */
  visit(path: string): void {
    if (this.visited.has(path)) return;
    this.visited.add(path);
    this.follow(this.code.run(path).effects);
  }

  /** Follows the imports among what running some code does. */
  follow(effects: readonly Effect[]): void {
    for (const effect of effects) {
      const { path } = effect.call.place;
      const imported = importsOf(path, this.code).get(effect) ?? importedPaths(effect, this.code);
      if (imported === undefined) this.effects.push(effect);
      else for (const one of imported) this.visit(one);
    }
  }
}

/** The imports among what running a module does, each with the modules of the project that it runs. */
export function importsOf(path: string, code: CodeBase): ReadonlyMap<Effect, readonly string[]> {
  return code.queries.get(`imports ${path}`, () => {
    const found = new Map<Effect, readonly string[]>();
    for (const effect of code.run(path).effects) {
      const imported = importedPaths(effect, code);
      if (imported !== undefined) found.set(effect, imported);
    }
    return found;
  });
}

/** The modules that an import runs; of one whose name is computed those beside and below it. */
function importedPaths({ call }: Effect, code: CodeBase): readonly string[] | undefined {
  if (externalName(call.func) !== "builtins.__import__") return undefined;
  const from = call.place.path;
  const name = textOf(call.args[0]);
  if (name === undefined) return neighbours(from, code);
  const names = call.args[1]?.kind === "list" ? call.args[1].items.map(textOf) : [];
  const parts = name.split(".");
  const parents = parts.map((_, index) => parts.slice(0, index + 1).join("."));
  const below = names.map((one) => `${name}.${one}`);
  return [...parents, ...below].flatMap((one) => code.resolve(one, from) ?? []);
}

function neighbours(from: string, code: CodeBase): readonly string[] {
  const folder = from.slice(0, from.lastIndexOf("/") + 1);
  return code.paths.filter((path) => path.startsWith(folder) && !isTestPath(path));
}
