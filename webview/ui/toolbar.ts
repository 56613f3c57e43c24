import { t } from "../l10n";
import type { PageState } from "../state/model";
import { iconButton } from "./controls";
import { element, setText } from "./dom";
import { icon } from "./icons";
import { createSearchBox, type SearchActions } from "./searchBox";

export interface ToolbarActions extends SearchActions {
  toggleRail(): void;
  toggleLock(): void;
  exportAll(): void;
  openSettings(): void;
  updateDiagrams(): void;
}

/** The bar above the diagrams: which document, how many, how many with an error; search, list, lock and export. */
export interface Toolbar {
  readonly root: HTMLElement;
  update(state: PageState): void;
  focusSearch(): void;
}

export function createToolbar(actions: ToolbarActions): Toolbar {
  const name = element("h1", "name");
  const folder = element("span", "folder");
  const count = element("span", "");
  const errors = element("span", "errors");
  const status = element("div", "count", { role: "status" }, count, errors);
  const search = createSearchBox(actions);
  const rail = iconButton("rail", t("List of diagrams"), actions.toggleRail);
  const lock = iconButton("lock", "", actions.toggleLock);
  const updateAll = iconButton("update", t("Update diagrams from code"), actions.updateDiagrams);
  const exportAll = iconButton("export", t("Export all diagrams"), actions.exportAll);
  const settings = iconButton("settings", t("Settings of the preview"), actions.openSettings);
  const tools = element("span", "actions", {}, rail, lock, updateAll, exportAll, settings);
  const root = element(
    "header",
    "toolbar",
    {},
    icon("diagram"),
    name,
    folder,
    status,
    search.root,
    tools,
  );
  return {
    root,
    focusSearch: search.focus,
    update(state) {
      const { document, sections, offers } = state;
      root.hidden = !document;
      setText(name, document?.name ?? "");
      setText(folder, document?.folder ?? "");
      folder.title = document?.folder ?? "";
      const broken = sections.filter((section) => section.trouble).length;
      setText(count, countText(sections.length));
      setText(errors, broken > 0 ? t("{0} with an error", broken) : "");
      errors.hidden = broken === 0;
      status.hidden = sections.length === 0;
      search.root.hidden = sections.length === 0;
      exportAll.hidden = sections.length === 0;
      updateAll.hidden = !offers.hasRegions;
      search.update(state);
      rail.hidden = sections.length === 0 && offers.whole.length === 0;
      rail.setAttribute("aria-pressed", String(state.rail));
      const way = state.locked ? t("Follow the editor") : t("Stay with this document");
      lock.title = way;
      lock.setAttribute("aria-label", way);
      lock.setAttribute("aria-pressed", String(state.locked));
    },
  };
}

function countText(count: number): string {
  return count === 1 ? t("1 diagram") : t("{0} diagrams", count);
}
