import { classOf } from "../evaluation/attributes";
import {
  type CallV,
  type ClassV,
  externalName,
  type FunctionV,
  optionsOf,
  type Value,
} from "../evaluation/value";
import { queryMethods, sessionOf } from "./sessionTypes";

/** A top-level function or class of the project: `app/users/service.py:UserService`. */
export type UnitKey = string;

/** What one top-level function or class does. */
export interface UnitUses {
  /** Empty for what its module does on import. */
  readonly name: string;
  readonly isClass: boolean;
  /** Calls of sessions that wait, and that do not. */
  readonly asyncQueries: number;
  readonly syncQueries: number;
  /** Queries that it builds. */
  readonly statements: number;
  /** Exceptions that it makes. */
  readonly errors: number;
  readonly calls: readonly UnitKey[];
}

const statements = /^(?:sqlalchemy|sqlmodel)\.(?:\w+\.)*(?:select|insert|update|delete)$/;
/** Classes of libraries whose objects are repositories. */
const repositoryClasses =
  /^(?:fastcrud\.(?:\w+\.)*FastCRUD|sqlalchemy_crud_plus\.(?:\w+\.)*CRUDPlus|advanced_alchemy\.(?:\w+\.)*\w+Repository)$/;

/** The unit that a function or class belongs to. */
export function unitOf({ path, qualname }: Pick<FunctionV | ClassV, "path" | "qualname">): UnitKey {
  return `${path}:${qualname.split(".")[0] ?? ""}`;
}

/** Gathers what one unit does, call by call. */
export class UnitGathering {
  errors = 0;
  private asyncQueries = 0;
  private syncQueries = 0;
  private statements = 0;
  private readonly calls = new Set<UnitKey>();
  private readonly seen = new Set<object>();

  constructor(
    private readonly name: string,
    private readonly isClass: boolean,
  ) {}

  take(call: CallV): void {
    const { func } = call;
    for (const option of optionsOf(func)) this.takeCalled(option);
    if (isRepository(func)) this.statements++;
    const key = call.node ?? call;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (statements.test(externalName(func) ?? "")) this.statements++;
    if (func.kind !== "attribute" || !queryMethods.has(func.attr)) return;
    const session = sessionOf(func.value);
    if (session?.isAsync === true) this.asyncQueries++;
    else if (session !== undefined) this.syncQueries++;
  }

  result(): UnitUses {
    const { name, isClass, asyncQueries, syncQueries, statements: built, errors } = this;
    const calls = [...this.calls].sort();
    return { name, isClass, asyncQueries, syncQueries, statements: built, errors, calls };
  }

  private takeCalled(called: Value): void {
    if (called.kind === "function" || called.kind === "class") this.calls.add(unitOf(called));
    if (called.kind === "bound") {
      this.calls.add(unitOf(called.function));
      const of = classOf(called.self);
      if (of !== undefined) this.calls.add(unitOf(of));
    }
    if (called.kind === "attribute") {
      // A method that the class has from a library, or an object of a library's repository class.
      const of = called.value.kind === "class" ? undefined : classOf(called.value);
      if (of !== undefined) this.calls.add(unitOf(of));
      if (called.value.kind === "call" && isRepository(called.value.func)) {
        this.calls.add(`${called.value.place.path}:`);
      }
    }
  }
}

function isRepository(func: Value): boolean {
  const name = externalName(func.kind === "subscript" ? func.value : func);
  return repositoryClasses.test(name ?? "");
}
