import type { Detector, FilledKey, FilledKeys } from "../config/filledKeys";
import type { CodeBase } from "../project/codeBase";
import { type Backend, backendOf, isBelow } from "./backends";
import { tableBases } from "./declarativeBase";
import { type Answer, detected, isSameAnswer, undetected } from "./detected";
import { detectedLayers } from "./layers";
import { moduleShape } from "./moduleShape";
import { schemaStyle } from "./schemaStyle";
import { sessionAccess } from "./sessionAccess";
import { settingsAccess } from "./settingsAccess";
import { softDeleteColumn } from "./softDelete";
import { taskQueue } from "./taskQueue";

type Answers = {
  readonly [K in FilledKey]: (backend: Backend, code: CodeBase) => Answer<FilledKeys[K]>;
};

const answers: Answers = {
  package: (backend) =>
    backend.package === undefined
      ? undetected("its modules stand side by side")
      : detected(backend.package, ...backend.reasons),
  "source-roots": ({ root }) => detected([root || "."], `imports start from ${root || "the root"}`),
  "modules.root": (backend, code) => moduleShape(backend, code).root,
  "modules.files": (backend, code) => moduleShape(backend, code).files,
  "names.schemas": (backend, code) => schemaStyle(backend, code).suffixes,
  "database.session": (backend, code) => sessionAccess(backend, code).dependency,
  "database.base": (backend, code) => tableBases(backend, code).base,
  "database.mixin": (backend, code) => tableBases(backend, code).mixin,
  "database.soft-delete": softDeleteColumn,
  "schemas.base": (backend, code) => schemaStyle(backend, code).base,
  "settings.function": (backend, code) => {
    const { function: getter, instance } = settingsAccess(backend, code);
    if (getter.value !== undefined || instance.value === undefined) return getter;
    return undetected(...getter.reasons, `${instance.value} holds them`);
  },
  "tasks.queue": (backend, code) => taskQueue(backend, code).queue,
  "tasks.location": (backend, code) => taskQueue(backend, code).location,
};

/** What the code of a folder says itself, for a configuration in that folder or above it. */
export function detectorFor(folder: string, configFolder: string, code: CodeBase): Detector {
  const start = configFolder === "" ? 0 : configFolder.length + 1;
  const inside = (path: string): string => (start === 0 ? path : `${configFolder}/${path}`);
  return {
    answer: (key) => {
      const backend = backendOf(folder === "" ? "main.py" : `${folder}/main.py`, code);
      return backend === undefined
        ? undetected("no application is found here")
        : answers[key](backend, code);
    },
    paths: () =>
      code.queries.get(
        `paths below ${configFolder}`,
        () =>
          code.paths
            .filter((path) => isBelow(path, configFolder))
            .map((path) => path.slice(start))
            .sort(),
        isSameAnswer,
      ),
    layerOf: (path) => detectedLayers(code).layerOf(inside(path)),
  };
}
