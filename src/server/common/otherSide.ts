import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver-protocol";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { FileReport } from "../../core/project/fileReport";
import { driftRules } from "../../core/rules/registry";
import { range } from "../../core/text/range";

/** What a spec says of places in code, by the URIs of the code. */
type Mirrored = ReadonlyMap<string, readonly Diagnostic[]>;

const driftNames: ReadonlySet<string> = new Set(driftRules.map(({ meta }) => meta.name));

/**
 * Shows what a spec and its code say differently in both: with what is found in an open Python file goes what its specs
 * say of it.
 */
export class OtherSide {
  private readonly own = new Map<string, PublishDiagnosticsParams>();
  private readonly mirrored = new Map<string, Mirrored>();

  constructor(
    private readonly documentOf: (uri: string) => TextDocument | undefined,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** Shows what is found in a file, and in the code that it is about. @param shown the same as `report`, as the editor has it */
  publish(shown: PublishDiagnosticsParams, report: FileReport): void {
    this.own.set(shown.uri, shown);
    this.show(shown.uri);
    this.mirror(shown.uri, mirroredIn(report, shown.diagnostics));
  }

  /** Nothing is shown of a file any more. */
  clear(uri: string): void {
    this.own.delete(uri);
    this.send({ uri, diagnostics: [] });
    this.mirror(uri, new Map());
  }

  private mirror(spec: string, found: Mirrored): void {
    const before = this.mirrored.get(spec);
    if (found.size === 0) this.mirrored.delete(spec);
    else this.mirrored.set(spec, found);
    for (const uri of new Set([...(before?.keys() ?? []), ...found.keys()])) {
      if (this.own.has(uri)) this.show(uri);
    }
  }

  private show(uri: string): void {
    const own = this.own.get(uri);
    if (own === undefined) return;
    const document = this.documentOf(uri);
    const others =
      document === undefined
        ? []
        : [...this.mirrored.values()]
            .flatMap((found) => found.get(uri) ?? [])
            .map((one) => ({ ...one, range: wordsOf(one.range.start.line, document) }));
    this.send({ ...own, diagnostics: [...own.diagnostics, ...others] });
  }
}

/** What is found in a spec, turned round: at the place in the code, with the place in the spec as the related one. */
function mirroredIn({ uri }: FileReport, diagnostics: readonly Diagnostic[]): Mirrored {
  const found = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const [related] = one.relatedInformation ?? [];
    if (related === undefined || !driftNames.has(String(one.code))) continue;
    const { location } = related;
    const turned: Diagnostic = {
      ...one,
      range: location.range,
      relatedInformation: [{ location: { uri, range: one.range }, message: "The spec" }],
    };
    found.set(location.uri, [...(found.get(location.uri) ?? []), turned]);
  }
  return found;
}

/** A line of a document without the blanks around it. */
function wordsOf(line: number, document: TextDocument): Diagnostic["range"] {
  const text = document.getText(range(line, 0, line + 1, 0)).replace(/[\r\n]+$/, "");
  return range(line, text.length - text.trimStart().length, line, text.trimEnd().length);
}
