import { externalName, textOf } from "../../evaluation/value";
import type { CodeBase } from "../../project/codeBase";
import { isSameSet } from "../../project/queries";
import type { Statement } from "../../python/ast/nodes";

/** Names that the module of a server has (https://fastapi.tiangolo.com/fastapi-cli/, uvicorn's and gunicorn's guides). */
const usualNames: ReadonlySet<string> = new Set(
  "main app api application asgi wsgi server serve run start web webapp __main__".split(" "),
);

/**
 * Whether a module that nobody imports is one that a server is started with: by its name, by a block for
 * `__name__ == "__main__"`, or because `uvicorn.run("app.server:app")` names it.
 */
export function isEntryPoint(path: string, code: CodeBase): boolean {
  const { name } = code.nameOf(path);
  const last = name.split(".").at(-1) ?? name;
  if (usualNames.has(last)) return true;
  if (namedModules(code).has(name)) return true;
  return code.queries.get(`main block ${path}`, () => code.statements(path).some(isMainGuard));
}

/** `if __name__ == "__main__":` */
function isMainGuard(statement: Statement): boolean {
  if (statement.nodeType !== "If" || statement.test.nodeType !== "Compare") return false;
  const { left, comparators } = statement.test;
  const sides = [left, ...comparators];
  return sides.some((side) => side.nodeType === "Name" && side.id === "__name__");
}

/** The modules that a server is told to import by a text. */
function namedModules(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "modules named to a server",
    () => {
      const servers = code.paths.filter((path) => importsServer(path, code));
      const effects = servers.flatMap((path) => [
        ...code.run(path).effects,
        ...code.functionRuns(path).flatMap((run) => run.effects),
      ]);
      const named = effects.flatMap(({ call }) => {
        if (!/^(uvicorn|hypercorn|granian)\b/.test(externalName(call.func) ?? "")) return [];
        const [module, attribute] = (textOf(call.args[0] ?? call.keywords.get("app")) ?? "").split(
          ":",
        );
        return module !== undefined && attribute !== undefined ? [module] : [];
      });
      return new Set(named);
    },
    isSameSet,
  );
}

function importsServer(path: string, code: CodeBase): boolean {
  return code
    .outlineOf(path)
    .some(({ imports }) =>
      imports.some(({ module }) => /^(uvicorn|hypercorn|granian)(\.|$)/.test(module)),
    );
}
