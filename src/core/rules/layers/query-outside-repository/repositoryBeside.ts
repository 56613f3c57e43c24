import { backendOf } from "../../../detection/backends";
import { subjectFolder } from "../../../detection/moduleFolders";
import { layoutOf } from "../../../detection/profile";
import { configFolder } from "../../configFolder";
import type { AnyRuleContext } from "../../rule";
import { moduleOf } from "../moduleFolders";
import { isRepositoryPlace, type Roles } from "../roles";

/** The repository of the module that a file is part of; in layered code of the subject that it has in common with others. */
export function repositoryBeside(context: AnyRuleContext, roles: Roles): string | undefined {
  const { file, code, config } = context;
  const module = moduleOf(file.path, code, config, configFolder(context));
  const files =
    module === undefined
      ? sameSubject(context)
      : code.paths.filter((path) => path.startsWith(`${module}/`));
  const repositories = files.filter((path) => isRepositoryPlace(path, "", roles));
  // Of another part of the module it is not this one's.
  return module === undefined
    ? repositories[0]
    : repositories.find((path) => file.path.startsWith(`${subjectFolder(path)}/`));
}

function sameSubject({ file, code }: AnyRuleContext): readonly string[] {
  const backend = backendOf(file.path, code);
  if (backend === undefined) return [];
  const subject = layoutOf(backend, code).modules.find(({ files }) => files.includes(file.path));
  return subject?.files ?? [];
}
