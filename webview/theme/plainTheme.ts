import { mix, parseColor } from "./color";
import type { WorkbenchTheme } from "./workbench";

const colors = {
  light: { card: "#ffffff", text: "#1f1f1f", accent: "#005fb8", error: "#c72e0f" },
  dark: { card: "#1f1f1f", text: "#e6e6e6", accent: "#3794ff", error: "#f85149" },
} as const;

/** A theme for pictures that go elsewhere, whatever the workbench looks like; fonts are those of `now`. */
export function plainTheme(kind: keyof typeof colors, now: WorkbenchTheme): WorkbenchTheme {
  const color = (text: string) => parseColor(text) ?? now.foreground;
  const { card, text, accent, error } = colors[kind];
  const dark = kind === "dark";
  return {
    ...now,
    kind,
    dark,
    highContrast: false,
    card: color(card),
    foreground: color(text),
    accent: color(accent),
    error: color(error),
    // The workbench's six, moved towards what is read on this ground.
    series: now.series.map((one) => mix(one, color(text), 0.1)),
  };
}
