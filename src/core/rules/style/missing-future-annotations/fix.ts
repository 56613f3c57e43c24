import { filesOfDependencyClasses } from "../../../frameworks/fastapi/dependencies/dependencyClasses";
import { isAtLeast } from "../../../project/layout/versions";
import type { Statement } from "../../../python/ast/nodes";
import { forEachStatement } from "../../../python/ast/statementsIn";
import type { PythonFile } from "../../../python/pythonFile";
import type { AnyRuleContext, Report } from "../../rule";
import { decoratorNames, isDecoratedAs } from "../../syntax/decorators";
import { functionsOf, isFunction } from "../../syntax/functions";
import { namesLocal } from "./annotations";
import { readsAnnotations } from "./readAnnotations";

/** Decorators that leave the function itself in place, or read its annotations in the function's own module. */
const plain =
  /^(?:property|staticmethod|classmethod|overload|override|abstractmethod|cached_property|lru_cache|cache|asynccontextmanager|contextmanager|fixture|setter|getter|deleter|wraps|(?:model|field|root)?_?validator|(?:model|field)_serializer|computed_field|hybrid_property|get|post|put|patch|delete|head|options|websocket|api_route|exception_handler|middleware|on_event)$/;

/** Decorators that leave a class as it is, or read its annotations as type checkers do. */
const plainOfClass =
  /^(?:dataclass|final|runtime_checkable|total_ordering|unique|verify|deprecated|declarative_mixin|as_declarative)$/;

/**
 * Puts the import before the first statement. None where annotations name what only they see (see `namesLocal`),
 * where SQLModel reads them as they are written, or FastAPI would; unsafe where a decorator may read them in another
 * module, and where the project reads annotations by itself.
 */
export function futureImportFix(
  first: Statement,
  { file, code }: Pick<AnyRuleContext, "file" | "code">,
): Report<string>["fix"] {
  if (namesLocal(file) || declaresRelationships(file)) return undefined;
  const fastapi = code.versionsFor(file.path).get("fastapi");
  if (answersNothing(file) && isAtLeast(fastapi, "0.117.0") !== true) return undefined;
  if (isAtLeast(fastapi, "0.123.10") !== true && filesOfDependencyClasses(code).has(file.path))
    return undefined;
  const decorator = "decorator_list" in first ? first.decorator_list[0] : undefined;
  const line = decorator?.line ?? first.line;
  const { document } = file;
  const start = { line, character: 0 };
  const before = document.getText({
    start,
    end: { line, character: decorator?.character ?? first.character },
  });
  // A decorator begins behind its @; anything else before the statement is another statement.
  if (before.trim() !== (decorator === undefined ? "" : "@")) return undefined;
  const isFuture = first.nodeType === "ImportFrom" && first.module === "__future__";
  const isImport = first.nodeType === "Import" || first.nodeType === "ImportFrom";
  const trail = isFuture ? "\n" : isImport ? "\n\n" : "\n\n\n";
  const lines = "from __future__ import annotations";
  return {
    title: "Add from __future__ import annotations",
    safety: hasForeignDecorators(file) || readsAnnotations(code) ? "unsafe" : "safe",
    edits: { replacements: [], insertions: [{ at: start, lines, lead: "", trail }] },
  };
}

/**
 * Whether a route says that it returns `None`. As a text, FastAPI before 0.117.0 takes it for a model of the response,
 * which a 204 must not have (https://github.com/fastapi/fastapi/pull/9425).
 */
function answersNothing(file: PythonFile): boolean {
  return functionsOf(file.parsed.module).some(
    ({ node }) =>
      node.returns?.nodeType === "Constant" &&
      node.returns.value === null &&
      isDecoratedAs(node, "get", "post", "put", "patch", "delete", "head", "options", "api_route"),
  );
}

/** SQLModel takes a relationship's target from the annotation when the class is made. */
function declaresRelationships({ moduleScope }: PythonFile): boolean {
  return [...moduleScope.bindings.values()]
    .flat()
    .some(
      (binding) =>
        binding.kind === "import" && /^sqlmodel\.(?:.*\.)?Relationship$/.test(binding.target),
    );
}

/** Whether an annotated function or class is wrapped by something whose module could be the one its annotations are read in. */
function hasForeignDecorators(file: PythonFile): boolean {
  let isForeign = false;
  for (const top of file.parsed.module.body) {
    forEachStatement(top, (statement) => {
      if (!isFunction(statement) && statement.nodeType !== "ClassDef") return;
      const known = isFunction(statement) ? plain : plainOfClass;
      const names = decoratorNames(statement);
      const isPlain = names.every((name) => known.test(name.split(".").at(-1) ?? name));
      if (!isPlain || names.length !== statement.decorator_list.length) isForeign = true;
    });
  }
  return isForeign;
}
