/**
 * Sorts each block of imports as ruff's isort does: `import x` before `from x import y`, modules by name, names by kind
 * (constants, classes, the rest) and then by name; imports of one module become one. Blocks are parted by blank lines,
 * which stay; a block of which nothing is left takes its blank line with it.
 * @param lines of Python whose imports stand on one line each
 */
export function sortImports(lines: readonly string[]): string[] {
  const sorted: string[] = [];
  let block: string[] = [];
  let seen = false;
  const flush = () => {
    sorted.push(...sortBlock(block));
    block = [];
  };
  for (const [index, line] of lines.entries()) {
    if (isImport(line)) {
      block.push(line);
      seen = true;
      continue;
    }
    flush();
    const next = lines.slice(index + 1).find((one) => one !== "");
    const between = seen && line === "" && next !== undefined && isImport(next);
    if (!between || sorted.at(-1) !== "") sorted.push(line);
  }
  flush();
  return sorted;
}

function isImport(line: string): boolean {
  return /^(?:import \w|from \w[\w.]* import \w)/.test(line);
}

function sortBlock(block: readonly string[]): string[] {
  const plain = new Set<string>();
  const names = new Map<string, Set<string>>();
  for (const line of block) {
    const [, module, list] = /^from (\S+) import (.+)$/.exec(line) ?? [];
    if (module === undefined || list === undefined) plain.add(line);
    else {
      const known = names.get(module) ?? new Set();
      for (const name of list.split(",")) known.add(name.trim());
      names.set(module, known);
    }
  }
  const from = [...names].sort(([a], [b]) => byName(a, b));
  return [
    ...[...plain].sort(byName),
    ...from.map(([module, list]) => `from ${module} import ${[...list].sort(byKind).join(", ")}`),
  ];
}

function byName(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function byKind(a: string, b: string): number {
  return kind(a) - kind(b) || byName(a, b);
}

function kind(name: string): number {
  if (/^[A-Z][A-Z0-9_]+$/.test(name)) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}
