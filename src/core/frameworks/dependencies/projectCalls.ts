import type { Effect } from "../../evaluation/evaluator";
import type { CallV, FunctionV } from "../../evaluation/value";
import type { CodeBase, ModuleRun } from "../../project/codeBase";

/** A call somewhere in the project. */
export interface ProjectCall extends Effect {
  /** The function whose body it stands in; `undefined` for what happens when the module is imported. */
  readonly caller: FunctionV | undefined;
}

/**
 * The calls that a module makes when it is imported, also in functions that it calls then, and those in the bodies of
 * its functions, whatever they are called with.
 */
export function projectCalls(run: ModuleRun, codeBase: CodeBase): readonly ProjectCall[] {
  const inBodies = codeBase
    .functionRuns(run.path)
    .flatMap((one) =>
      one.effects.map((effect): ProjectCall => ({ ...effect, caller: one.function })),
    );
  return [...callsAtImport(run), ...inBodies];
}

/** The calls that a module makes when it is imported, also in functions that it calls then. */
export function callsAtImport({ effects }: ModuleRun): readonly ProjectCall[] {
  return effects.map((effect) => ({ ...effect, caller: undefined }));
}

/** `path:line:character`, by which a place is the same as another. */
export function placeKey({ place: { path, line, character } }: Pick<CallV, "place">): string {
  return `${path}:${line}:${character}`;
}
