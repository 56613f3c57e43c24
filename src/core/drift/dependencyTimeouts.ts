import { type CallV, optionsOf, type Value } from "../evaluation/value";
import { numberOf } from "../frameworks/tasks/options";
import { fileCalls } from "../project/fileCalls";
import { isOpen } from "../spec/document/cells";
import { replaced } from "../spec/document/fixEdits";
import type { SpecRow } from "../spec/document/specTable";
import type { DependencyFact } from "../spec/fromCode/facts";
import { range } from "../text/range";
import type { Difference } from "./difference";
import { only, type Sides } from "./sides";

/** A figure with its unit at the start of a cell: “2s an attempt”, “`500 ms`”. */
const duration =
  /^(`?(?:<=?|≤|at most|max\.?)?\s*)(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?)?(?![\w.])/i;

/** Compares how long a spec says that a dependency is waited for with what the calls to it are given. */
export function compareTimeout(
  at: Pick<Difference, "kind" | "about" | "range" | "place">,
  row: SpecRow,
  fact: DependencyFact,
  { code }: Sides,
): readonly Difference[] {
  const cell = row.cell("Timeout");
  if (cell === undefined || isOpen(cell)) return [];
  const [whole, lead = "", figure, unit] = duration.exec(cell.source) ?? [];
  if (whole === undefined || figure === undefined) return [];
  const seconds = only([...new Set(timeoutsOf(fact, code))]);
  if (seconds === undefined || Math.abs(seconds - Number(figure) * secondsIn(unit)) < 1e-9)
    return [];
  const { line, character } = cell.range.start;
  const newText = written(seconds, unit);
  const where = range(line, character + lead.length, line, character + whole.length);
  const said = { part: "timeout", spec: whole.slice(lead.length), code: newText };
  return [{ ...at, sides: "both", range: where, said, edits: replaced(where, newText) }];
}

function secondsIn(unit = "s"): number {
  return /^ms|^mil/i.test(unit) ? 0.001 : /^m/i.test(unit) ? 60 : 1;
}

function written(seconds: number, unit: string | undefined): string {
  if (unit !== undefined && /^ms|^mil/i.test(unit)) return `${Math.round(seconds * 1000)}ms`;
  return seconds < 1 ? `${Math.round(seconds * 1000)}ms` : `${seconds}s`;
}

/** The seconds that the calls to a dependency wait; none where one of them does not say it in figures. */
function timeoutsOf({ uses }: DependencyFact, code: Sides["code"]): readonly number[] {
  const found: number[] = [];
  for (const { path, line, text } of uses) {
    const calls = [...fileCalls(code, path).values()].flat();
    const call = calls.find(
      ({ place, node }) => place.line === line - 1 && `${lastName(node?.func)}()` === text,
    );
    const given = call && timeoutIn(call);
    if (given === undefined) continue;
    const seconds = secondsOf(given);
    if (seconds === undefined) return [];
    found.push(seconds);
  }
  return found;
}

function lastName(func: NonNullable<CallV["node"]>["func"] | undefined): string {
  if (func?.nodeType === "Attribute") return func.attr;
  return func?.nodeType === "Name" ? func.id : "";
}

const keywords = [
  "timeout",
  "timeout_seconds",
  "socket_timeout",
  "total_timeout",
  "request_timeout",
];

/** What a call says of its timeout, or else the call that made what it is of. */
function timeoutIn({ func, keywords: given }: CallV): Value | undefined {
  const own = keywords.flatMap((one) => given.get(one) ?? [])[0];
  if (own !== undefined) return own;
  if (func.kind !== "attribute") return undefined;
  for (const one of optionsOf(func.value)) {
    const found = one.kind === "call" ? timeoutIn(one) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `5.0`, or `httpx.Timeout(5.0)` with nothing else. */
function secondsOf(value: Value): number | undefined {
  if (value.kind === "call") {
    const [first] = value.args;
    return first !== undefined && value.keywords.size === 0 ? secondsOf(first) : undefined;
  }
  return numberOf(value);
}
