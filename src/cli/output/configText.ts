import { fileURLToPath } from "node:url";
import type { KeySource } from "../../core/config/filledKeys";
import type { BackendReport } from "../../core/detection/report";

/** What `config` shows. */
export interface ShownConfig {
  /** Its URI. */
  readonly file: string | null;
  readonly profile: string | null;
  readonly config: object;
  /** Each key that can be filled: what holds, from where, and why. */
  readonly keys: Readonly<
    Record<
      string,
      {
        readonly value: unknown;
        readonly from: KeySource | null;
        readonly reasons: readonly string[];
      }
    >
  >;
  readonly layers: Readonly<Record<string, { readonly from: KeySource; readonly files: number }>>;
  /** Every rule: how much its findings matter, or `null` where it is off, and why. */
  readonly rules: readonly ShownRule[];
  readonly detected: readonly BackendReport[];
}

interface ShownRule {
  readonly rule: string;
  readonly severity: string | null;
  readonly reason: string;
}

const noFile = "none (only what holds in any FastAPI code base is checked)";

/** `config` for people. */
export function configText(shown: ShownConfig): string {
  const keys = Object.entries(shown.config).map(
    ([key, value]) => `  ${key}: ${JSON.stringify(value)}`,
  );
  return [
    `File:    ${shown.file === null ? noFile : fileURLToPath(shown.file)}`,
    `Profile: ${shown.profile ?? "none"}`,
    ...(keys.length > 0 ? ["Keys:", ...keys] : []),
    ...filled(shown),
    "Layers:",
    ...Object.entries(shown.layers).map(
      ([layer, { from, files }]) => `  ${layer}: ${files} files (${sources[from]})`,
    ),
    ...ruleLines("Rules that are on:", shown, ({ severity }) => severity !== null),
    ...ruleLines("Rules that are off:", shown, ({ severity }) => severity === null),
    ...shown.detected.flatMap(detectedLines),
    "",
  ].join("\n");
}

const sources: Readonly<Record<KeySource, string>> = {
  file: "the file says so",
  profile: "the profile says so",
  detected: "detected",
};

function filled({ keys }: ShownConfig): readonly string[] {
  const lines = Object.entries(keys).flatMap(([key, { value, from, reasons }]) =>
    from === null || from === "file"
      ? []
      : [`  ${key}: ${JSON.stringify(value)} (${[sources[from], ...reasons].join("; ")})`],
  );
  return lines.length > 0 ? ["Keys that it leaves out:", ...lines] : [];
}

function ruleLines(
  title: string,
  { rules }: ShownConfig,
  isShown: (rule: ShownRule) => boolean,
): readonly string[] {
  const lines = rules
    .filter(isShown)
    .map(({ rule, severity, reason }) => `  ${rule}: ${severity ?? "off"} (${reason})`);
  return lines.length > 0 ? [title, ...lines] : [];
}

function detectedLines(backend: BackendReport): readonly string[] {
  return [
    `Detected in ${backend.package ?? backend.sourceRoot}: ${backend.reasons.join("; ")}`,
    ...Object.entries(backend.answers).map(([name, { value, reasons }]) => {
      const why = reasons.length > 0 ? ` (${reasons.join("; ")})` : "";
      return `  ${name}: ${written(value)}${why}`;
    }),
    ...Object.entries(backend.layers).map(
      ([layer, { files, reason }]) => `  ${layer} layer: ${files} files (${reason})`,
    ),
    ...backend.versions.map(({ reason }) => `  ${reason}`),
  ];
}

function written(value: unknown): string {
  if (value === null) return "unknown";
  return typeof value === "string" ? value : JSON.stringify(value);
}
