import type { ConfigView } from "../config/configView";
import type { CodeBase } from "../project/codeBase";
import { askedByRuff } from "./askedByRuff";
import type { Severity } from "./finding";
import type { Kept, RuleInfo } from "./rule";

/** Which rules run: those named, whatever the configuration says, or those it turns on. */
export interface RuleSelection {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** All that the configuration turns on. */
export const configuredRules: RuleSelection = { select: [], ignore: [] };

/** Whether a rule is on for a file, how much its findings matter there, and why. */
export interface Activation {
  /** `undefined` where the rule is off. */
  readonly severity: Severity | undefined;
  /** Half a sentence: "the profile modular asks for it". */
  readonly reason: string;
}

/** What a rule's activation is decided from. */
export interface ActivationContext {
  readonly code: CodeBase;
  readonly config: ConfigView;
  readonly selection: RuleSelection;
  /** The file, as the project names it. */
  readonly path: string;
  /** The file relative to its configuration's folder, as overrides see it. */
  readonly seen: string;
}

/** A convention is the code base's own from here on (rules.md, "80 %"). */
const fewestPlaces = 10;
const leastShare = 0.8;

/** Whether a rule is on for a file, and why: what is nearest to the user decides. */
export function activationOf(rule: RuleInfo, context: ActivationContext): Activation {
  const { config, selection, seen } = context;
  const { name, severity } = rule.meta;
  const { level } = config.ruleSetting(name, seen);
  if (selection.ignore.includes(name)) return off("it is left out by --ignore");
  if (selection.select.length > 0) {
    if (!selection.select.includes(name)) return off("only other rules are selected");
    const configured = level === "off" ? undefined : level;
    const own = byConvention(rule, context).severity;
    return { severity: configured ?? own ?? severity, reason: "it is selected" };
  }
  if (level === "off") return off("the configuration turns it off");
  if (level !== undefined) return { severity: level, reason: "the configuration turns it on" };
  const activation = byConvention(rule, context);
  const ruff = activation.severity && askedByRuff(context.path, context.code).get(name);
  return ruff ? off(`ruff asks the same with ${ruff.code} (${ruff.file})`) : activation;
}

/** What rule, profile and code base say, before anybody turns a rule on or off. */
function byConvention({ meta, keptBy }: RuleInfo, { code, config }: ActivationContext): Activation {
  const { on, severity } = meta;
  if (on === "everywhere") return { severity, reason: "it holds in any FastAPI code base" };
  const profile = config.profile?.name;
  const ofProfile = profile && on[profile];
  if (ofProfile) return { severity: ofProfile, reason: `the profile ${profile} asks for it` };
  const asking = Object.keys(on).join(" or ");
  const whose =
    asking === "" ? "only a configuration turns it on" : `only the profile ${asking} asks for it`;
  if (keptBy === undefined) return off(whose);
  const kept = keptBy(code, config);
  const share = `${kept.kept} of ${kept.places} places keep to it`;
  return isConvention(kept) ? { severity, reason: share } : off(`${whose}; ${share}`);
}

function isConvention({ kept, places }: Kept): boolean {
  return places >= fewestPlaces && kept / places >= leastShare;
}

function off(reason: string): Activation {
  return { severity: undefined, reason };
}
