import type { Profile } from "./profile";

/** A module folder with exactly six files; router → service → repository → database. */
export const modular: Profile = {
  name: "modular",
  layers: {
    router: ["**/modules/*/router.py"],
    service: ["**/modules/*/service.py"],
    repository: ["**/modules/*/repository.py"],
    models: ["**/modules/*/models.py"],
    schemas: ["**/modules/*/schemas.py"],
    tasks: ["**/modules/tasks/service.py"],
  },
  errorConstantPrefix: "ERROR_",
  schemaSuffixes: ["Create", "Update", "Read"],
};
