import { t } from "../l10n";
import type { Trouble } from "../render/outcome";
import { linkButton } from "./controls";
import { element } from "./dom";
import { icon } from "./icons";

/** Says why a diagram cannot be drawn, and leads to its line. */
export interface Banner {
  readonly root: HTMLElement;
  /** @param line Zero-based, in the document. */
  update(trouble: Trouble, line: number): void;
}

/** Makes a banner; `goTo` gets the zero-based line of the document. */
export function createBanner(goTo: (line: number) => void): Banner {
  let target = 0;
  const place = element("b", "");
  const words = element("span", "");
  const excerpt = element("code", "");
  const link = linkButton(t("Go to line"), () => goTo(target));
  const text = element("p", "", {}, place, words, excerpt);
  const root = element("div", "banner", { role: "status" }, icon("error"), text, link);
  return {
    root,
    update(trouble, line) {
      target = line;
      place.textContent = t("Line {0}", line + 1);
      words.textContent = ` ${trouble.message} `;
      excerpt.textContent = trouble.excerpt ?? "";
      link.setAttribute("aria-label", t("Go to line {0}", line + 1));
    },
  };
}
