import type { CodePlace } from "../behaviour/place";
import type { FixEdits } from "../edits/fixEdits";
import type { Range } from "../text/range";

/** The kinds of what a spec and code are compared by; each has a rule of its own. */
export type DriftKind =
  | "method"
  | "error"
  | "model"
  | "state"
  | "endpoint"
  | "event"
  | "config"
  | "dependency"
  | "diagram"
  | "rule";

/** One thing of which a spec and the code it describes say different things. */
export interface Difference {
  readonly kind: DriftKind;
  /**
   * Whether only one side has it, or both have another of it; `untested` where no test names it, `planned` where the spec
   * waits for what is there, `deprecated` where it is still there.
   */
  readonly sides: "only spec" | "only code" | "both" | "untested" | "planned" | "deprecated";
  /** What it is: “the method pay_order”. */
  readonly about: string;
  /** Where the spec speaks of it, or of its like. */
  readonly range: Range;
  /** Where the code has it, or would have it. */
  readonly place: CodePlace;
  /** What the spec says, and what the code does, where both say something. */
  readonly said?: { readonly part: string; readonly spec: string; readonly code: string };
  /** What makes the spec say what the code does. */
  readonly edits: FixEdits | undefined;
}
