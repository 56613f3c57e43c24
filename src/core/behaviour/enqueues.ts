import type { Place } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import type { Enqueue } from "../frameworks/tasks/task";
import type { CodeBase } from "../project/codeBase";

/** What the call at a place asks a queue for; `undefined` for other calls. */
export function enqueueAt(place: Place, code: CodeBase): Enqueue | undefined {
  const all = code.queries.get(
    "enqueues by place",
    () => new Map(backend.tasks(code).enqueues.map((one) => [keyOf(one.place), one])),
    isSame,
  );
  return all.get(keyOf(place));
}

/** Whether the same is asked of the same tasks at the same places: what else their functions do does not count here. */
function isSame(a: ReadonlyMap<string, Enqueue>, b: ReadonlyMap<string, Enqueue>): boolean {
  const said = ({ task, name, method }: Enqueue) =>
    [task?.name, task?.kind, name, method].join(" ");
  return (
    a.size === b.size &&
    [...a].every(([key, one]) => {
      const other = b.get(key);
      return (
        other !== undefined &&
        said(one) === said(other) &&
        one.task?.function?.node === other.task?.function?.node &&
        one.caller?.node === other.caller?.node
      );
    })
  );
}

function keyOf({ path, line, character }: Place): string {
  return `${path}:${line}:${character}`;
}
