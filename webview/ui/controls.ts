import { provideVSCodeDesignSystem, vsCodeButton } from "@vscode/webview-ui-toolkit";
import { element } from "./dom";
import { type IconName, icon } from "./icons";

/** The page's controls: the one file that knows the (archived) webview toolkit. */

/** Defines the toolkit's elements; once, before the first control is made. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}

/** A button for the one thing to do next. */
export function primaryButton(label: string, run: () => void): HTMLElement {
  const button = document.createElement("vscode-button");
  button.textContent = label;
  button.addEventListener("click", run);
  return button;
}

/**
 * A button that looks like a link.
 * @param name What a screen reader says, where the label alone says too little.
 */
export function linkButton(label: string, run: () => void, name?: string): HTMLButtonElement {
  const attributes = { type: "button", ...(name ? { "aria-label": name } : {}) };
  const button = element("button", "link", attributes, label);
  button.addEventListener("click", run);
  return button;
}

/** A button with an icon alone; `name` is its tooltip, and what a screen reader says. */
export function iconButton(symbol: IconName, name: string, run: () => void): HTMLButtonElement {
  const attributes = { type: "button", title: name, "aria-label": name };
  const button = element("button", "icon-button", attributes);
  button.append(icon(symbol));
  button.addEventListener("click", run);
  return button;
}
