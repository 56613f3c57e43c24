import type { Expression, Node, Statement } from "../../../python/ast/nodes";
import { forEachStatement } from "../../../python/ast/statementsIn";
import { walk } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { parametersOf } from "../../../python/scopes/build";
import { lookUp, type Scope } from "../../../python/scopes/scope";
import { isFunction } from "../../syntax/functions";

/** Whether there is any annotation in a file. */
export function hasAnnotations(file: PythonFile): boolean {
  let found = false;
  forEachAnnotated(file, () => {
    found = true;
  });
  return found;
}

/**
 * Whether an annotation names something that is not a name of the module. In a string such a name is not found: what
 * reads annotations looks in the module, and, for those of a class, at what the class's names have become.
 */
export function namesLocal(file: PythonFile): boolean {
  let isLocal = false;
  forEachAnnotated(file, (statement, annotations) => {
    const scope = file.scopeOf(statement);
    for (const annotation of annotations) {
      walk(annotation, (node) => {
        if (isLocalName(node, scope)) isLocal = true;
      });
    }
  });
  return isLocal;
}

function isLocalName(node: Node, scope: Scope): boolean {
  if (node.nodeType === "NamedExpr" || node.nodeType === "Yield") return true;
  if (node.nodeType !== "Name") return false;
  const found = lookUp(node.id, scope);
  return found !== undefined && found.scope.parent !== undefined;
}

/** Calls back with each statement that annotates something, and with its annotations. */
function forEachAnnotated(
  file: PythonFile,
  callback: (statement: Statement, annotations: readonly Expression[]) => void,
): void {
  for (const top of file.parsed.module.body) {
    forEachStatement(top, (statement) => {
      const annotations = annotationsOf(statement);
      if (annotations.length > 0) callback(statement, annotations);
    });
  }
}

function annotationsOf(statement: Statement): readonly Expression[] {
  if (statement.nodeType === "AnnAssign") return [statement.annotation];
  if (!isFunction(statement)) return [];
  const own = [
    ...parametersOf(statement.args).map(({ annotation }) => annotation),
    statement.returns,
  ];
  return own.filter((annotation) => annotation !== null);
}
