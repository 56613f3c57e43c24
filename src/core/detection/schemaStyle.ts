import { ancestors, foreignBase } from "../evaluation/classes";
import { externalName } from "../evaluation/value";
import { backend as facade } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, isSameAnswer, tally, undetected } from "./detected";

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
  const classes = facade.schemas(code).schemas.flatMap(({ kind, value }) => {
    const isOurs = kind === "pydantic" && value.kind === "class";
    return isOurs && isBelow(value.path, backend.folder) ? [value] : [];
  });
  if (classes.length === 0) {
    const none = undetected("there are no Pydantic models");
    return { base: none, suffixes: none };
  }
  const above = classes.map((of) =>
    ancestors(of)
      .slice(1)
      .toReversed()
      .flatMap((one) => (one.kind === "class" ? [`${one.module}.${one.qualname}`] : [])),
  );
  const plain = classes.filter((_, index) => above[index]?.length === 0);
  const [outside] = tally(plain.flatMap((of) => externalName(foreignBase(of)) ?? []));
  // A base is a schema itself, which it cannot inherit.
  const [most] = tally(above.flat());
  const of = (count: number): string => `${count} of ${counted(classes.length, "schema")}`;
  const isUsual = most !== undefined && (most[1] + 1) * 2 > classes.length;
  return {
    base: isUsual
      ? detected(most[0], `it is a base of ${of(most[1])}`)
      : outside !== undefined && outside[1] * 2 > classes.length
        ? detected(shortened(outside[0]), `it is the only base of ${of(outside[1])}`)
        : undetected(`at most ${of(most?.[1] ?? 0)} have a base in common`),
    suffixes: suffixesOf(classes.map(({ name }) => name)),
  };
}

/** `sqlmodel.main.SQLModel` as it is imported. */
function shortened(name: string): string {
  return name.replace(/^(\w+)\..*\.(\w+)$/, "$1.$2");
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
