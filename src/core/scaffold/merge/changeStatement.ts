import type { Expression, Statement } from "../../python/ast/nodes";
import { type Changing, changeBody } from "./changeBody";
import { changeExpression } from "./changeExpression";
import { codeOf } from "./codeOf";
import { definitionName, firstLine, textOf } from "./statementText";

/** Gives a statement of a file what another version of it got, part by part. @param where what it stands in */
export function changeStatement(
  before: Statement,
  after: Statement,
  current: Statement,
  where: string,
  changing: Changing,
): void {
  if (codeOf(current) === codeOf(after)) return;
  const inner = bodies(before, after, current);
  const heads = inner === undefined ? undefined : changeHead(before, after, current, changing);
  if (inner === undefined || heads === undefined) {
    changeWhole(before, after, current, where, changing);
    return;
  }
  changing.edits.push(...heads);
  const name = definitionName(after);
  const isFunction = after.nodeType === "FunctionDef" || after.nodeType === "AsyncFunctionDef";
  const within = name === undefined ? where : [where, name].filter((one) => one !== "").join(".");
  for (const [old, fresh, there] of inner) {
    changeBody(old, fresh, there, isFunction ? `${within}()` : within, changing);
  }
}

type Body = readonly Statement[];

/** The lists of statements in three versions of one statement; `undefined` where they do not go together. */
function bodies(a: Statement, b: Statement, c: Statement): [Body, Body, Body][] | undefined {
  const [x, y, z] = [bodiesOf(a), bodiesOf(b), bodiesOf(c)];
  if (a.nodeType !== c.nodeType || a.nodeType !== b.nodeType || x.length === 0) return undefined;
  if (x.length !== y.length || x.length !== z.length) return undefined;
  return x.map((body, index): [Body, Body, Body] => [body, y[index] ?? [], z[index] ?? []]);
}

function bodiesOf(statement: Statement): Body[] {
  switch (statement.nodeType) {
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "With":
    case "AsyncWith":
      return [statement.body];
    case "If":
    case "For":
    case "AsyncFor":
    case "While":
      return [statement.body, statement.orelse];
    default:
      return [];
  }
}

/** The edits of what stands above a body: decorators, and from there to its colon. */
function changeHead(
  before: Statement,
  after: Statement,
  current: Statement,
  changing: Changing,
): Changing["edits"] | undefined {
  const decorators = changeDecorators(before, after, current, changing);
  if (decorators === undefined || headCode(before) === headCode(after)) return decorators;
  if (headCode(current) === headCode(after)) return decorators;
  if (headCode(current) !== headCode(before)) return undefined;
  const [fresh, there] = [headLines(after), headLines(current)];
  if (fresh === undefined || there === undefined) return undefined;
  const newText = `${changing.afterLines.slice(fresh.from, fresh.to).join("\n")}\n`;
  const start = { line: there.from, character: 0 };
  return [...decorators, { range: { start, end: { line: there.to, character: 0 } }, newText }];
}

function changeDecorators(
  before: Statement,
  after: Statement,
  current: Statement,
  { afterLines, lines }: Changing,
): Changing["edits"] | undefined {
  const [old, fresh, there] = [before, after, current].map((one) =>
    "decorator_list" in one ? one.decorator_list : [],
  );
  if (old === undefined || fresh === undefined || there === undefined) return undefined;
  const edits: Changing["edits"] = [];
  for (const [index, wanted] of fresh.entries()) {
    const known = old[index];
    if (known !== undefined && codeOf(known) === codeOf(wanted)) continue;
    if (there.some((one) => codeOf(one) === codeOf(wanted))) continue;
    const mine = there.find((one) => nameOf(one) === nameOf(wanted));
    if (known === undefined || mine === undefined) return undefined;
    if (codeOf(mine) === codeOf(known)) {
      const start = { line: mine.line, character: 0 };
      const end = { line: mine.endLine + 1, character: 0 };
      const newText = `${afterLines.slice(wanted.line, wanted.endLine + 1).join("\n")}\n`;
      edits.push({ range: { start, end }, newText });
      continue;
    }
    const grown = changeExpression(known, wanted, mine, afterLines, lines);
    if (grown === undefined) return undefined;
    edits.push(...grown);
  }
  return edits;
}

function nameOf(decorator: Expression): string {
  return decorator.nodeType === "Call" ? codeOf(decorator.func) : codeOf(decorator);
}

/** What a statement says above its body, without decorators. */
function headCode(statement: Statement): string {
  const head = { ...statement, body: [], orelse: [], decorator_list: [] };
  return codeOf(head);
}

function headLines(statement: Statement): { from: number; to: number } | undefined {
  const [first] = bodiesOf(statement)[0] ?? [];
  if (first === undefined || firstLine(first) === statement.line) return undefined;
  return { from: statement.line, to: firstLine(first) };
}

/** Puts the new version in place of one that nobody has touched, or adds to it what it lacks. */
function changeWhole(
  before: Statement,
  after: Statement,
  current: Statement,
  where: string,
  { afterLines, lines, edits, left }: Changing,
): void {
  const source = lines.slice(firstLine(current), current.endLine + 1);
  if (codeOf(current) === codeOf(before) && !source.some((line) => /#/.test(line))) {
    const start = { line: firstLine(current), character: 0 };
    const end = { line: current.endLine + 1, character: 0 };
    edits.push({ range: { start, end }, newText: `${textOf(after, afterLines)}\n` });
    return;
  }
  const [old, fresh, there] = [valueIn(before), valueIn(after), valueIn(current)];
  const grown =
    old && fresh && there ? changeExpression(old, fresh, there, afterLines, lines) : undefined;
  if (grown !== undefined) edits.push(...grown);
  else left.push({ where, text: textOf(after, afterLines) });
}

function valueIn(statement: Statement): Expression | undefined {
  switch (statement.nodeType) {
    case "Assign":
    case "AnnAssign":
    case "Return":
    case "Expr":
      return statement.value ?? undefined;
    default:
      return undefined;
  }
}
