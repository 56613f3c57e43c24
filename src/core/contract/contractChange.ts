import type { InspectedPlace } from "../inspect/inspection";

/** The parts of a contract, in the order in which a report has them. */
export const contractParts = ["endpoint", "schema", "table", "setting", "task", "event"] as const;
export type ContractPart = (typeof contractParts)[number];

/** One thing that a change does to a part of the contract. */
export interface ContractDetail {
  /** In words, such as `query parameter limit is required now`. */
  readonly what: string;
  /** Whether a client, a deployed database, a deployment or a queued message that was right before is wrong now. */
  readonly breaking: boolean;
  /** The schema in which it stands, where that is one of the contract's own. */
  readonly schema?: string;
}

/** What happened to a part of the contract. */
export interface ContractChange extends InspectedPlace {
  readonly part: ContractPart;
  readonly kind: "added" | "removed" | "changed";
  /** `GET /users/{user_id}`, `UserRead`, `users`, `DATABASE_URL` … */
  readonly name: string;
  readonly breaking: boolean;
  readonly details: readonly ContractDetail[];
}

/** A change of something that is there before and after. `undefined` where nothing of it changed. */
export function changedPart(
  part: ContractPart,
  name: string,
  { file, line }: InspectedPlace,
  details: readonly ContractDetail[],
): ContractChange | undefined {
  if (details.length === 0) return undefined;
  const breaking = details.some((detail) => detail.breaking);
  return { part, kind: "changed", name, breaking, details, file, line };
}
