import { compareNamed } from "./compareNamed";
import type { ContractSetting } from "./contract";
import type { ContractChange } from "./contractChange";

/** Settings, as a deployment sees them: what it has to give for the application to start. */
export function compareSettings(
  before: readonly ContractSetting[],
  now: readonly ContractSetting[],
): readonly ContractChange[] {
  return compareNamed("setting", before, now, {
    isAddedBreaking: ({ isRequired }) => isRequired,
    isRemovedBreaking: () => false,
    details: (old, own) => [
      ...(old.isRequired !== own.isRequired
        ? [
            {
              what: own.isRequired ? "is required now" : "has a default now",
              breaking: own.isRequired,
            },
          ]
        : []),
      ...(old.type !== own.type
        ? [{ what: `was ${old.type}, is ${own.type}`, breaking: !isLooserType(old.type, own.type) }]
        : []),
      ...(old.default !== own.default && !old.isRequired && !own.isRequired
        ? [
            {
              what: `its default was ${text(old.default)}, is ${text(own.default)}`,
              breaking: false,
            },
          ]
        : []),
    ],
  });
}

/** Whether every value of one type is read as well by the other. */
function isLooserType(before: string, now: string): boolean {
  // A secret is read as any text is.
  if (before.replaceAll("SecretStr", "str") === now.replaceAll("SecretStr", "str")) return true;
  return now === `${before} | None` || now === "str" || (before === "int" && now === "float");
}

function text(value: ContractSetting["default"]): string {
  return value === null ? "none" : JSON.stringify(value);
}
