import type { CodeBase } from "../../project/codeBase";
import { isSameSet } from "../../project/queries";
import { isTestPath } from "../../project/testPaths";
import { nameTable } from "../../text/nameTable";

/** Methods and names that only some libraries have. */
const byLibrary: Readonly<Record<string, string>> = nameTable({
  celery: "delay apply_async conf config_from_object config_from_envvar register_task task",
  dramatiq: "send send_with_options add_middleware actor",
  taskiq: "kiq task",
  rq: "delay enqueue enqueue_call enqueue_in enqueue_at job",
  apscheduler: "add_job add_schedule scheduled_job",
});
/** What counts whatever is imported: some of it is known by its name alone. */
const always =
  "enqueue_job send_task add_task add_periodic_task BackgroundTask BackgroundTasks background arq";

/**
 * Whether something in the bodies of a file's functions can have to do with tasks. It takes a look at the words of the
 * file, not a run of its functions, of which most in any project have nothing to do with them.
 */
export function mentionsTasks(path: string, code: CodeBase): boolean {
  const words = taskWords(code);
  const statements = code.factsOf(path)?.statements ?? [];
  return statements.some((statement) => {
    for (const word of code.wordsOf(statement)) if (words.has(word)) return true;
    return false;
  });
}

/** The words without which no call has to do with tasks: methods of the libraries, and what the project calls things of theirs. */
function taskWords(code: CodeBase): ReadonlySet<string> {
  return code.queries.get(
    "words of tasks",
    () => {
      const words = new Set(always.split(" "));
      for (const path of code.paths) {
        if (isTestPath(path)) continue;
        for (const word of namesOfLibraries(path, code)) words.add(word);
      }
      return words;
    },
    isSameSet,
  );
}

/** What a file calls the things of libraries that it imports and makes at its top level. */
function namesOfLibraries(path: string, code: CodeBase): readonly string[] {
  const outline = code.outlineOf(path);
  const libraries = outline
    .flatMap(({ imports }) => imports.map(({ module }) => /^[a-z]+/.exec(module)?.[0] ?? ""))
    .filter((name) => name in byLibrary || name === "arq");
  if (libraries.length === 0) return [];
  const imported = outline.flatMap(({ bindings }) =>
    bindings.flatMap((one) =>
      one.kind === "import" && libraries.some((name) => one.from.module.startsWith(name))
        ? [one.name]
        : [],
    ),
  );
  const methods = libraries.flatMap((name) => byLibrary[name]?.split(" ") ?? []);
  const known = new Set([...libraries, ...imported, ...methods]);
  const made = (code.factsOf(path)?.statements ?? []).flatMap((statement) =>
    [...code.wordsOf(statement)].some((word) => known.has(word))
      ? statement.bindings.flatMap(({ kind, name }) => (kind === "variable" ? [name] : []))
      : [],
  );
  return [...known, ...made];
}
