import { backend as facade } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { isGenerated } from "../project/generated";
import { type Backend, isBelow } from "./backends";
import { type Answer, detected, isSameAnswer, tally, undetected } from "./detected";
import { schemaBase } from "./schemaBase";

/** What schemas have in common. */
export interface SchemaStyle {
  /** The class that most schemas inherit from, dotted. */
  readonly base: Answer<string>;
  /** The last words of their names that recur, the most frequent first. */
  readonly suffixes: Answer<readonly string[]>;
}

/** How schemas of a backend are made and named. */
export function schemaStyle(backend: Backend, code: CodeBase): SchemaStyle {
  return code.queries.get(
    `detected schema style ${backend.folder}`,
    () => styleNow(backend, code),
    isSameAnswer,
  );
}

function styleNow(backend: Backend, code: CodeBase): SchemaStyle {
  const commentsOf = (path: string) => code.factsOf(path)?.comments ?? [];
  const classes = facade.schemas(code).schemas.flatMap(({ kind, value }) => {
    if (kind !== "pydantic" || value.kind !== "class") return [];
    const isOurs = isBelow(value.path, backend.root) && !isGenerated(commentsOf(value.path));
    return isOurs ? [value] : [];
  });
  if (classes.length === 0) {
    const none = undetected("there are no Pydantic models");
    return { base: none, suffixes: none };
  }
  return {
    base: schemaBase(classes, code),
    suffixes: suffixesOf(classes.map(({ name }) => name)),
  };
}

/** The words that end names of which the rest stands before several such words, or is a name of its own. */
function suffixesOf(names: readonly string[]): Answer<readonly string[]> {
  const split = names.flatMap((name) => {
    const [, stem, last] = /^(.*?[a-z0-9])(ListResponse|[A-Z][a-z]+|[A-Z]{2,})$/.exec(name) ?? [];
    return stem === undefined || last === undefined ? [] : [{ stem, last }];
  });
  const stems = new Map(tally([...split.map(({ stem }) => stem), ...names]));
  const recurring = new Set(
    tally(split.filter(({ stem }) => (stems.get(stem) ?? 0) > 1).map(({ last }) => last))
      .filter(([, count]) => count >= Math.max(2, names.length / 40))
      .map(([word]) => word),
  );
  const found = tally(split.map(({ last }) => last)).filter(
    ([word, count]) => recurring.has(word) || count * 4 > Math.max(names.length, 12),
  );
  if (found.length === 0) return undetected("no word ends several names");
  return detected(
    found.map(([word]) => word),
    found.map(([word, count]) => `${count} names end with ${word}`).join(", "),
  );
}
