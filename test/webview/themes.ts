/** What VS Code writes into a page: the class of its body and its variables, as far as the preview reads them. */
export interface TestTheme {
  readonly bodyClass: string;
  readonly variables: Readonly<Record<string, string>>;
}

const FONTS = {
  "font-family": '"Segoe WPC", "Segoe UI", system-ui, "Ubuntu", "Droid Sans", sans-serif',
  "font-size": "13px",
  "editor-font-family": "monospace",
};

const CHARTS_DARK = {
  "charts-blue": "#3794ff",
  "charts-green": "#89d185",
  "charts-purple": "#b180d7",
  "charts-yellow": "#cca700",
  "charts-orange": "#d18616",
  "charts-red": "#f14c4c",
};

const CHARTS_LIGHT = {
  "charts-blue": "#0063d3",
  "charts-green": "#388a34",
  "charts-purple": "#652d90",
  "charts-yellow": "#bf8803",
  "charts-orange": "#d18616",
  "charts-red": "#e51400",
};

/** VS Code's four own themes, by their usual names. */
export const THEMES = {
  dark: {
    bodyClass: "vscode-dark",
    variables: {
      ...FONTS,
      ...CHARTS_DARK,
      "editor-background": "#1f1f1f",
      "editor-foreground": "#cccccc",
      foreground: "#cccccc",
      descriptionForeground: "#9d9d9d",
      "sideBar-background": "#181818",
      "panel-border": "#2b2b2b",
      focusBorder: "#0078d4",
      errorForeground: "#f85149",
      "textLink-foreground": "#4daafc",
      "textLink-activeForeground": "#4daafc",
      "button-background": "#0078d4",
      "button-foreground": "#ffffff",
    },
  },
  light: {
    bodyClass: "vscode-light",
    variables: {
      ...FONTS,
      ...CHARTS_LIGHT,
      "editor-background": "#ffffff",
      "editor-foreground": "#3b3b3b",
      foreground: "#3b3b3b",
      descriptionForeground: "#3b3b3b",
      "sideBar-background": "#f8f8f8",
      "panel-border": "#e5e5e5",
      focusBorder: "#005fb8",
      errorForeground: "#f85149",
      "textLink-foreground": "#005fb8",
      "textLink-activeForeground": "#005fb8",
      "button-background": "#005fb8",
      "button-foreground": "#ffffff",
    },
  },
  "high-contrast": {
    bodyClass: "vscode-high-contrast",
    variables: {
      ...FONTS,
      ...CHARTS_DARK,
      "editor-background": "#000000",
      "editor-foreground": "#ffffff",
      foreground: "#ffffff",
      descriptionForeground: "rgba(255, 255, 255, 0.7)",
      "sideBar-background": "#000000",
      "panel-border": "#6fc3df",
      contrastBorder: "#6fc3df",
      focusBorder: "#f38518",
      errorForeground: "#f48771",
      "textLink-foreground": "#21a6ff",
      "textLink-activeForeground": "#21a6ff",
      "button-foreground": "#ffffff",
    },
  },
  "high-contrast-light": {
    bodyClass: "vscode-high-contrast vscode-high-contrast-light",
    variables: {
      ...FONTS,
      ...CHARTS_LIGHT,
      "editor-background": "#ffffff",
      "editor-foreground": "#292929",
      foreground: "#292929",
      descriptionForeground: "rgba(41, 41, 41, 0.7)",
      "sideBar-background": "#ffffff",
      "panel-border": "#0f4a85",
      contrastBorder: "#0f4a85",
      focusBorder: "#006bbd",
      errorForeground: "#b5200d",
      "textLink-foreground": "#0f4a85",
      "textLink-activeForeground": "#0f4a85",
      "button-background": "#0f4a85",
      "button-foreground": "#ffffff",
    },
  },
} as const satisfies Record<string, TestTheme>;

export type ThemeName = keyof typeof THEMES;
