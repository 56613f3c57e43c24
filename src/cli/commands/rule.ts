import * as z from "zod";
import { noSuchRule } from "../../core/rules/noSuchRule";
import { allRules, ruleOptionSchemas } from "../../core/rules/registry";
import type { RuleInfo } from "../../core/rules/rule";
import { exitCodes, UsageError } from "../exit";

const optionsSchema = z.object({ format: z.enum(["text", "json"]) });

/** `backend-spec rule`. @returns the exit code. */
export function runRule(name: string | undefined, given: unknown): number {
  const { format } = optionsSchema.parse(given);
  const wanted = allRules.filter(({ meta }) => name === undefined || meta.name === name);
  if (name !== undefined && wanted.length === 0) {
    throw new UsageError(noSuchRule(name, ruleOptionSchemas.keys()));
  }
  if (format === "json") {
    const described = wanted.map(({ meta }) => ({
      name: meta.name,
      summary: meta.summary,
      severity: meta.severity,
      profiles: profilesOf(meta),
      fix: meta.fix === "none" ? null : meta.fix,
    }));
    process.stdout.write(`${JSON.stringify(described, null, 2)}\n`);
  } else if (name === undefined) {
    const lines = wanted.map(({ meta }) => `${meta.name.padEnd(28)} ${meta.summary}`);
    process.stdout.write(`${lines.join("\n")}\n`);
  } else {
    process.stdout.write(wanted.map(({ meta }) => explained(meta)).join("\n"));
  }
  return exitCodes.clean;
}

function profilesOf({ on }: RuleInfo["meta"]): readonly string[] {
  return on === "everywhere" ? ["modular", "layered", "none"] : Object.keys(on);
}

function explained(meta: RuleInfo["meta"]): string {
  const on =
    meta.on === "everywhere"
      ? `everywhere, as ${meta.severity}`
      : Object.entries(meta.on)
          .map(([profile, severity]) => `with profile: ${profile}, as ${severity}`)
          .join("; ");
  const fix = { none: "none", safe: "safe (--fix applies it)", unsafe: "unsafe" }[meta.fix];
  return `${meta.name}: ${meta.summary}.\n\n${meta.rationale}\n\nOn:   ${on}\nFix:  ${fix}\nFrom: ${meta.source}\n`;
}
