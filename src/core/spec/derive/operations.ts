import { parseAnnotationText } from "../../python/annotationText";
import { isKeyword } from "../../python/keywords";
import { type Answers, type CommonOperation, commonOperations } from "../answers/schema";
import { snakeNameOf } from "../names";
import type { Dependency } from "./dependencies";
import { deriveEntities, type Entity, withArticle } from "./entities";
import {
  alreadyExists,
  capitalised,
  concurrentModification,
  invalidInput,
  invalidTransition,
  notFound,
  type SpecError,
  unavailable,
  unknownReference,
} from "./errors";

/** A parameter of a method. */
export interface Parameter {
  readonly name: string;
  /** Python; `undefined` where nobody said, or what was said is no type. */
  readonly type: string | undefined;
  readonly about: string;
}

/** What others can ask of the service. */
export interface Operation {
  readonly method: string;
  readonly kind: CommonOperation | "other";
  readonly entity: Entity | undefined;
  /** `Create a score`. */
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly returns: string | undefined;
  readonly returnsAbout: string;
  readonly raises: readonly SpecError[];
  /** Whether asking twice leaves the same as asking once; nobody said of operations of one's own. */
  readonly isIdempotent: boolean | undefined;
  readonly event: SpecEvent | undefined;
  readonly http: { readonly method: string; readonly path: string; readonly status: number };
}

/** What is published once a change is stored. */
export interface SpecEvent {
  readonly type: string;
  /** As code calls it: `ScoreCreated`. */
  readonly className: string;
  readonly method: string;
  readonly entity: Entity;
}

interface Needs {
  readonly entities: readonly Entity[];
  readonly dependencies: readonly Dependency[];
  readonly slug: string;
}

/** The operations that answers name: common ones for each model, others once. `answersProblems` names those of one method. */
export function deriveOperations({ operations }: Answers, needs: Needs): Operation[] {
  return operations.flatMap((given) => operationsOf(given, needs));
}

/** The methods that each of the operations of answers stands for, by their names. */
export function methodsOf(answers: Answers): string[][] {
  const needs = { entities: deriveEntities(answers), dependencies: [], slug: "" };
  return answers.operations.map((given) => operationsOf(given, needs).map(({ method }) => method));
}

/** One for each model where it is a common one, else one of its own. */
function operationsOf(given: Answers["operations"][number], needs: Needs): Operation[] {
  const said = typeof given === "string" ? { name: given } : given;
  const common = commonOperations.find((one) => one === said.name.toLowerCase());
  const isBare = typeof given === "string";
  return common !== undefined && isBare && needs.entities.length > 0
    ? needs.entities.map((entity) => commonOperation(common, entity, needs))
    : [ownOperation(said, needs)];
}

function commonOperation(kind: CommonOperation, entity: Entity, needs: Needs): Operation {
  const { className, snake, plural, words, pluralWords } = entity;
  const id = { name: `${snake}_id`, type: "UUID", about: `which ${words}` };
  const version = entity.hasVersion
    ? [{ name: "version", type: "int", about: "the version that the change was made from" }]
    : [];
  const collection = `/${plural.replaceAll("_", "-")}`;
  const one = `${collection}/{${snake}_id}`;
  const shared = { kind, entity, raises: raised(kind, entity, needs) };
  switch (kind) {
    case "create":
      return {
        ...shared,
        method: `create_${snake}`,
        title: `Create ${withArticle(words)}`,
        parameters: [{ name: "data", type: `${className}Create`, about: `the new ${words}` }],
        returns: className,
        returnsAbout: `The ${words} with its id.`,
        isIdempotent: false,
        event: event(entity, `create_${snake}`, "created", needs),
        http: { method: "POST", path: collection, status: 201 },
      };
    case "read":
      return {
        ...shared,
        method: `get_${snake}`,
        title: `Get ${withArticle(words)} by its id`,
        parameters: [id],
        returns: className,
        returnsAbout: `The ${words}.`,
        isIdempotent: true,
        event: undefined,
        http: { method: "GET", path: one, status: 200 },
      };
    case "list":
      return {
        ...shared,
        method: `list_${plural}`,
        title: `List ${pluralWords}, a page at a time`,
        parameters: [{ name: "page", type: "PageRequest", about: "which page" }],
        returns: `Page[${className}]`,
        returnsAbout: "The page, the oldest first.",
        isIdempotent: true,
        event: undefined,
        http: { method: "GET", path: collection, status: 200 },
      };
    case "update":
      return {
        ...shared,
        method: `update_${snake}`,
        title: `Change ${withArticle(words)}`,
        parameters: [
          id,
          { name: "data", type: `${className}Update`, about: "what changes" },
          ...version,
        ],
        returns: className,
        returnsAbout: `The ${words} as it is now.`,
        isIdempotent: true,
        event: event(entity, `update_${snake}`, "updated", needs),
        http: { method: "PATCH", path: one, status: 200 },
      };
    case "delete":
      return {
        ...shared,
        method: `delete_${snake}`,
        title: `Delete ${withArticle(words)}`,
        parameters: [id],
        returns: "None",
        returnsAbout: "Nothing.",
        isIdempotent: true,
        event: event(entity, `delete_${snake}`, "deleted", needs),
        http: { method: "DELETE", path: one, status: 204 },
      };
  }
}

