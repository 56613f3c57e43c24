import { parseFields } from "../../fields/parseFields";
import { type Range, range } from "../../text/range";
import { readYaml, reportIssue, type YamlProblem } from "../../text/yamlSource";
import { dependencyId } from "../derive/dependencies";
import { methodsOf } from "../derive/operations";
import { classNameOf } from "../names";
import { type Answers, answersSchema } from "./schema";

/** Something wrong in answers: what, and the path of the key or value that it speaks of. */
export interface AnswersProblem {
  readonly message: string;
  readonly path: readonly PropertyKey[];
  /** Offsets into the text at that path. */
  readonly within?: { readonly start: number; readonly end: number };
}

/** Classes that the Python of documents defines or imports. */
const reserved = new Set([
  ...["Page", "PageRequest", "Event", "ErrorResponse"],
  ...["Decimal", "Generic", "Literal", "T", "TypeVar", "UUID"],
]);

/** What answers say that no schema can see: fields, and names that stand twice. */
export function answersProblems(answers: Answers): AnswersProblem[] {
  const problems: AnswersProblem[] = [];
  const seen = new Map<string, string>();
  answers.entities.forEach(({ name, fields }, index) => {
    const path = ["entities", index];
    const className = classNameOf(name);
    if (!/\p{L}/u.test(name)) {
      problems.push({ message: `“${name}” is no name of a model.`, path: [...path, "name"] });
    }
    if (reserved.has(className)) {
      const message = `A document has a class ${className} of its own. Choose another name.`;
      problems.push({ message, path: [...path, "name"] });
    }
    if (seen.has(className)) {
      const message = `There is an entity “${seen.get(className)}” already.`;
      problems.push({ message, path: [...path, "name"] });
    }
    seen.set(className, name);
    for (const { message, start, end, index: at } of parseFields(fields).problems) {
      problems.push({ message, path: [...path, "fields", at], within: { start, end } });
    }
  });
  return [...problems, ...repeatedDependencies(answers), ...repeatedOperations(answers)];
}

/** Dependencies that another one before them has the name of. */
function repeatedDependencies({ dependencies }: Answers): AnswersProblem[] {
  const seen = new Set<string>();
  return dependencies.flatMap((given, index): AnswersProblem[] => {
    const id = dependencyId(given);
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    const key = typeof given === "string" ? [] : [given.name === undefined ? "kind" : "name"];
    const name = typeof given === "string" ? given : (given.name ?? given.kind);
    const message = `There is a dependency “${name}” already.`;
    return [{ message, path: ["dependencies", index, ...key] }];
  });
}

/** Operations that another one before them has the method of. */
function repeatedOperations(answers: Answers): AnswersProblem[] {
  const problems: AnswersProblem[] = [];
  const seen = new Set<string>();
  methodsOf(answers).forEach((methods, index) => {
    const twice = methods.find((method, at) => seen.has(method) || methods.indexOf(method) < at);
    if (twice !== undefined) {
      const isBare = typeof answers.operations[index] === "string";
      const path = ["operations", index, ...(isBare ? [] : ["name"])];
      problems.push({ message: `There is an operation “${twice}” already.`, path });
    }
    for (const method of methods) seen.add(method);
  });
  return problems;
}

/** Checks answers that came as data; the problem names its key. */
export function checkAnswers(value: unknown): Answers | { readonly problem: string } {
  const parsed = answersSchema.safeParse(value);
  if (!parsed.success) {
    const found: string[] = [];
    for (const issue of parsed.error.issues) {
      reportIssue(issue, value, (path, message) => found.push(describe(path, message)));
    }
    return { problem: found.join(" ") };
  }
  const [first] = answersProblems(parsed.data);
  return first === undefined ? parsed.data : { problem: describe(first.path, first.message) };
}

function describe(path: readonly PropertyKey[], message: string): string {
  return path.length === 0 ? message : `${path.map(String).join(".")}: ${message}`;
}

/** Reads an answers file. What is wrong in it is named at its place. */
export function readAnswers(text: string): Answers | { readonly problems: readonly YamlProblem[] } {
  const read = readYaml(text, answersSchema);
  if ("problems" in read) return read;
  const problems = answersProblems(read.value).map(({ message, path, within }) => {
    const whole = read.source.rangeOf(path);
    return { message, range: within === undefined ? whole : inside(text, whole, within) };
  });
  return problems.length > 0 ? { problems } : read.value;
}

/** The place of a piece of a scalar; a quote before it is passed over. */
function inside(text: string, { start }: Range, within: { start: number; end: number }): Range {
  const line = text.split(/\r\n|\r|\n/)[start.line] ?? "";
  const quote = /["']/.test(line[start.character] ?? "") ? 1 : 0;
  const at = start.character + quote;
  return range(start.line, at + within.start, start.line, at + within.end);
}
