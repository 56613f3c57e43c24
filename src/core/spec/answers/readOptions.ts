import { checkAnswers } from "./readAnswers";
import { readModel } from "./readModel";
import { type Answers, type AnswersInput, noAnswers } from "./schema";

/** Answers as a person gives them on a command line, each option as often as wanted. */
export interface AnswerOptions {
  /** `Score metric:str(64), value:float` */
  readonly entity: readonly string[];
  /** `redis`, `Stripe=external-api`, `Stripe=external-api,timeout=8s` */
  readonly dependency: readonly string[];
  /** `create`, `compute(submission_id: UUID) -> Score` */
  readonly operation: readonly string[];
  readonly rule: readonly string[];
  readonly owns: readonly string[];
  readonly doesNotOwn: readonly string[];
  readonly sensitive: readonly string[];
}

/** Adds what options say to answers. A problem names the option and what is wrong in it. */
export function readOptions(
  options: AnswerOptions,
  answers: Answers = noAnswers,
): Answers | { readonly problem: string } {
  const entities = [...answers.entities];
  for (const text of options.entity) {
    const model = readModel(
      text,
      entities.map(({ name }) => name),
    );
    if ("problem" in model) return { problem: `--entity "${text}": ${model.problem}` };
    entities.push({ name: model.name, fields: [...model.fields] });
  }
  // One option after the other, so that a problem names the one that it is about.
  let known: AnswersInput = { ...answers, entities };
  for (const text of options.dependency) {
    known = { ...known, dependencies: [...(known.dependencies ?? []), dependencyIn(text)] };
    const wrong = problemOf(known);
    if (wrong !== undefined) return { problem: `--dependency "${text}": ${wrong}` };
  }
  for (const text of options.operation) {
    const given = operationIn(text);
    if (given === undefined) {
      const expected = "Expected a name, or one such as compute(submission_id: UUID) -> Score.";
      return { problem: `--operation "${text}": ${expected}` };
    }
    known = { ...known, operations: [...(known.operations ?? []), given] };
    const wrong = problemOf(known);
    if (wrong !== undefined) return { problem: `--operation "${text}": ${wrong}` };
  }
  return checkAnswers({
    ...known,
    owns: [...answers.owns, ...options.owns],
    "does-not-own": [...answers["does-not-own"], ...options.doesNotOwn],
    rules: [...answers.rules, ...options.rule],
    sensitive: [...answers.sensitive, ...options.sensitive],
  });
}

/** What is wrong with answers, without the key: the option says where. */
function problemOf(answers: AnswersInput): string | undefined {
  const checked = checkAnswers(answers);
  return "problem" in checked ? checked.problem.replace(/^[\w.-]+: /, "") : undefined;
}

type GivenDependency = NonNullable<AnswersInput["dependencies"]>[number];

/** `kind`, `Name=kind`, each with more behind commas: `timeout=8s`. */
function dependencyIn(text: string): GivenDependency {
  const [first = "", ...more] = text.split(/\s*,\s*(?=[a-z-]+=)/);
  const at = first.lastIndexOf("=");
  const kind = first.slice(at + 1).trim();
  const name = at < 0 ? undefined : first.slice(0, at).trim();
  const said = more.map((one): [string, string] => {
    const equals = one.indexOf("=");
    return [one.slice(0, equals), one.slice(equals + 1).trim()];
  });
  // The kind, and keys that there are not, are told of by the schema.
  const given = { ...(name !== undefined && { name }), kind, ...Object.fromEntries(said) };
  return (name === undefined && said.length === 0 ? kind : given) as GivenDependency;
}

/** A name, or a name with what it takes and gives. */
function operationIn(text: string): NonNullable<AnswersInput["operations"]>[number] | undefined {
  const [, name, input, output] =
    /^\s*([^()>]+?)\s*(?:\((.*)\))?\s*(?:->\s*(.+?))?\s*$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  if (input === undefined && output === undefined) return name;
  return { name, ...(input?.trim() && { input }), ...(output !== undefined && { output }) };
}
