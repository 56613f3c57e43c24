import type { ProfileName } from "./schema";

/** The text of a configuration file that names a profile. @param reasons what of the code speaks for it */
export function newConfigText(profile: ProfileName, reasons: readonly string[]): string {
  return [
    "# The conventions that this backend keeps to. What is left out is filled from the profile, then from the code:",
    "# `backend-spec config` shows what holds, and why.",
    ...reasons.map((reason) => `# ${reason.replace(/\s+/g, " ")}`),
    `profile: ${profile}`,
    "",
  ].join("\n");
}
