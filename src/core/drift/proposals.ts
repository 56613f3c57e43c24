import type { TextEdit } from "../edits/plan";
import type { CodeBase } from "../project/codeBase";
import { isTestPath } from "../project/testPaths";
import { insertBelow } from "../spec/document/edit";
import type { SpecDocument } from "../spec/document/specDocument";
import { definedErrors, signatures } from "../spec/document/vocabulary";
import { boundPath, moduleOf } from "./binding";

/** Code that a spec may be about, and why. */
export interface BindingProposal {
  /** As the front matter would name it. */
  readonly module: string;
  readonly reasons: readonly string[];
}

/** How much each sort of name tells of what a spec is about. */
const weights = { class: 5, model: 2, error: 2, method: 1 } as const;
/** Below this, names are shared by chance. */
const leastScore = 4;
const mostProposals = 3;

type Sort = keyof typeof weights;

/** The names that a spec gives what it describes, by their sorts. */
function namesIn(spec: SpecDocument): ReadonlyMap<string, Sort> {
  const found = new Map<string, Sort>();
  for (const { name } of signatures(spec)) found.set(`function ${name}`, "method");
  for (const { classes } of spec.pythonIn("data-models")) {
    for (const { name } of classes) found.set(`class ${name}`, "model");
  }
  for (const { name } of definedErrors(spec)) found.set(`class ${name}`, "error");
  if (spec.name !== undefined) found.set(`class ${spec.name}`, "class");
  return found;
}

/** Whether a spec names no code, or code that is not there. */
export function isUnbound(spec: SpecDocument, code: CodeBase): boolean {
  const name = moduleOf(spec);
  return name === undefined || boundPath(name, code) === undefined;
}

/** The folders and files that define most of what a spec names, the likeliest first; none where that says nothing. */
export function proposeBindings(spec: SpecDocument, code: CodeBase): readonly BindingProposal[] {
  const names = namesIn(spec);
  const hits = new Map<string, Set<string>>();
  const add = (place: string, hit: string): void => {
    hits.set(place, (hits.get(place) ?? new Set()).add(hit));
  };
  for (const path of code.paths) {
    if (isTestPath(path)) continue;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    for (const { kind, name, qualname } of code.run(path).definitions.values()) {
      const key = `${kind} ${name}`;
      if (!names.has(key) || (kind === "class" && qualname.includes("."))) continue;
      add(path, key);
      if (folder !== "") add(folder, key);
    }
  }
  const scored = [...hits].map(([module, own]) => ({ module, own, score: scoreOf(own, names) }));
  // A folder says no more than the only file of it that counts.
  const told = scored.filter(({ module, score }) =>
    module.endsWith(".py")
      ? !scored.some((one) => module.startsWith(`${one.module}/`) && one.score > score)
      : !scored.some((one) => one.module.startsWith(`${module}/`) && one.score >= score),
  );
  return told
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score || (a.module < b.module ? -1 : 1))
    .slice(0, mostProposals)
    .map(({ module, own }) => ({ module, reasons: reasonsOf(own, names) }));
}

function scoreOf(own: ReadonlySet<string>, names: ReadonlyMap<string, Sort>): number {
  return [...own].reduce((sum, key) => sum + weights[names.get(key) ?? "method"], 0);
}

function reasonsOf(own: ReadonlySet<string>, names: ReadonlyMap<string, Sort>): readonly string[] {
  const of = (...sorts: readonly Sort[]): readonly string[] =>
    [...own]
      .filter((key) => sorts.includes(names.get(key) ?? "method"))
      .map((key) => key.replace(/^\w+ /, ""));
  const methods = of("method");
  const asked = [...names.values()].filter((sort) => sort === "method").length;
  return [
    ...of("class", "model", "error").slice(0, 3),
    ...(methods.length > 0 ? [`${methods.length} of ${asked} methods`] : []),
  ];
}

/** The edit that makes a spec name a module. */
export function bindingEdit(spec: SpecDocument, module: string): TextEdit {
  const { markdown } = spec;
  const entries = markdown.frontMatter?.entries ?? [];
  const known = entries.find(({ key }) => key === "module");
  if (known !== undefined) return { range: known.valueRange, newText: module };
  const last = entries.find(({ key }) => key === "name") ?? entries.at(-1);
  if (last !== undefined)
    return insertBelow(last.valueRange.end.line, `module: ${module}`, markdown);
  const start = { line: 0, character: 0 };
  const format = spec.format.name;
  return {
    range: { start, end: start },
    newText: `---\nbackend-spec: ${format}\nmodule: ${module}\n---\n\n`,
  };
}
