import { type Color, contrast, mix, over, parseColor } from "./color";

export type ThemeKind = "light" | "dark" | "high-contrast" | "high-contrast-light";

/** The workbench's colours that pictures are made of, all opaque. */
export interface WorkbenchTheme {
  readonly kind: ThemeKind;
  readonly dark: boolean;
  readonly highContrast: boolean;
  /** What a picture stands on. */
  readonly card: Color;
  readonly foreground: Color;
  readonly accent: Color;
  /** Six colours that differ, for charts. */
  readonly series: readonly Color[];
  readonly error: Color;
  readonly fontFamily: string;
  /** In CSS pixels. */
  readonly fontSize: number;
}

const SERIES: readonly (readonly [name: string, dark: string, light: string])[] = [
  ["--vscode-charts-blue", "#3794ff", "#1a85ff"],
  ["--vscode-charts-green", "#89d185", "#388a34"],
  ["--vscode-charts-purple", "#b180d7", "#652d90"],
  ["--vscode-charts-yellow", "#cca700", "#bf8803"],
  ["--vscode-charts-orange", "#d18616", "#d18616"],
  ["--vscode-charts-red", "#f14c4c", "#e51400"],
];

/** Reads the theme of the page: the class of its body and VS Code's CSS variables. */
export function readWorkbench(page: Document): WorkbenchTheme {
  const style = getComputedStyle(page.documentElement);
  const kind = kindOf(page.body);
  const dark = kind === "dark" || kind === "high-contrast";
  const highContrast = kind.startsWith("high");
  const raw = (name: string, fallback: string) =>
    parseColor(style.getPropertyValue(name)) ?? parseColor(fallback) ?? BLACK;
  const background = raw("--vscode-editor-background", dark ? "#1f1f1f" : "#ffffff");
  const foreground = over(
    background,
    raw("--vscode-editor-foreground", dark ? "#cccccc" : "#3b3b3b"),
  );
  const color = (name: string, fallback: string) => over(background, raw(name, fallback));
  return {
    kind,
    dark,
    highContrast,
    card: cardColor(
      background,
      foreground,
      raw("--vscode-sideBar-background", "none"),
      highContrast,
    ),
    foreground,
    accent: color("--vscode-focusBorder", dark ? "#0078d4" : "#005fb8"),
    series: SERIES.map(([name, onDark, onLight]) => color(name, dark ? onDark : onLight)),
    error: color("--vscode-errorForeground", dark ? "#f85149" : "#c72e0f"),
    fontFamily: style.getPropertyValue("--vscode-font-family").trim() || "sans-serif",
    fontSize: Number.parseFloat(style.getPropertyValue("--vscode-font-size")) || 13,
  };
}

const BLACK: Color = { r: 0, g: 0, b: 0, a: 1 };

/** The side bar's ground, unless it stands out from the editor's so much that text would be lost on it. */
function cardColor(background: Color, foreground: Color, sideBar: Color, highContrast: boolean) {
  if (highContrast) return background;
  const near = sideBar.a === 1 && contrast(sideBar, background) < 1.25;
  return near && contrast(sideBar, foreground) >= 4.5
    ? sideBar
    : mix(background, foreground, 0.035);
}

function kindOf({ classList }: HTMLElement): ThemeKind {
  if (classList.contains("vscode-high-contrast-light")) return "high-contrast-light";
  if (classList.contains("vscode-high-contrast")) return "high-contrast";
  return classList.contains("vscode-light") ? "light" : "dark";
}
