import type * as z from "zod";
import type { DiagramProblem } from "../../diagrams/check/diagramProblem";
import type { StaleRegion } from "../../diagrams/regions/staleRegions";
import type { Report, RuleInfo } from "../rule";

/** What is known of the diagrams of a document, with places in it; `undefined` where it was not asked. */
export interface KnownDiagrams {
  /** Why Mermaid does not take some of them. */
  readonly problems?: readonly DiagramProblem[] | undefined;
  /** The regions that are not what the code says. */
  readonly regions?: readonly StaleRegion[] | undefined;
}

/** A rule over the diagrams of one document, be it a spec or not. */
export interface DiagramRule<
  Options extends z.ZodType = z.ZodType,
  MessageId extends string = string,
> extends RuleInfo<Options, MessageId> {
  check(diagrams: KnownDiagrams, report: (report: Report<MessageId>) => void): void;
}

/** Gives a rule its types; the registry lists what this returns. */
export function defineDiagramRule<Options extends z.ZodType, MessageId extends string>(
  rule: DiagramRule<Options, MessageId>,
): DiagramRule {
  // A registry holds rules of every message; each only ever reports its own.
  return rule as unknown as DiagramRule;
}