/** The errors of a common operation, its dependencies' last. */
function raised(kind: CommonOperation, entity: Entity, { dependencies }: Needs): SpecError[] {
  const isChange = kind === "create" || kind === "update";
  const errors: SpecError[] = [];
  if (isChange || kind === "list") errors.push(invalidInput);
  if (kind !== "create" && kind !== "list") errors.push(notFound(entity));
  if (isChange && entity.fields.some(({ unique }) => unique)) errors.push(alreadyExists(entity));
  if (isChange && entity.fields.some(({ type }) => type.kind === "ref"))
    errors.push(unknownReference);
  if (kind === "update" && entity.hasVersion) errors.push(concurrentModification);
  if (kind === "update" && entity.statuses.length > 0) errors.push(invalidTransition);
  const isQuestion = kind === "read" || kind === "list";
  const asked = dependencies.filter((one) => !isQuestion || one.kind !== "queue");
  return [...errors, ...unanswered(asked)];
}

function unanswered(dependencies: readonly Dependency[]): SpecError[] {
  return dependencies.filter(({ isRaised }) => isRaised).map(unavailable);
}

function event(
  entity: Entity,
  method: string,
  past: string,
  { dependencies }: Needs,
): SpecEvent | undefined {
  if (!dependencies.some(({ kind }) => kind === "queue")) return undefined;
  return {
    type: `${entity.snake}.${past}.v1`,
    className: `${entity.className}${capitalised(past)}`,
    method,
    entity,
  };
}

interface SaidOperation {
  readonly name: string;
  readonly input?: string | undefined;
  readonly output?: string | undefined;
  readonly description?: string | undefined;
}

function ownOperation(said: SaidOperation, needs: Needs): Operation {
  const snake = snakeNameOf(said.name);
  const method = /^[a-z_]\w*$/.test(snake) && !isKeyword(snake) ? snake : `do_${snake}`;
  const parameters = said.input === undefined ? [] : parametersOf(said.input);
  const words = method.replaceAll("_", " ");
  return {
    method,
    kind: "other",
    entity: undefined,
    title: said.description?.replace(/\.$/, "") ?? capitalised(words),
    parameters,
    returns: said.output === undefined ? undefined : typeOf(said.output),
    returnsAbout: said.output ?? "",
    raises: [...(parameters.length > 0 ? [invalidInput] : []), ...unanswered(needs.dependencies)],
    isIdempotent: undefined,
    event: undefined,
    http: { method: "POST", path: `/${needs.slug}/${method.replaceAll("_", "-")}`, status: 200 },
  };
}

/** `score_id: UUID, force: bool`, a type alone, or words. */
export function parametersOf(input: string): Parameter[] {
  return topLevel(input).map((piece): Parameter => {
    const [, name, type] = /^([a-z_]\w*)\s*:\s*(.+)$/i.exec(piece) ?? [];
    if (name !== undefined && type !== undefined && !isKeyword(name)) {
      return { name, type: typeOf(type), about: name.replaceAll("_", " ") };
    }
    const asType = /^[A-Z]/.test(piece) || /[[\]|]/.test(piece) ? typeOf(piece) : undefined;
    if (asType !== undefined) return { name: "data", type: asType, about: "the input" };
    const snake = snakeNameOf(piece);
    return { name: isKeyword(snake) ? `${snake}_` : snake, type: undefined, about: piece };
  });
}

/** Pieces between commas that stand in no bracket. */
function topLevel(text: string): string[] {
  const pieces: string[] = [""];
  let depth = 0;
  for (const character of text) {
    if ("[(".includes(character)) depth++;
    if ("])".includes(character)) depth--;
    if (character === "," && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] += character;
  }
  return pieces.map((piece) => piece.trim()).filter(Boolean);
}

/** A text as a type of Python's; `undefined` where it is none. */
export function typeOf(text: string): string | undefined {
  const place = { line: 0, character: 0, endLine: 0, endCharacter: 0 };
  return parseAnnotationText(text, place) === undefined ? undefined : text.replace(/\s+/g, " ");
}
