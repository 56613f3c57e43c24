import { t } from "../l10n";
import type { PageState } from "../state/model";
import { indexOfHit, matches } from "../state/search";
import { element, setText } from "./dom";
import { icon } from "./icons";

export interface SearchActions {
  search(query: string): void;
  step(by: 1 | -1): void;
  /** Goes to what the match comes from. */
  openHit(): void;
}

/** Where nodes and messages are searched for. */
export interface SearchBox {
  readonly root: HTMLElement;
  update(state: PageState): void;
  focus(): void;
}

export function createSearchBox(actions: SearchActions): SearchBox {
  const input = element("input", "", {
    type: "text",
    placeholder: t("Search"),
    "aria-label": t("Search nodes and messages"),
    spellcheck: "false",
  });
  const count = element("span", "matches", { role: "status" });
  const root = element("label", "search", {}, icon("search"), input, count);
  input.addEventListener("input", () => actions.search(input.value));
  input.addEventListener("keydown", (event) => {
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
  const leave = () => {
    if (input.value === "") return input.blur();
    input.value = "";
    actions.search("");
  };
  const keys: Readonly<Record<string, () => void>> = {
    Enter: actions.openHit,
    ArrowDown: () => actions.step(1),
    ArrowUp: () => actions.step(-1),
    Escape: leave,
  };
  return {
    root,
    focus() {
      input.focus();
      input.select();
    },
    update(state) {
      const all = matches(state);
      const at = indexOfHit(state, all) + 1;
      const some = all.length > 0 ? t("{0} of {1}", at, all.length) : t("no match");
      setText(count, state.query.trim() === "" ? "" : some);
    },
  };
}
