import type { ContractChange } from "../contract/contractChange";
import type { Severity } from "../rules/finding";

/** The review of a backend, as `review --format json` prints it (docs/review.md). Paths are relative to the root. */
export interface Review {
  readonly version: "1";
  readonly root: string;
  /** The commit that the change is seen from; `null` for a review of all that there is. */
  readonly since: string | null;
  readonly summary: ReviewSummary;
  readonly redFlags: readonly ReviewSection[];
  readonly antiPatterns: readonly ReviewSection[];
  readonly style: readonly ReviewSection[];
  /** `null` without another state to compare with. */
  readonly contract: readonly ReviewedChange[] | null;
  readonly escalations: readonly Escalation[];
  readonly notJudged: readonly ReviewPlace[];
}

export interface ReviewSummary {
  readonly severities: Readonly<Record<Severity, number>>;
  /** What was looked at. */
  readonly files: number;
  readonly lines: number;
  readonly endpoints: number;
  readonly modules: number;
  readonly profile: string | null;
  readonly profileReason: string;
  /** With `since`: the files that changed. */
  readonly changedFiles: number | null;
}

/** A place and what is said of it; line and column count from 1. */
export interface ReviewPlace {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** All findings of one rule. */
export interface ReviewSection {
  readonly rule: string;
  /** What the rule asks for, in the imperative. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  readonly severity: Severity;
  readonly count: number;
  /** Findings of the same cause are one entry, that with the most places first. */
  readonly entries: readonly ReviewEntry[];
}

/** Findings of one cause. */
export interface ReviewEntry {
  readonly message: string;
  readonly places: readonly ReviewPlace[];
  /** The stations from the first place to the cause. */
  readonly chain: readonly ReviewPlace[];
}

/** A change of the contract, with the documents that speak of it. */
export interface ReviewedChange extends ContractChange {
  readonly specs: readonly string[];
  /** Those of them that the change left as they were. */
  readonly untouched: readonly string[];
  /** What a route that was added or changed leads to now, as Mermaid; `null` where it calls nothing. */
  readonly sequence: string | null;
}

/** Something that another role should look at. */
export interface Escalation {
  readonly role: string;
  /** The person or team that the configuration names for the role. */
  readonly to: string;
  readonly signal: string;
  readonly why: string;
  readonly task: string;
  readonly needBack: string;
  readonly places: readonly ReviewPlace[];
  /** Whether the change should wait for the answer. */
  readonly blocks: boolean;
}
