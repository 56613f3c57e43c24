import { type Color, mix, toHex } from "./color";
import type { WorkbenchTheme } from "./workbench";

/** Variables of Mermaid's `base` theme. */
export type ThemeVariables = Readonly<Record<string, unknown>>;

/** Colours that several kinds of diagram share, as `#rrggbb`. */
interface Shades {
  readonly node: string;
  readonly border: string;
  readonly faint: string;
  readonly line: string;
  readonly quiet: string;
  readonly ground: string;
}

/** Mermaid's `base` theme in the colours of the workbench. */
export function themeVariables(theme: WorkbenchTheme): ThemeVariables {
  const { card, foreground, accent, dark, highContrast, fontFamily, fontSize } = theme;
  const strong = highContrast;
  const fg = toHex(foreground);
  const ground = toHex(card);
  const node = strong ? ground : toHex(mix(card, accent, dark ? 0.2 : 0.09));
  const border = strong ? fg : toHex(mix(mix(card, accent, 0.62), foreground, dark ? 0.22 : 0.05));
  const faint = strong ? fg : toHex(mix(card, foreground, 0.32));
  const line = strong ? fg : toHex(mix(card, foreground, 0.72));
  const quiet = strong ? ground : toHex(mix(card, foreground, dark ? 0.07 : 0.045));
  const text = Object.fromEntries(TEXT.map((name) => [name, fg]));
  return {
    ...text,
    darkMode: dark,
    background: ground,
    fontFamily,
    fontSize: `${fontSize}px`,
    useGradient: false,
    dropShadow: "none",
    primaryColor: node,
    primaryBorderColor: border,
    secondaryColor: quiet,
    secondaryBorderColor: faint,
    tertiaryColor: quiet,
    tertiaryBorderColor: faint,
    mainBkg: node,
    nodeBorder: border,
    clusterBkg: quiet,
    clusterBorder: faint,
    lineColor: line,
    arrowheadColor: line,
    edgeLabelBackground: ground,
    ...sequence(theme, { node, border, faint, line, quiet, ground }),
    ...charts(theme, { ground, faint, line, quiet }),
    altBackground: quiet,
    compositeBackground: ground,
    compositeTitleBackground: quiet,
    compositeBorder: border,
    labelBackgroundColor: ground,
    rowOdd: ground,
    rowEven: quiet,
    requirementBackground: node,
    requirementBorderColor: border,
    relationColor: line,
    relationLabelBackground: ground,
    archEdgeColor: line,
    archEdgeArrowColor: line,
    archGroupBorderColor: faint,
  };
}

/** Everything that is written. */
const TEXT = [
  "primaryTextColor",
  "secondaryTextColor",
  "tertiaryTextColor",
  "textColor",
  "titleColor",
  "nodeTextColor",
  "classText",
  "stateLabelColor",
  "transitionLabelColor",
  "relationLabelColor",
  "requirementTextColor",
  "scaleLabelColor",
  "taskTextColor",
  "taskTextOutsideColor",
  "taskTextLightColor",
  "taskTextDarkColor",
  "taskTextClickableColor",
  "pieTitleTextColor",
  "pieLegendTextColor",
  "commitLabelColor",
  "tagLabelColor",
  "vennTitleTextColor",
  "vennSetTextColor",
];

function sequence(
  { card, foreground, series, highContrast }: WorkbenchTheme,
  { node, border, faint, line, quiet, ground }: Shades,
): ThemeVariables {
  const yellow = series[3] ?? foreground;
  const tint = (share: number) => (highContrast ? ground : toHex(mix(card, yellow, share)));
  const fg = toHex(foreground);
  return {
    actorBkg: node,
    actorBorder: border,
    actorTextColor: fg,
    actorLineColor: faint,
    signalColor: line,
    signalTextColor: fg,
    labelBoxBkgColor: quiet,
    labelBoxBorderColor: faint,
    labelTextColor: fg,
    loopTextColor: fg,
    activationBkgColor: quiet,
    activationBorderColor: line,
    sequenceNumberColor: ground,
    rectBkgColor: quiet,
    noteBkgColor: tint(0.14),
    noteBorderColor: highContrast ? fg : toHex(mix(card, yellow, 0.5)),
    noteTextColor: fg,
  };
}

