import { compactSections } from "./compact";
import { formatSchema } from "./format";
import { python } from "./holdings";

/** The `module` format: the compact specification of one FastAPI service module. */
export const module = formatSchema.parse({
  name: "module",
  title: "Backend Service Specification: <name>",
  file: "module-<name>.md",
  frontMatter: ["backend-spec", "name", "module", "date", "status"],
  fields: ["Module", "Date", "Spec Reference"],
  sections: compactSections({
    architecture: "a flowchart of the router, this service and each of its dependencies",
    interface: {
      id: "interface",
      heading: "Service Interface",
      level: 2,
      about: "a Python class with each method, its docstring with Args, Returns and Raises",
      holds: [python],
    },
    security: "who may call it, and what is never logged, answered or passed on",
  }),
});
