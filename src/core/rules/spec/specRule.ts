import type * as z from "zod";
import type { ConfigView } from "../../config/configView";
import type { SpecDocument } from "../../spec/document/specDocument";
import type { Report, RuleInfo } from "../rule";

/** What a rule about spec documents is asked about and with what it may answer. */
export interface SpecRuleContext<MessageId extends string = string> {
  readonly spec: SpecDocument;
  readonly config: ConfigView;
  /** Whether there is a file or folder at a path that the document links to, as `linksIn` gives it. */
  exists(path: string): boolean;
  report(report: Report<MessageId>): void;
}

/** A rule over one spec document. It speaks only where the document's format has what it asks about. */
export interface SpecRule<Options extends z.ZodType = z.ZodType, MessageId extends string = string>
  extends RuleInfo<Options, MessageId> {
  check(context: SpecRuleContext<MessageId>): void;
}

/** Gives a rule its types; the registry lists what this returns. */
export function defineSpecRule<Options extends z.ZodType, MessageId extends string>(
  rule: SpecRule<Options, MessageId>,
): SpecRule {
  // A registry holds rules of every message; each only ever reports its own.
  return rule as unknown as SpecRule;
}