/** Twelve grounds a diagram's parts can be told apart by, and which its text can be read on. */
function charts(
  { card, foreground, series, error, dark, highContrast }: WorkbenchTheme,
  { ground, faint, line, quiet }: Omit<Shades, "node" | "border">,
): ThemeVariables {
  const fg = toHex(foreground);
  const at = (index: number): Color => series[index % series.length] ?? foreground;
  const tint = (index: number, share: number) =>
    toHex(mix(card, at(index), index < series.length ? share : share * 0.6));
  const weak = highContrast ? 0.35 : dark ? 0.32 : 0.24;
  const variables: Record<string, unknown> = {
    sectionBkgColor: quiet,
    altSectionBkgColor: ground,
    sectionBkgColor2: quiet,
    excludeBkgColor: quiet,
    gridColor: faint,
    taskBkgColor: tint(0, weak),
    taskBorderColor: tint(0, 0.7),
    activeTaskBkgColor: tint(1, weak),
    activeTaskBorderColor: tint(1, 0.7),
    doneTaskBkgColor: quiet,
    doneTaskBorderColor: faint,
    critBkgColor: toHex(mix(card, error, weak)),
    critBorderColor: toHex(error),
    todayLineColor: toHex(error),
    vertLineColor: line,
    pieSectionTextColor: fg,
    pieStrokeColor: ground,
    pieOuterStrokeColor: faint,
    pieOpacity: "1",
    commitLabelBackground: quiet,
    tagLabelBackground: quiet,
    tagLabelBorder: faint,
    quadrantPointFill: toHex(at(0)),
    ...nested(series, { fg, ground, faint }),
  };
  for (let i = 0; i < 12; i++) {
    variables[`pie${i + 1}`] = tint(i, weak + 0.15);
    variables[`cScale${i}`] = tint(i, weak);
    variables[`cScaleLabel${i}`] = fg;
    variables[`cScalePeer${i}`] = tint(i, 0.7);
    variables[`cScaleInv${i}`] = tint(i, 0.7);
  }
  for (let i = 0; i < 8; i++) {
    variables[`git${i}`] = toHex(mix(card, at(i), 0.85));
    variables[`gitBranchLabel${i}`] = ground;
    variables[`fillType${i}`] = tint(i, weak);
    variables[`venn${i + 1}`] = toHex(at(i));
  }
  for (let i = 1; i <= 4; i++) {
    variables[`quadrant${i}Fill`] = i % 2 === 1 ? quiet : ground;
    variables[`quadrant${i}TextFill`] = fg;
  }
  return variables;
}

/** Groups of variables: Mermaid takes each as a whole, so none may be left out. */
function nested(
  series: readonly Color[],
  { fg, ground, faint }: { fg: string; ground: string; faint: string },
): ThemeVariables {
  const axes = ["x", "y"].map((axis) => ({
    [`${axis}AxisTitleColor`]: fg,
    [`${axis}AxisLabelColor`]: fg,
    [`${axis}AxisTickColor`]: faint,
    [`${axis}AxisLineColor`]: faint,
  }));
  return {
    xyChart: {
      backgroundColor: ground,
      titleColor: fg,
      dataLabelColor: fg,
      legendTextColor: fg,
      ...axes[0],
      ...axes[1],
      plotColorPalette: series.map(toHex).join(","),
    },
    packet: {
      startByteColor: fg,
      endByteColor: fg,
      labelColor: fg,
      titleColor: fg,
      blockStrokeColor: faint,
      blockFillColor: ground,
    },
    radar: {
      axisColor: faint,
      axisStrokeWidth: 1,
      axisLabelFontSize: 12,
      curveOpacity: 0.6,
      curveStrokeWidth: 2,
      graticuleColor: faint,
      graticuleStrokeWidth: 1,
      graticuleOpacity: 0.3,
      legendBoxSize: 12,
      legendFontSize: 12,
    },
  };
}
