import type { CodeBase } from "../project/codeBase";
import type { SpecDocument } from "../spec/document/specDocument";
import { readFacts } from "../spec/fromCode/readFacts";
import { targetAt } from "../spec/fromCode/target";
import { compareArchitecture } from "./architecture";
import { boundPath, moduleOf } from "./binding";
import { compareRules } from "./businessRules/compareRules";
import { CodeNames } from "./codeNames";
import { compareDependencies } from "./dependencies";
import type { Difference } from "./difference";
import { compareEndpoints } from "./endpoints";
import { compareErrors } from "./errors";
import { compareEvents } from "./events";
import { compareMethods } from "./methods";
import { compareModels } from "./models";
import { compareSequences } from "./sequences";
import { compareSettings } from "./settings";
import type { Sides } from "./sides";
import { compareStates } from "./states";

/** The files that a spec is about, by their paths; none for one that names no code, or none that is there. */
export function boundFiles(spec: SpecDocument, code: CodeBase): readonly string[] {
  const target = targetOf(spec, code);
  return target?.files ?? [];
}

/** What a spec and the code that it names say differently; nothing for a spec that names none. */
export function differences(spec: SpecDocument, code: CodeBase): readonly Difference[] {
  const target = targetOf(spec, code);
  if (target === undefined) return [];
  // Asked once for all that is typed into the spec.
  const facts = code.queries.get(`facts for drift ${target.name}`, () =>
    readFacts(target.name, code),
  );
  if ("problem" in facts) return [];
  const { files } = target;
  const sides: Sides = { spec, facts, code, files, names: new CodeNames(code, files) };
  return [
    ...compareMethods(sides),
    ...compareErrors(sides),
    ...compareEndpoints(sides),
    ...compareModels(sides),
    ...compareSettings(sides),
    ...compareStates(sides),
    ...compareEvents(sides),
    ...compareDependencies(sides),
    ...compareArchitecture(sides),
    ...compareSequences(sides),
    ...compareRules(sides),
  ];
}

function targetOf(spec: SpecDocument, code: CodeBase) {
  const name = moduleOf(spec);
  const path = name === undefined ? undefined : boundPath(name, code);
  if (path === undefined) return undefined;
  const target = targetAt(path, code);
  return "problem" in target ? undefined : { name: path, files: target.files };
}
