import type { Profile } from "./profile";

/** One file a layer; router → service → database. */
export const layered: Profile = {
  name: "layered",
  layers: {
    router: ["**/app/api/**/*.py"],
    service: ["**/app/services/*.py"],
    repository: ["**/app/repositories/*.py"],
    models: ["**/app/models/*.py"],
    schemas: ["**/app/schemas/*.py"],
    tasks: ["**/app/workers/**/*.py"],
  },
  errorConstantPrefix: "ERROR_",
  schemaSuffixes: ["Create", "Update", "Response", "ListResponse"],
};
