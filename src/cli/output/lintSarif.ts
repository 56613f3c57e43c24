import { pathToFileURL } from "node:url";
import { version } from "../../../package.json";
import { sourceHash } from "../../core/rules/baseline/sourceHash";
import type { Finding, Severity } from "../../core/rules/finding";
import { allRules } from "../../core/rules/registry";
import type { Range } from "../../core/text/range";
import { errorsOf, type LintedFile, type LintResult } from "./lintResult";
import { pathFrom, placeOf } from "./place";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** What paths are relative to, by its name in the log. */
const base = "ROOT";

/** `lint --format sarif`: a log of SARIF 2.1.0, with what comments and the baseline silence marked as such. */
export function lintSarif(result: LintResult): string {
  const results = result.files.flatMap((file) => [
    ...file.findings.map((finding) => resultOf(file, finding, result.root)),
    ...file.suppressed.map(({ finding, reason }) => ({
      ...resultOf(file, finding, result.root),
      suppressions: [{ kind: "inSource", ...(reason !== "" && { justification: reason }) }],
    })),
    ...file.baselined.map(({ finding }) => ({
      ...resultOf(file, finding, result.root),
      suppressions: [{ kind: "external" }],
    })),
  ]);
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Backend Spec", version, rules: allRules.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [base]: { uri: `${pathToFileURL(result.root)}/` } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: errorsOf(result).map(({ path, message, range }) => ({
              level: "error",
              message: { text: message },
              locations: [
                range === undefined
                  ? { physicalLocation: { artifactLocation: artifact(path) } }
                  : locationOf(path, range),
              ],
            })),
          },
        ],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ meta }: (typeof allRules)[number]) {
  return {
    id: meta.name,
    shortDescription: { text: `${meta.summary}.` },
    fullDescription: { text: meta.rationale },
    defaultConfiguration: { level: levels[meta.severity] },
  };
}

function resultOf({ path, document }: LintedFile, finding: Finding, root: string) {
  const { rule, severity, message, range, related } = finding;
  const ruleIndex = allRules.findIndex(({ meta }) => meta.name === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [locationOf(path, range)],
    ...(related.length > 0 && {
      relatedLocations: related.map(({ location, message: why }, id) => ({
        id,
        ...locationOf(pathFrom(root, location.uri), location.range),
        message: { text: why },
      })),
    }),
    partialFingerprints: {
      "sourceHash/v1": sourceHash(`${rule} ${document?.getText(range) ?? ""}`),
    },
  };
}

function locationOf(path: string, range: Range) {
  const { line, column, endLine, endColumn } = placeOf(range);
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function artifact(path: string) {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: base };
}
