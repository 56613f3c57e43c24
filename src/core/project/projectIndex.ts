import type { ClassFact, FunctionFact, ModuleFacts } from "./moduleFacts";

/**
 * The facts of all files of a project, and what follows from them together. Names that lead out of the project are
 * returned as they are; what cannot be known is `undefined`.
 */
export class ProjectIndex {
  private readonly modules = new Map<string, ModuleFacts>();
  private readonly files = new Map<string, string>();
  private readonly classes = new Map<string, ClassFact>();
  private readonly functions = new Map<string, FunctionFact>();
  private readonly aliases = new Map<string, string>();
  private derived = new Map<unknown, unknown>();
  private canonicalNames = new Map<string, string>();

  /**
   * Takes the facts of a file, in place of those it had.
   * @param alias another name the module can be imported by: its path from the project's folder.
   */
  set(uri: string, facts: ModuleFacts, alias: string): void {
    const module = this.files.get(uri);
    const before = module === undefined ? undefined : this.modules.get(module);
    // Most keystrokes change nothing that other files can see: then what was derived still holds.
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(facts)) return;
    this.delete(uri);
    this.files.set(uri, facts.module);
    this.modules.set(facts.module, facts);
    for (const fact of facts.classes) this.classes.set(fact.name, fact);
    for (const fact of facts.functions) this.functions.set(fact.name, fact);
    if (alias !== facts.module) this.aliases.set(alias, facts.module);
    this.forgetDerived();
  }

  /** Forgets a file. */
  delete(uri: string): void {
    const module = this.files.get(uri);
    const facts = module === undefined ? undefined : this.modules.get(module);
    this.files.delete(uri);
    if (facts === undefined) return;
    this.modules.delete(facts.module);
    for (const fact of facts.classes) this.classes.delete(fact.name);
    for (const fact of facts.functions) this.functions.delete(fact.name);
    this.forgetDerived();
  }

  /** Every module. */
  all(): IterableIterator<ModuleFacts> {
    return this.modules.values();
  }

  /** Computes something from all facts once, until a file changes. */
  derive<T>(question: (index: ProjectIndex) => T): T {
    if (!this.derived.has(question)) this.derived.set(question, question(this));
    return this.derived.get(question) as T; // Stored under its own question, hence of its type.
  }

  /** The name under which something is defined: follows imports from module to module. */
  canonical(name: string): string {
    let known = this.canonicalNames.get(name);
    if (known === undefined) {
      known = this.followImports(name);
      this.canonicalNames.set(name, known);
    }
    return known;
  }

  private forgetDerived(): void {
    this.derived = new Map();
    this.canonicalNames = new Map();
  }

  private followImports(name: string): string {
    let current = name;
    const seen = new Set<string>();
    while (!seen.has(current)) {
      seen.add(current);
      const found = this.owner(current);
      if (found === undefined) return current;
      const [facts, rest] = found;
      const [first = "", ...members] = rest;
      const target = facts.imports[first];
      if (target === undefined) return [facts.module, ...rest].join(".");
      current = [target, ...members].join(".");
    }
    return current;
  }

  /** The class of that name, wherever it is defined. */
  classNamed(name: string): ClassFact | undefined {
    return this.classes.get(this.canonical(name));
  }

  /** The function or method of that name; a method may be inherited. */
  functionNamed(name: string): FunctionFact | undefined {
    const canonical = this.canonical(name);
    const own = this.functions.get(canonical);
    if (own !== undefined) return own;
    const dot = canonical.lastIndexOf(".");
    const owner = canonical.slice(0, dot);
    if (!this.classes.has(owner)) return undefined;
    for (const base of this.ancestors(owner).slice(1)) {
      const inherited = this.functions.get(`${base}.${canonical.slice(dot + 1)}`);
      if (inherited !== undefined) return inherited;
    }
    return undefined;
  }

  /** A class and all it inherits from, nearest first, by their canonical names. */
  ancestors(name: string): readonly string[] {
    const found: string[] = [];
    const pending = [this.canonical(name)];
    for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
      if (found.includes(next)) continue;
      found.push(next);
      for (const base of this.classes.get(next)?.bases ?? []) {
        if (base !== null) pending.push(this.canonical(base));
      }
    }
    return found;
  }

  /** The module a dotted name begins with, and what follows it. */
  private owner(name: string): readonly [ModuleFacts, readonly string[]] | undefined {
    const parts = name.split(".");
    for (let length = parts.length; length > 0; length--) {
      const prefix = parts.slice(0, length).join(".");
      const module = this.modules.has(prefix) ? prefix : this.aliases.get(prefix);
      const facts = module === undefined ? undefined : this.modules.get(module);
      if (facts !== undefined)
        return length === parts.length ? undefined : [facts, parts.slice(length)];
    }
    return undefined;
  }
}
