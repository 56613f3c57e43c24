import type { Expression, Statement } from "../../python/ast/nodes";
import { codeOf } from "./codeOf";
import { definitionName } from "./statementText";

/** How a list of statements became another one, in the order of the new one. */
export type Step =
  | { readonly kind: "kept"; readonly before: Statement; readonly after: Statement }
  /** A statement that is another version of one that was there. */
  | { readonly kind: "changed"; readonly before: Statement; readonly after: Statement }
  /** Statements in the place of others, or of none. */
  | {
      readonly kind: "replaced";
      readonly before: readonly Statement[];
      readonly after: readonly Statement[];
    };

/** The steps that lead from one list of statements to another. */
export function align(before: readonly Statement[], after: readonly Statement[]): Step[] {
  const steps: Step[] = [];
  let from = { before: 0, after: 0 };
  const end = { before: before.length, after: after.length };
  for (const to of [...common(before, after), end]) {
    const gone = before.slice(from.before, to.before);
    const come = after.slice(from.after, to.after);
    steps.push(...gap(gone, come));
    const [kept, same] = [before[to.before], after[to.after]];
    if (kept && same) steps.push({ kind: "kept", before: kept, after: same });
    from = { before: to.before + 1, after: to.after + 1 };
  }
  return steps;
}

/** The places of a longest common subsequence. */
function common(before: readonly Statement[], after: readonly Statement[]) {
  const [a, b] = [before.map(codeOf), after.map(codeOf)];
  const lengths = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const places: { readonly before: number; readonly after: number }[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) places.push({ before: i++, after: j++ });
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return places;
}

/** What became of statements between two that stayed: versions of each other are told by name, or by being alone of a kind. */
function gap(gone: readonly Statement[], come: readonly Statement[]): Step[] {
  const steps: Step[] = [];
  let rest = [...gone];
  let added: Statement[] = [];
  const flush = (until: number) => {
    const before = rest.slice(0, until);
    rest = rest.slice(until);
    if (before.length + added.length > 0) steps.push({ kind: "replaced", before, after: added });
    added = [];
  };
  for (const after of come) {
    const index = rest.findIndex((before) => isVersion(before, after, gone, come));
    const before = rest[index];
    if (before === undefined) added.push(after);
    else {
      flush(index);
      steps.push({ kind: "changed", before, after });
      rest = rest.slice(1);
    }
  }
  flush(rest.length);
  return steps;
}

function isVersion(
  before: Statement,
  after: Statement,
  gone: readonly Statement[],
  come: readonly Statement[],
): boolean {
  if (before.nodeType !== after.nodeType) return false;
  const name = definitionName(after);
  if (name !== undefined || definitionName(before) !== undefined) {
    return definitionName(before) === name;
  }
  const shape = shapeOf(after);
  const isAlone = (list: readonly Statement[]) =>
    list.filter((one) => shapeOf(one) === shape).length === 1;
  return shapeOf(before) === shape && isAlone(gone) && isAlone(come);
}

/** What two versions of a statement without a name have in common: what it asks, enters or calls. */
export function shapeOf(statement: Statement): string {
  const { nodeType } = statement;
  switch (nodeType) {
    case "If":
    case "While":
      return nodeType + codeOf(statement.test);
    case "For":
    case "AsyncFor":
      return nodeType + codeOf(statement.iter);
    case "With":
    case "AsyncWith":
      return nodeType + JSON.stringify(statement.items.map((item) => codeOf(item)));
    case "Expr":
      return nodeType + calledBy(statement.value);
    default:
      return nodeType;
  }
}

function calledBy(expression: Expression): string {
  if (expression.nodeType === "Await") return calledBy(expression.value);
  return expression.nodeType === "Call" ? codeOf(expression.func) : expression.nodeType;
}
