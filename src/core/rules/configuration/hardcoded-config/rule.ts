import * as z from "zod";
import {
  addressAtStart,
  addressOf,
  isSurelyPrivate,
} from "../../../frameworks/connections/addresses";
import { placeKey } from "../../../frameworks/dependencies/projectCalls";
import { isAside } from "../../../project/asidePaths";
import type { Expression } from "../../../python/ast/nodes";
import { pathTo } from "../../../python/ast/pathTo";
import { rangeOf } from "../../../python/ast/visit";
import type { PythonFile } from "../../../python/pythonFile";
import { defineRule } from "../../rule";
import { type ConfigurationUse, usesWrittenIn } from "./configurationUses";
import { isDefault, literalsAt } from "./literals";
import { settingsFix } from "./settingsFix";

/** What a person starts at a terminal talks to that person's own machine. */
const commandLine = /(^|\/)(cli|commands?|management)(\/|\.py$)/;

/** See docs/rules/hardcoded-config.md. */
export const hardcodedConfig = defineRule({
  meta: {
    name: "hardcoded-config",
    summary: "Read from the settings what differs between places to run",
    rationale:
      "An address, a bucket or a credential that stands in the code is the same on a laptop, in the tests and in " +
      "production, and a credential is known to everybody who can read the repository.",
    area: "configuration",
    source: "Red flag: hardcoded configuration",
    severity: "warning",
    on: "everywhere",
    fix: "unsafe",
    options: z.strictObject({}),
    messages: {
      credential: "A credential is written in the code, for {to}; read it from the settings.",
      address: "An address is written in the code, for {to}; read it from the settings.",
      database: "The database is written in the code, for {to}; read it from the settings.",
      bucket: "A bucket is written in the code, for {to}; read it from the settings.",
      flag: "{to} is on wherever the code runs; read it from the settings.",
      vendor:
        "The address of a service is written in the code, for {to}; a setting can replace it in tests.",
    },
  },
  check({ file, code, report, locationOf }) {
    if (isAside(file.path) || commandLine.test(file.path)) return;
    const uses = usesWrittenIn(file.path, code);
    if (uses.length === 0) return;
    const places = new Set(uses.map(({ written }) => placeKey({ place: written })));
    const literals = literalsAt(places, file.parsed.module, file.path);
    const vendors = new Set<string>();
    for (const [key, literal] of literals) {
      if (isDefault(literal, file.path, code)) continue;
      const address = addressOf(literal.text) ?? addressAtStart(literal.text);
      const isUrl = address !== undefined && isSurelyPrivate(address);
      const own = uses.filter(
        ({ written, isHandedOn }) => placeKey({ place: written }) === key && (isUrl || !isHandedOn),
      );
      const use = strongest(own);
      if (use === undefined) continue;
      const { what, to, at } = use;
      // What is on only in a branch is not on wherever the code runs.
      if (what === "flag" && isConditional(literal.node, file)) continue;
      if (what === "vendor") {
        // One setting replaces a host, however many of its paths are written.
        const host = address?.host ?? literal.text;
        if (vendors.has(host)) continue;
        vendors.add(host);
      }
      const fix = settingsFix(literal, use, file, code);
      report({
        message: what,
        data: { to },
        range: rangeOf(literal.node),
        ...(what === "vendor" && { severity: "hint" }),
        related: [{ location: locationOf(at), message: "where it goes" }],
        ...(fix && { fix }),
      });
    }
  },
});

function isConditional(node: Expression, { parsed }: PythonFile): boolean {
  return pathTo(parsed.module, node).some(({ nodeType }) => /^(If|IfExp|Match)$/.test(nodeType));
}

/** A text can flow to several places: what it is in the worst of them counts. */
function strongest(uses: readonly ConfigurationUse[]): ConfigurationUse | undefined {
  return (
    uses.find(({ what }) => what === "credential") ??
    uses.find(({ what }) => what !== "vendor") ??
    uses[0]
  );
}
