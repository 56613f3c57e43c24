import { backend } from "../frameworks/backend";
import type { CodeBase } from "../project/codeBase";
import { isSameSet } from "../project/queries";

/** What is no service, by the nodes of its definitions: handlers, tasks, tables, schemas. */
export function otherRoles(code: CodeBase): ReadonlySet<object> {
  return code.queries.get(
    "definitions with a role of their own",
    () => {
      const found = new Set<object>();
      for (const { handler } of backend.routing(code).endpoints) found.add(handler.node);
      for (const task of backend.tasks(code).tasks)
        if (task.kind !== "background" && task.function) found.add(task.function.node);
      for (const { class: of } of backend.tables(code).tables) if (of) found.add(of.node);
      for (const { value } of backend.schemas(code).schemas)
        if (value.kind === "class") found.add(value.node);
      return found;
    },
    isSameSet,
  );
}
