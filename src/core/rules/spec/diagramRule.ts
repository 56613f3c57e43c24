import type * as z from "zod";
import type { DiagramProblem } from "../../diagrams/check/diagramProblem";
import type { Report, RuleInfo } from "../rule";

/** A rule over the diagrams of one document, be it a spec or not. */
export interface DiagramRule<
  Options extends z.ZodType = z.ZodType,
  MessageId extends string = string,
> extends RuleInfo<Options, MessageId> {
  /** @param problems what Mermaid says of the document's diagrams, with places in the document */
  check(problems: readonly DiagramProblem[], report: (report: Report<MessageId>) => void): void;
}

/** Gives a rule its types; the registry lists what this returns. */
export function defineDiagramRule<Options extends z.ZodType, MessageId extends string>(
  rule: DiagramRule<Options, MessageId>,
): DiagramRule {
  // A registry holds rules of every message; each only ever reports its own.
  return rule as unknown as DiagramRule;
}
