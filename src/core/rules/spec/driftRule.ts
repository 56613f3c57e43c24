import * as z from "zod";
import type { Difference, DriftKind } from "../../drift/difference";
import type { Location } from "../../text/range";
import type { Report, RuleInfo, RuleMeta } from "../rule";

type Options = z.ZodObject<Record<string, never>>;
type MessageId = "spec" | "code" | "both" | "untested" | "planned" | "deprecated";

/** A rule over what a spec and the code that it describes say differently. */
export interface DriftRule extends RuleInfo<Options, MessageId> {
  readonly kind: DriftKind;
  /** @param locationOf where a place of the code is */
  check(
    found: readonly Difference[],
    locationOf: (place: Difference["place"]) => Location,
    report: (report: Report<MessageId>) => void,
  ): void;
}

/** A rule about one kind of differences. @param meta what is particular to it */
export function driftRule(
  kind: DriftKind,
  meta: Pick<RuleMeta, "name" | "summary" | "rationale">,
): DriftRule {
  return {
    kind,
    meta: {
      ...meta,
      area: "spec",
      source:
        "spec and code, held together: what a spec says of the code that its front matter names",
      severity: "warning",
      on: "everywhere",
      fix: "unsafe",
      options: z.strictObject({}),
      messages: {
        spec: "{About} is only in this spec, not in the code.",
        code: "{About} is only in the code, not in this spec.",
        both: "{About}: the {part} is {spec} here and {code} in the code.",
        untested: "No test names {about}.",
        planned: "{About} is planned here, and in the code already.",
        deprecated: "{About} is deprecated here, and still in the code.",
      },
    },
    check(found, locationOf, report) {
      for (const one of found) if (one.kind === kind) report(reportOf(one, locationOf(one.place)));
    },
  };
}

const messageIds = {
  "only spec": "spec",
  "only code": "code",
  both: "both",
  untested: "untested",
  planned: "planned",
  deprecated: "deprecated",
} as const satisfies Record<Difference["sides"], MessageId>;

const severities = { planned: "hint", deprecated: "info" } as const;

function reportOf(one: Difference, location: Location): Report<MessageId> {
  const { sides, about, range, said, edits } = one;
  const About = about.charAt(0).toUpperCase() + about.slice(1);
  const isMissing = sides === "only spec";
  return {
    message: messageIds[sides],
    data: { About, about, ...said },
    range,
    related: [{ location, message: isMissing ? "The code that the spec names" : "The code" }],
    ...((sides === "planned" || sides === "deprecated") && { severity: severities[sides] }),
    ...(edits && { fix: { title: "Update the spec", edits } }),
  };
}
