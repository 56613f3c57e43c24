import { foreignBase } from "../../evaluation/classes";
import { externalName, optionsOf, type Value } from "../../evaluation/value";
import type { TaskKind } from "./task";

/** Objects of libraries that tasks are registered with or sent to, by the dotted name of their class. */
const classes: readonly (readonly [RegExp, TaskKind])[] = [
  [/^celery\.(?:app\.)?(?:base\.)?Celery$/, "celery"],
  [/^dramatiq\.brokers\.|^dramatiq\.Broker$/, "dramatiq"],
  [/^arq\.(?:connections\.)?(?:ArqRedis|create_pool)$/, "arq"],
  [/^taskiq(?:_\w+)?\.(?:\w+\.)*\w*Broker$|^taskiq\.(?:\w+\.)*async_shared_broker$/, "taskiq"],
  [/^rq\.(?:queue\.)?Queue$/, "rq"],
  [/^apscheduler\.(?:schedulers\.\w+\.)?\w*Scheduler$/, "apscheduler"],
  [/^(?:fastapi|starlette)\.(?:background\.)?BackgroundTasks$/, "background"],
];

/** The library whose queue, scheduler or application a value is. */
export function libraryOf(value: Value): TaskKind | undefined {
  for (const option of optionsOf(value)) {
    const name = className(option);
    const found = name === undefined ? undefined : classes.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
    // `broker.with_result_backend(…)` gives the broker again.
    if (option.kind === "call" && option.func.kind === "attribute") {
      const inner = libraryOf(option.func.value);
      if (inner !== undefined && /^with_/.test(option.func.attr)) return inner;
    }
  }
  return undefined;
}

function className(value: Value): string | undefined {
  switch (value.kind) {
    case "call":
      return externalName(value.func);
    case "instance":
      return externalName(foreignBase(value.class));
    case "some": {
      const { type } = value;
      return type.kind === "class" ? externalName(foreignBase(type)) : externalName(type);
    }
    case "external":
      return value.name;
    default:
      return undefined;
  }
}
