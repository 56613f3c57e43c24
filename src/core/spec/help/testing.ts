import { TextDocument } from "vscode-languageserver-textdocument";
import type { TextEdit } from "../../edits/plan";
import { testParser } from "../../python/testing";
import type { Position } from "../../text/range";
import { answersSchema } from "../answers/schema";
import { type SpecDocument, SpecReader } from "../document/specDocument";
import { type FormatName, formats, ownFormats } from "../formats";
import { renderSpec, writersOf } from "../renderSpec";
import { subjectOf } from "../subject";

/** A document with a cursor in it. For tests. */
export interface CursorDocument {
  readonly spec: SpecDocument;
  readonly position: Position;
  readonly text: string;
}

/** Reads a text whose cursor is marked by `¦`. */
export async function atCursor(marked: string): Promise<CursorDocument> {
  const parser = await testParser();
  const offset = marked.indexOf("¦");
  if (offset < 0) throw new Error("no cursor");
  const text = marked.replace("¦", "");
  const spec = new SpecReader((python) => parser.read(python)).read(text, ownFormats);
  if (spec === undefined) throw new Error("no spec");
  return { spec, position: spec.markdown.lines.positionAt(offset), text };
}

/** A generated document about scores. */
export function scoringSpec(format: FormatName = "service"): string {
  const answers = answersSchema.parse({
    entities: [
      { name: "Score", fields: ["metric:str(64)", "status:enum(queued,in progress,end)=queued"] },
    ],
    dependencies: ["postgresql", "queue", { name: "Stripe", kind: "external-api", timeout: "8s" }],
    operations: ["create", "read"],
    rules: ["Empty predictions score 0.0"],
  });
  const subject = subjectOf({ name: "ScoringService", purpose: "compute metrics" }, answers);
  return renderSpec(subject, formats[format], writersOf(format), "2026-01-15");
}

/** A generated document with a cursor: within the first of `found`, whose own mark says where. */
export function scoringAt(found: string, format: FormatName = "service"): string {
  const text = scoringSpec(format);
  const plain = found.replace("¦", "");
  if (!text.includes(plain)) throw new Error(`no ${plain}`);
  return text.replace(plain, () => found);
}

/** A text after edits. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create("", "", 0, text), [...edits]);
}

/** What edits change: the lines that were not there before. */
export function newLines(text: string, edits: readonly TextEdit[]): string[] {
  const before = new Set(text.split(/\r\n|\r|\n/));
  return edited(text, edits)
    .split(/\r\n|\r|\n/)
    .filter((line) => !before.has(line));
}
