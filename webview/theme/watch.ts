import { readWorkbench, type WorkbenchTheme } from "./workbench";

/** The workbench's theme with a key that two themes of the same colours share. */
export interface Theme {
  readonly key: string;
  readonly workbench: WorkbenchTheme;
}

/** Follows the theme of the workbench. */
export interface ThemeWatch {
  now(): Theme;
}

/**
 * Reads the theme now, and again whenever VS Code changes it: the classes of the body, and the variables in the style of
 * the root. `changed` is called only if the pictures would look different.
 */
export function watchTheme(page: Document, changed: () => void): ThemeWatch {
  let theme = read(page);
  let timer: number | undefined;
  const look = () => {
    timer = undefined;
    const next = read(page);
    if (next.key === theme.key) return;
    theme = next;
    changed();
  };
  const observer = new MutationObserver(() => {
    if (timer === undefined) timer = window.setTimeout(look, 0);
  });
  observer.observe(page.body, { attributeFilter: ["class", "data-vscode-theme-id"] });
  observer.observe(page.documentElement, { attributeFilter: ["class", "style"] });
  return { now: () => theme };
}

function read(page: Document): Theme {
  const workbench = readWorkbench(page);
  return { key: JSON.stringify(workbench), workbench };
}
