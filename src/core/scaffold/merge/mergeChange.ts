import type { TextEdit } from "../../edits/plan";
import type { Statement } from "../../python/ast/nodes";
import type { PythonParser } from "../../python/parser";
import { type Changing, changeBody } from "./changeBody";
import { byPlace } from "./insertions";
import { mergeImports } from "./mergeImports";

/** What a file of Python gets, and what has to be done by hand. */
export interface MergedChange {
  readonly edits: readonly TextEdit[];
  readonly left: Changing["left"];
}

/**
 * The edits that change a file as a text changed from one version to another: between both the file may have been edited by
 * hand and laid out anew. Statements are compared as code; what people wrote is never touched, and what cannot be placed
 * beside it is left to them.
 * @returns why there are none, as the end of a sentence, where the file cannot be read
 */
export function mergeChange(
  before: string,
  after: string,
  text: string,
  parser: PythonParser,
): MergedChange | string {
  const { module, errors } = parser.read(text);
  if (errors.length > 0) return `line ${(errors[0]?.start.line ?? 0) + 1} is no Python`;
  if (before === after) return { edits: [], left: [] };
  const [old, fresh] = [parser.read(before).module.body, parser.read(after).module.body];
  const changing: Changing = {
    afterLines: after.split("\n"),
    lines: text.split(/\r?\n/),
    edits: mergeImports(module.body, fresh, old),
    left: [],
  };
  const [was, wanted, there] = [old, fresh, module.body].map(withoutHead);
  if (was && wanted && there) {
    const start = { after: wanted.last, current: there.last };
    changeBody(was.rest, wanted.rest, there.rest, "", changing, start);
  }
  const breaks = text.includes("\r\n") ? "\r\n" : "\n";
  const edits = byPlace(changing.edits).map((edit) => ({
    ...edit,
    newText: edit.newText.replaceAll("\n", breaks),
  }));
  return { edits, left: changing.left };
}

/** A file without its docstring and imports, which are merged by their names, and the last of those. */
function withoutHead(body: readonly Statement[]) {
  const end = body.findIndex((one, index) => !isHead(one, index));
  const length = end === -1 ? body.length : end;
  return { rest: body.slice(length), last: body[length - 1] };
}

function isHead({ nodeType }: Statement, index: number): boolean {
  return (index === 0 && nodeType === "Expr") || /^Import(?:From)?$/.test(nodeType);
}
