import {
  type Hover,
  type Location,
  MarkupKind,
  type Position,
  type TextDocumentEdit,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type IdPlace, idPlacesIn } from "../../core/drift/businessRules/idPlaces";
import { allMentioned } from "../../core/drift/businessRules/mentions";
import { ruleRows } from "../../core/drift/businessRules/ruleRows";
import {
  mentionsOfRule,
  type RuleTrace,
  type SpecAt,
  specsOfMention,
  traceRules,
} from "../../core/drift/businessRules/traceability";
import type { TextEdit } from "../../core/edits/plan";
import { joinUri } from "../../core/project/paths";
import type { Project } from "../../core/project/project";
import { renameIn } from "../../core/spec/help/rename";
import { symbolAt, symbolsIn } from "../../core/spec/help/symbols";
import { range, rangeContains } from "../../core/text/range";

/** What the server knows of documents. */
export interface RuleHelpHost {
  projectOf(uri: string): Project;
  documentOf(uri: string): TextDocument | undefined;
  /** Resolves when all files have been read: half of the places of a rule would be worse than none. */
  ready(): Promise<unknown>;
}

/** A business rule at a place of a spec, or of code or tests that name it. */
export interface RuleAt {
  readonly id: string;
  readonly range: IdPlace["range"];
  readonly project: Project;
  /** The specs whose rule it is, and all of the project. */
  readonly specs: readonly SpecAt[];
  readonly all: readonly SpecAt[];
}

/** Answers what is asked of business rules wherever they are named. */
export class RuleHelp {
  constructor(private readonly host: RuleHelpHost) {}

  /** The rule at a place; `undefined` where there is none. */
  async at(uri: string, position: Position): Promise<RuleAt | undefined> {
    const document = this.host.documentOf(uri);
    const project = this.host.projectOf(uri);
    const path = project.pathOf(uri);
    if (document === undefined || path === undefined) return undefined;
    if (document.languageId === "python") {
      const { line } = position;
      const text = document.getText(range(line, 0, line + 1, 0));
      const at = { start: position, end: position };
      const found = idPlacesIn(text, line).find((one) => rangeContains(one.range, at));
      if (found === undefined) return undefined;
      await this.host.ready();
      const all = await project.specDocuments();
      const specs = specsOfMention(found.id, path, all, project.code);
      return specs.length === 0
        ? undefined
        : { id: found.id, range: found.range, project, specs, all };
    }
    const spec = project.openSpec(document);
    const found = spec && symbolAt(spec, position);
    if (spec === undefined || found?.symbol.kind !== "id") return undefined;
    const { name: id } = found.symbol;
    if (!ruleRows(spec).some((row) => row.id === id)) return undefined;
    await this.host.ready();
    const all = await project.specDocuments();
    return { id, range: found.occurrence.range, project, specs: [{ path, spec }], all };
  }

  /** Where specs name a rule. @param wanted whether the row that defines it, or the others */
  inSpecs({ id, specs, project }: RuleAt, wanted: (isDefinition: boolean) => boolean): Location[] {
    return specs.flatMap(({ path, spec }) =>
      symbolsIn(spec)
        .filter(({ kind, name }) => kind === "id" && name === id)
        .flatMap(({ occurrences }) => occurrences)
        .filter(({ isDefinition }) => wanted(isDefinition))
        .map((one) => ({ uri: joinUri(project.root, path), range: one.range })),
    );
  }

  /** Where code and tests name a rule. */
  async inCode({ id, specs, all, project }: RuleAt): Promise<readonly (IdPlace & Location)[]> {
    const lines = new Map<string, Set<number>>();
    for (const of of specs) {
      for (const { path, line } of mentionsOfRule(id, of, all, project.code)) {
        lines.set(path, (lines.get(path) ?? new Set()).add(line - 1));
      }
    }
    const found: (IdPlace & Location)[] = [];
    for (const [path, own] of lines) {
      const document = await project.textOf(path);
      if (document === undefined) continue;
      const uri = joinUri(project.root, path);
      for (const line of own) {
        const text = document.getText(range(line, 0, line + 1, 0));
        found.push(
          ...idPlacesIn(text, line)
            .filter((one) => one.id === id)
            .map((one) => ({ ...one, uri })),
        );
      }
    }
    return found;
  }

  /** What a rule says, and where it is implemented and tested. */
  hover(rule: RuleAt): Hover | null {
    const traces = traceRules(rule.specs, rule.all, rule.project.code).filter(
      ({ id }) => id === rule.id,
    );
    if (traces.length === 0) return null;
    const value = traces.map((one) => described(one, rule.project)).join("\n\n---\n\n");
    return { contents: { kind: MarkupKind.Markdown, value }, range: rule.range };
  }

  /** The edits that give a rule another ID everywhere, or why it cannot have that. */
  async rename(
    rule: RuleAt,
    given: string,
  ): Promise<readonly TextDocumentEdit[] | { readonly problem: string }> {
    const { id, specs, project } = rule;
    const edits = new Map<string, TextEdit[]>();
    for (const { path, spec } of specs) {
      const [symbol] = symbolsIn(spec).filter(({ kind, name }) => kind === "id" && name === id);
      const [first] = symbol?.occurrences ?? [];
      if (first === undefined) continue;
      const own = renameIn(spec, first.range.start, given);
      if ("problem" in own) return own;
      edits.set(joinUri(project.root, path), [...own]);
    }
    const name = given.trim();
    const number = name.slice(name.indexOf("-") + 1);
    for (const { uri, number: at } of await this.inCode(rule)) {
      edits.set(uri, [...(edits.get(uri) ?? []), { range: at, newText: number }]);
    }
    return [...edits].map(([uri, own]) => ({
      textDocument: { uri, version: this.host.documentOf(uri)?.version ?? null },
      edits: own,
    }));
  }

  /** The IDs that code and tests name: those of rules that are gone are not given again. */
  takenIds(uri: string): ReadonlySet<string> {
    return allMentioned(this.host.projectOf(uri).code);
  }
}

function described(
  { id, text, spec, status, implemented, tested }: RuleTrace,
  project: Project,
): string {
  const link = ({ path, line, by }: { path: string; line: number; by?: string }): string =>
    `[${by || `${path}:${line}`}](${joinUri(project.root, path)}#L${line})`;
  const places = (all: RuleTrace["tested"], none: string): string => {
    const unique = [...new Map(all.map((one) => [`${one.path} ${one.by}`, one])).values()];
    return unique.length === 0 ? none : unique.slice(0, 8).map(link).join(", ");
  };
  const mark = status === "implemented" ? "" : ` (${status})`;
  return [
    `**${id}** ${text}${mark}`.trim(),
    `- Specified in ${link(spec)}`,
    `- Implemented in ${places(implemented, "no code that names it")}`,
    `- Tested by ${places(tested, "no test that names it")}`,
  ].join("\n");
}
