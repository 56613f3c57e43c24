/**
 * Leaves out what is imported and not used, so that a template can import all that it may need. A line with a comment
 * stays as it is, as does `__future__`.
 * @param lines of Python whose imports stand on one line each
 */
export function pruneImports(lines: readonly string[]): string[] {
  const used = usedNames(lines);
  return lines.flatMap((line) => {
    if (line.includes("#") || line.startsWith("from __future__ ")) return [line];
    const [, module, list] = /^from (\S+) import ([^(]+)$/.exec(line) ?? [];
    if (module !== undefined && list !== undefined) {
      const kept = list
        .split(",")
        .map((one) => one.trim())
        .filter((one) => used.has(boundName(one)));
      return kept.length === 0 ? [] : [`from ${module} import ${kept.join(", ")}`];
    }
    const [, plain] = /^import (\S.*)$/.exec(line) ?? [];
    return plain === undefined || used.has(boundName(plain).split(".")[0] ?? "") ? [line] : [];
  });
}

/** The name that an import binds: `x` of `y as x`. */
function boundName(imported: string): string {
  return imported.split(" as ").at(-1)?.trim() ?? imported;
}

/** Words of the code outside of imports, comments and texts; what `__all__` lists is used. */
function usedNames(lines: readonly string[]): Set<string> {
  const code = lines.filter((line) => !/^(?:import|from) /.test(line)).join("\n");
  const exported = /^__all__ = [[(][^\])]*/m.exec(code)?.[0] ?? "";
  const bare = code
    .replace(/"""[\s\S]*?"""/g, '""')
    .replace(/(f?)("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/g, (text, isFormat: string) =>
      isFormat === "" ? '""' : text,
    )
    .replace(/#.*$/gm, "");
  return new Set((bare + exported).match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []);
}
