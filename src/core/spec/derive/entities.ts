import type { Field } from "../../fields/field";
import { parseFields } from "../../fields/parseFields";
import type { Answers } from "../answers/schema";
import { classNameOf, snakeNameOf } from "../names";

/** A model that the service owns. */
export interface Entity {
  /** As a Python class. */
  readonly className: string;
  /** As a variable: `task_config`. */
  readonly snake: string;
  readonly plural: string;
  /** In a sentence: `task config`; in another script as it was said. */
  readonly words: string;
  /** Several of them in a sentence: `task configs`; English knows no plural of what is in another script. */
  readonly pluralWords: string;
  readonly fields: readonly Field[];
  /** The fields that say in which state it is. */
  readonly statuses: readonly StatusField[];
  /** Whether it has a version, so that of two changes at once the second is refused. */
  readonly hasVersion: boolean;
}

/** A field with an enum that a record moves through. */
export interface StatusField {
  readonly name: string;
  readonly values: readonly string[];
  readonly initial: string;
}

/** The models that answers name. Fields that cannot be read are left out; `answersProblems` names them. */
export function deriveEntities({ entities }: Answers): Entity[] {
  return entities.map(({ name, fields: texts }) => {
    const { fields } = parseFields(texts);
    const snake = snakeNameOf(name);
    const isLatin = !/(?!\p{Script=Latin})\p{L}/u.test(name);
    const plural = pluralOf(snake);
    const words = isLatin ? snake.replaceAll("_", " ") : wordsOf(name);
    return {
      className: classNameOf(name),
      snake,
      plural,
      words,
      pluralWords: isLatin ? plural.replaceAll("_", " ") : words,
      fields,
      statuses: statusFields(fields),
      hasVersion: fields.some(
        ({ name: field, type }) =>
          field === "version" && (type.kind === "int" || type.kind === "bigint"),
      ),
    };
  });
}

function statusFields(fields: readonly Field[]): StatusField[] {
  return fields.flatMap(({ name, type, default: given }): StatusField[] => {
    if (type.kind !== "enum" || !/(?:^|_)(?:status|state)$/.test(name)) return [];
    const value = given?.kind === "literal" ? String(given.value) : undefined;
    const initial = value !== undefined && type.values.includes(value) ? value : type.values[0];
    return [{ name, values: type.values, initial: initial ?? "" }];
  });
}

/** The words of a name, in its own letters. */
function wordsOf(name: string): string {
  return name
    .normalize("NFC")
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

/** The plural of an English noun, as far as its ending tells. */
export function pluralOf(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** A noun with its article. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
