import { detection } from "../detection/detection";
import type { CodeBase } from "../project/codeBase";
import type { Inspection } from "./inspection";

/**
 * The profile and the modules as `inspect` reports them. Of several backends the profile is that of the one with the most
 * endpoints, and the reasons name the others'; the modules are those of all.
 */
export function inspectLayout(code: CodeBase): Pick<Inspection, "profile" | "modules"> {
  const layouts = detection.backends(code).map((backend) => ({
    name: backend.package ?? backend.folder,
    ...detection.layout(backend, code),
  }));
  const [main, ...others] = layouts;
  if (main === undefined) {
    return { profile: { name: null, reasons: ["no application is found"] }, modules: [] };
  }
  return {
    profile: {
      name: main.profile.value ?? null,
      reasons: [
        ...main.profile.reasons,
        ...others.map(({ name, profile }) => `${name} besides it: ${profile.value ?? "neither"}`),
      ],
    },
    modules: layouts.flatMap(({ modules }) => modules),
  };
}
