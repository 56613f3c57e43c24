import { t } from "../l10n";
import type { PageState } from "../state/model";
import { element, setText } from "./dom";
import { icon } from "./icons";

/** The bar above the diagrams: which document, how many, how many with an error. */
export interface Toolbar {
  readonly root: HTMLElement;
  update(state: PageState): void;
}

export function createToolbar(): Toolbar {
  const name = element("h1", "name");
  const folder = element("span", "folder");
  const count = element("span", "");
  const errors = element("span", "errors");
  const status = element("div", "count", { role: "status" }, count, errors);
  const root = element("header", "toolbar", {}, icon("diagram"), name, folder, status);
  return {
    root,
    update({ document, sections }) {
      root.hidden = !document;
      setText(name, document?.name ?? "");
      setText(folder, document?.folder ?? "");
      folder.title = document?.folder ?? "";
      const broken = sections.filter((section) => section.trouble).length;
      setText(count, countText(sections.length));
      setText(errors, broken > 0 ? t("{0} with an error", broken) : "");
      errors.hidden = broken === 0;
      status.hidden = sections.length === 0;
    },
  };
}

function countText(count: number): string {
  return count === 1 ? t("1 diagram") : t("{0} diagrams", count);
}
