import { ancestors } from "../evaluation/classes";
import {
  type CallV,
  type ClassV,
  externalName,
  type InstanceV,
  type Value,
} from "../evaluation/value";
import { rootOf } from "../frameworks/sqlalchemy/declarative";
import type { CodeBase } from "../project/codeBase";
import { type Backend, isBelow } from "./backends";
import { type Answer, counted, detected, isSameAnswer, tally, undetected } from "./detected";
import { mappedClasses } from "./mappedClasses";

/** What tables are made from. */
export interface TableBases {
  /** The declarative base, dotted. */
  readonly base: Answer<string>;
  /** The class besides it that most tables take. */
  readonly mixin: Answer<string>;
  /** All classes besides it that several tables take, the most used first. */
  readonly mixins: readonly string[];
}

/** The declarative base and the mixins of a backend's tables. */
export function tableBases(backend: Backend, code: CodeBase): TableBases {
  return code.queries.get(
    `detected table bases ${backend.folder}`,
    () => basesNow(backend, code),
    isSameAnswer,
  );
}

function basesNow(backend: Backend, code: CodeBase): TableBases {
  const classes = mappedClasses(code).filter((of) => isBelow(of.path, backend.root));
  const roots = classes.flatMap((of) => rootOf(of)?.base ?? []);
  const [most] = tally(roots.flatMap((root) => baseName(root, code) ?? []));
  const rootNames = new Set(roots.map((root) => baseName(root, code)));
  const depths = new Map(
    classes.flatMap((of) =>
      ancestors(of).flatMap((one): readonly (readonly [string, number])[] =>
        one.kind === "class" ? [[dotted(one), ancestors(one).length]] : [],
      ),
    ),
  );
  const mixins = tally(
    classes.flatMap((of) =>
      ancestors(of)
        .slice(1)
        .flatMap((one) => (one.kind === "class" && !isTable(one, classes) ? [dotted(one)] : []))
        .filter((name) => !rootNames.has(name)),
    ),
  ).filter(([, count]) => count > 1);
  // Of classes that nearly the same tables take, the one that inherits the others stands for them.
  const nearly = (mixins[0]?.[1] ?? 0) * 0.9;
  const [first] = mixins
    .filter(([, count]) => count >= nearly)
    .sort((a, b) => (depths.get(b[0]) ?? 0) - (depths.get(a[0]) ?? 0) || b[1] - a[1]);
  const of = (count: number): string => `${count} of ${counted(classes.length, "table class")}`;
  return {
    base:
      most === undefined
        ? undetected(classes.length === 0 ? "no table is made by a class" : "its base is not known")
        : detected(most[0], `it is a base of ${of(most[1])}`),
    mixin:
      first === undefined || first[1] * 2 < classes.length
        ? undetected("no other class is taken by half of the tables")
        : detected(first[0], `it is a base of ${of(first[1])}`),
    mixins: mixins.map(([name]) => name),
  };
}

function isTable(of: ClassV, classes: readonly ClassV[]): boolean {
  return classes.some(({ node }) => node === of.node);
}

function dotted({ module, qualname }: ClassV): string {
  return `${module}.${qualname}`;
}

/** The dotted name of a base: a class, or the variable that `declarative_base()` was given to. */
function baseName(base: Value, code: CodeBase): string | undefined {
  if (base.kind === "class") return dotted(base);
  const outside = externalName(base);
  if (outside !== undefined)
    return /(?:^|\.)SQLModel$/.test(outside) ? "sqlmodel.SQLModel" : outside;
  if (base.kind !== "call") return undefined;
  const { path } = base.place;
  for (const [name, value] of code.run(path).scope.names) {
    if (value.kind !== "call" && value.kind !== "instance") continue;
    if (value === base || isSameCall(value, base)) {
      return `${code.nameOf(path).name}.${name}`;
    }
  }
  return undefined;
}

function isSameCall(value: CallV | InstanceV, base: CallV): boolean {
  const call = value.kind === "instance" ? value.call : value;
  return call.node !== undefined && call.node === base.node;
}
