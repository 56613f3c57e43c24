import { splitFields } from "../../fields/splitFields";
import { answersProblems } from "./readAnswers";
import { answersSchema } from "./schema";

/** A model as answers have it. */
export interface TypedModel {
  readonly name: string;
  readonly fields: readonly string[];
}

/**
 * Reads a model from one line: its name, then its fields, with or without a colon or a dash between: `Score metric:str(64),
 * value:float`. What is wrong comes with its place in the line.
 * @param taken the names of the models there are already
 */
export function readModel(
  line: string,
  taken: readonly string[] = [],
): TypedModel | { readonly problem: string; readonly start: number; readonly end: number } {
  const [, blanks = "", name = "", behind = ""] =
    /^(\s*)([^:,—–]*?)(\s*[:,—–](?=\s|$)\s*|\s+(?=[^\s:]+\s*:)|\s*$)/.exec(line) ?? [];
  const at = blanks.length + name.length + behind.length;
  const texts = splitFields(line.slice(at));
  const start = blanks.length;
  if (name === "") {
    const problem = "Enter the model's name, then its fields, for example Score metric:str(64).";
    return { problem, start: 0, end: line.length };
  }
  const fields = texts.map(({ text }) => text);
  const others = taken.map((other) => ({ name: other, fields: [] }));
  const parsed = answersSchema.safeParse({ entities: [...others, { name, fields }] });
  if (!parsed.success) {
    const problem = parsed.error.issues[0]?.message ?? "";
    return { problem, start, end: start + name.length };
  }
  const [wrong] = answersProblems(parsed.data);
  if (wrong === undefined) return { name, fields };
  const [, , , field] = wrong.path;
  const from = typeof field === "number" ? at + (texts[field]?.start ?? 0) : start;
  const { within = { start: 0, end: name.length } } = wrong;
  return { problem: wrong.message, start: from + within.start, end: from + within.end };
}
