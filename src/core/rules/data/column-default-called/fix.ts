import type { LineInsertion } from "../../../edits/fixEdits";
import { inheritsFrom } from "../../../evaluation/classes";
import { externalName } from "../../../evaluation/value";
import { classesOf } from "../../../frameworks/pydantic/classesOf";
import type { CodeBase } from "../../../project/codeBase";
import type { Expression } from "../../../python/ast/nodes";
import { rangeOf, walk } from "../../../python/ast/visit";
import { importLine } from "../../../python/edit/imports";
import type { PythonFile } from "../../../python/pythonFile";
import { dottedName } from "../../../python/scopes/build";
import type { AnyRuleContext, Report } from "../../rule";
import type { WrittenDefault } from "./writtenDefaults";

/** Passes a callable in place of its result; none where it would not find its names, or a dataclass takes it as it is. */
export function callableFix(
  written: WrittenDefault,
  { file, code }: AnyRuleContext,
): Report<string>["fix"] {
  const { value, replaced, before, isPlain, of } = written;
  if (isPartOfDataclass(value, file.path, code)) return undefined;
  const callable = callableFor(value, file);
  if (callable === undefined) return undefined;
  const edit = (newText: string, insertions: readonly LineInsertion[] = []) => ({
    title: of === "column" ? `Pass \`${callable}\`` : `Use \`default_factory=${callable}\``,
    edits: { replacements: [{ range: rangeOf(replaced), newText }], insertions },
  });
  if (!isPlain) return edit(`${before}${callable}`);
  const known = fieldName(file);
  const line = known === undefined ? importLine("pydantic", "Field", file) : undefined;
  const isTaken = known === undefined && file.moduleScope.bindings.has("Field");
  if (isTaken || (known === undefined && line === undefined)) return undefined;
  return edit(`${known ?? "Field"}(default_factory=${callable})`, line && [line]);
}

/** `datetime.utcnow` of `datetime.utcnow()`, `list` of `[]`, a `lambda` of all else. */
function callableFor(value: Expression, file: PythonFile): string | undefined {
  const { document } = file;
  if (value.nodeType === "List" && value.elts.length === 0) return "list";
  if (value.nodeType === "Dict" && value.values.length === 0) return "dict";
  if (value.nodeType === "Call" && value.args.length + value.keywords.length === 0) {
    if (dottedName(value.func) !== undefined) return document.getText(rangeOf(value.func));
  }
  return namesOfClass(value, file) ? undefined : `lambda: ${document.getText(rangeOf(value))}`;
}

/** Whether an expression reads a name of the class body that it stands in, which a `lambda` does not see. */
function namesOfClass(value: Expression, file: PythonFile): boolean {
  const scope = file.scopeOf(value);
  if (scope.node.nodeType !== "ClassDef") return false;
  let isFound = false;
  walk(value, (node) => {
    isFound ||= node.nodeType === "Name" && scope.bindings.has(node.id);
    return !isFound;
  });
  return isFound;
}

/** The name by which a file has `Field` of Pydantic or SQLModel. */
function fieldName({ moduleScope }: PythonFile): string | undefined {
  for (const [name, [binding, ...others]] of moduleScope.bindings) {
    if (binding?.kind !== "import" || others.length > 0) continue;
    if (/^(?:pydantic|sqlmodel)\.(?:\w+\.)*Field$/.test(binding.target)) return name;
  }
  return undefined;
}

const dataclassBases: ReadonlySet<string> = new Set(["sqlalchemy.orm.MappedAsDataclass"]);

/** Whether a class around is a mapped dataclass, where `default` is that of its `__init__`. */
function isPartOfDataclass({ line }: Expression, path: string, code: CodeBase): boolean {
  return classesOf(code.run(path)).some(
    (of) =>
      of.path === path &&
      of.node.line <= line &&
      line <= of.node.endLine &&
      (inheritsFrom(of, dataclassBases) ||
        of.decorators.some((one) =>
          /mapped_as_dataclass$/.test(externalName(one.kind === "call" ? one.func : one) ?? ""),
        )),
  );
}
