import type { Position } from "../text/range";
import { configJsonSchema, type JsonSchema } from "./jsonSchema";

/** One word that fits at a place of the configuration file. */
export interface ConfigSuggestion {
  readonly label: string;
  readonly kind: "key" | "value";
  readonly description: string | undefined;
}

/** What can be written at a place of a `.backend-spec.yaml`; the file may be half written. */
export function suggestInConfig(text: string, position: Position): readonly ConfigSuggestion[] {
  const lines = text.split(/\r?\n/);
  const line = (lines[position.line] ?? "").slice(0, position.character);
  if (/^\s*#/.test(line)) return [];
  const path = pathAt(lines, position.line, line);
  const value = /^(?:\s*-\s+)?\s*([\w-]+):\s+\S*$/.exec(line);
  if (value?.[1] !== undefined) return valuesOf(schemaAt([...path, value[1]]));
  const inFlow = /^\s*([\w-]+):\s*\{[^}]*$/.exec(line);
  if (inFlow?.[1] !== undefined) return keysOf(schemaAt([...path, inFlow[1]]));
  if (!/^(\s*-)?\s*[\w-]*$/.test(line)) return [];
  const here = schemaAt(path);
  const present = siblingKeys(lines, position.line, indentOf(line));
  const isItem = /^\s*-/.test(line);
  const keys = keysOf(here).filter(({ label }) => isItem || !present.has(label));
  return keys.length > 0 ? keys : valuesOf(here);
}

/** What the key at a place means; `undefined` when no known key stands there. */
export function explainConfigKey(text: string, position: Position): string | undefined {
  const lines = text.split(/\r?\n/);
  const line = lines[position.line] ?? "";
  const key = /^(\s*(?:-\s+)?)([\w-]+)(?=\s*:)/.exec(line);
  const [, lead = "", name] = key ?? [];
  if (name === undefined || position.character < lead.length) return undefined;
  if (position.character > lead.length + name.length) return undefined;
  return schemaAt([...pathAt(lines, position.line, lead), name])?.description;
}

/** The keys that lead to a line, by indentation. */
function pathAt(lines: readonly string[], lineNumber: number, line: string): string[] {
  const path: string[] = [];
  let indent = indentOf(line);
  for (let number = lineNumber - 1; number >= 0 && indent > 0; number--) {
    const above = lines[number] ?? "";
    if (/^\s*(#|$)/.test(above)) continue;
    const depth = indentOf(above);
    const key = /^\s*(?:-\s+)?([\w-]+):/.exec(above)?.[1];
    const ownIndent = /^\s*-/.test(above) ? depth - 2 : depth;
    if (key === undefined || depth >= indent) continue;
    path.unshift(key);
    indent = Math.max(0, ownIndent);
  }
  return path;
}

/** Blanks before a line's key; a list's dash counts as indentation. */
function indentOf(line: string): number {
  return /^\s*(?:-\s*)?/.exec(line)?.[0].length ?? 0;
}

function siblingKeys(lines: readonly string[], lineNumber: number, indent: number): Set<string> {
  const keys = new Set<string>();
  const collect = (step: 1 | -1): void => {
    for (let number = lineNumber + step; number >= 0 && number < lines.length; number += step) {
      const line = lines[number] ?? "";
      if (/^\s*(#|$)/.test(line)) continue;
      if (indentOf(line) < indent) return;
      const key = /^\s*(?:-\s+)?([\w-]+):/.exec(line)?.[1];
      if (key !== undefined && indentOf(line) === indent) keys.add(key);
    }
  };
  collect(-1);
  collect(1);
  return keys;
}

let schema: JsonSchema | undefined;

function schemaAt(path: readonly string[]): JsonSchema | undefined {
  schema ??= configJsonSchema();
  let current: JsonSchema | undefined = schema;
  for (const key of path) {
    const owner: JsonSchema | undefined = current?.items ?? current;
    const choices: readonly (JsonSchema | undefined)[] = [owner, ...(owner?.anyOf ?? [])];
    const named: JsonSchema | undefined = choices.find((each) => each?.properties?.[key]);
    const rest: JsonSchema | boolean | undefined = owner?.additionalProperties;
    current = named?.properties?.[key] ?? (typeof rest === "object" ? rest : undefined);
  }
  return current;
}

function keysOf(here: JsonSchema | undefined): ConfigSuggestion[] {
  const owner = here?.items ?? here;
  const owners = [owner, ...(owner?.anyOf ?? [])];
  const named = owners.flatMap((each) => Object.entries(each?.properties ?? {}));
  const free = (owner?.propertyNames?.enum ?? []).map((name): [string, JsonSchema] => [name, {}]);
  const unique = new Map([...free, ...named]);
  return [...unique].map(([label, { description }]) => ({ label, kind: "key", description }));
}

function valuesOf(here: JsonSchema | undefined): ConfigSuggestion[] {
  const owner = here?.items ?? here;
  return [owner, ...(owner?.anyOf ?? [])]
    .flatMap((each) => each?.enum ?? [])
    .map((label) => ({ label, kind: "value", description: undefined }));
}
