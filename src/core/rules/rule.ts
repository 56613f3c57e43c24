import type * as z from "zod";
import type { ConfigView } from "../config/configView";
import type { CallV, Place } from "../evaluation/value";
import type { CodeBase } from "../project/codeBase";
import type { Call } from "../python/ast/nodes";
import type { PythonFile } from "../python/pythonFile";
import type { Location, Range } from "../text/range";
import type { Fix, FixSafety, RelatedPlace, Severity } from "./finding";

/** The groups in which rules are presented, in that order. */
export const ruleAreas = {
  errors: "Errors",
  layers: "Layers and modules",
  data: "Data access",
  tasks: "Async and tasks",
  routes: "Routes and dependencies",
  schemas: "Schemas and types",
  configuration: "Configuration and secrets",
  style: "Style and tests",
  spec: "Spec documents",
} as const;
export type RuleArea = keyof typeof ruleAreas;

/**
 * Where a rule speaks: everywhere, or only under a profile that a committed configuration names, each with the
 * severity that its findings have there. See also `Rule.keptBy`.
 */
export type RuleScope = "everywhere" | Readonly<Partial<Record<"modular" | "layered", Severity>>>;

/** What is known of a rule without running it. */
export interface RuleMeta<
  Options extends z.ZodType = z.ZodType,
  MessageId extends string = string,
> {
  readonly name: string;
  /** In the imperative: "Keep error messages in module-level constants". */
  readonly summary: string;
  /** Why it matters, in a sentence or two. */
  readonly rationale: string;
  readonly area: RuleArea;
  /** Which statements of the customer's documents it implements. */
  readonly source: string;
  readonly severity: Severity;
  readonly on: RuleScope;
  readonly fix: FixSafety | "none";
  /** The versions of Python and of the libraries that it holds for, as half a sentence; all where it is left out. */
  readonly versions?: string;
  readonly options: Options;
  /** Messages with `{name}` for what a report fills in. */
  readonly messages: Readonly<Record<MessageId, string>>;
}

/** One place that a rule objects to. */
export interface Report<MessageId extends string> {
  readonly message: MessageId;
  readonly data?: Readonly<Record<string, string>>;
  readonly range: Range;
  readonly related?: readonly RelatedPlace[];
  /** Where the finding matters less than the rule's others do. */
  readonly severity?: Severity;
  readonly fix?: Omit<Fix, "safety"> & Partial<Pick<Fix, "safety">>;
}

/** What a rule is asked about and with what it may answer. */
export interface RuleContext<Options extends z.ZodType, MessageId extends string> {
  readonly file: PythonFile;
  readonly code: CodeBase;
  /** What the calls in the file call, with their arguments as values; more than one where it runs in several ways. */
  readonly calls: ReadonlyMap<Call, readonly CallV[]>;
  readonly config: ConfigView;
  readonly options: z.infer<Options>;
  /** Whether the rule was asked for by its name: then it reports all it can. */
  readonly isSelected: boolean;
  /** A place of any file of the project, for `related`. */
  locationOf(place: Place): Location;
  report(report: Report<MessageId>): void;
}

/** The context of any rule, without its options. */
export type AnyRuleContext = Omit<
  RuleContext<z.ZodType, string>,
  "options" | "report" | "locationOf" | "isSelected"
>;

/** How far a code base keeps to a rule: how many of the comparable places do it right. */
export interface Kept {
  readonly kept: number;
  readonly places: number;
}

/** What is known of a rule, whatever it is about. */
export interface RuleInfo<
  Options extends z.ZodType = z.ZodType,
  MessageId extends string = string,
> {
  readonly meta: RuleMeta<Options, MessageId>;
  /** Where the rule also speaks in any code base that nearly always keeps to it: how far this one does. */
  keptBy?(code: CodeBase, config: ConfigView): Kept;
}

/** A rule over one Python file and what the project knows. */
export interface Rule<Options extends z.ZodType = z.ZodType, MessageId extends string = string>
  extends RuleInfo<Options, MessageId> {
  check(context: RuleContext<Options, MessageId>): void;
}

/** Gives a rule its types; the registry lists what this returns. */
export function defineRule<Options extends z.ZodType, MessageId extends string>(
  rule: Rule<Options, MessageId>,
): Rule {
  // A registry holds rules of every option type; each is only ever run with options its own schema has parsed.
  return rule as unknown as Rule;
}

/** Fills the `{name}` places of a message. */
export function fillMessage(
  template: string,
  data: Readonly<Record<string, string>> | undefined,
): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => data?.[name] ?? place);
}
