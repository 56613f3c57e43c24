import type { Place } from "../evaluation/value";
import { backend } from "../frameworks/backend";
import type { Enqueue } from "../frameworks/tasks/task";
import type { CodeBase } from "../project/codeBase";

/** What the call at a place asks a queue for; `undefined` for other calls. */
export function enqueueAt(place: Place, code: CodeBase): Enqueue | undefined {
  const all = code.queries.get(
    "enqueues by place",
    () => new Map(backend.tasks(code).enqueues.map((one) => [keyOf(one.place), one])),
  );
  return all.get(keyOf(place));
}

function keyOf({ path, line, character }: Place): string {
  return `${path}:${line}:${character}`;
}
