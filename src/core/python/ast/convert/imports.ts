import type { Alias, Import, ImportFrom } from "../nodes";
import { Kind } from "../tree/kinds";
import { first, kind, next, stride } from "../tree/table";
import { character, endCharacter, endLine, line, rule, type Source, textOf } from "./source";

/** Converts `import a.b as c`. */
export function importStatement(source: Source, node: number): Import {
  const { table } = source;
  return {
    nodeType: "Import",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    names: aliases(source, first(node), next(table, node)),
  };
}

/** Converts `from a.b import c as d`, also from `__future__`, which the grammar sets apart. */
export function importFrom(source: Source, node: number): ImportFrom {
  const { table } = source;
  const end = next(table, node);
  const head = rule(table, first(node), end);
  const isFuture = kind(table, node) === Kind.future_import_statement;
  const { module, level } = isFuture
    ? { module: "__future__", level: 0 }
    : importedModule(source, head);
  return {
    nodeType: "ImportFrom",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    module,
    names: aliases(source, isFuture ? head : next(table, head), end),
    level,
  };
}

function importedModule(source: Source, node: number): { module: string | null; level: number } {
  const { table } = source;
  if (kind(table, node) === Kind.dotted_name) return { module: dottedName(source, node), level: 0 };
  const prefix = first(node);
  const dotted = next(table, prefix);
  return {
    module: dotted < next(table, node) ? dottedName(source, dotted) : null,
    level: textOf(source, prefix).split(".").length - 1,
  };
}

function aliases(source: Source, from: number, end: number): Alias[] {
  const { table } = source;
  const result: Alias[] = [];
  for (
    let child = rule(table, from, end);
    child < end;
    child = rule(table, next(table, child), end)
  ) {
    result.push(alias(source, child));
  }
  return result;
}

function alias(source: Source, node: number): Alias {
  const { table } = source;
  const found = kind(table, node);
  const isAliased = found === Kind.aliased_import;
  const dotted = isAliased ? first(node) : node;
  const asname = isAliased ? next(table, dotted) : -1;
  return {
    nodeType: "alias",
    line: line(table, node),
    character: character(table, node),
    endLine: endLine(table, node),
    endCharacter: endCharacter(table, node),
    name: found === Kind.wildcard_import ? "*" : dottedName(source, dotted),
    asname: asname < 0 ? null : source.names.get(textOf(source, asname)),
  };
}

function dottedName(source: Source, node: number): string {
  const { table } = source;
  const end = next(table, node);
  const head = first(node);
  if (head + stride >= end) return source.names.get(textOf(source, head));
  const parts: string[] = [];
  for (let child = head; child < end; child = next(table, child)) {
    parts.push(source.names.get(textOf(source, child)));
  }
  return source.names.get(parts.join("."));
}
