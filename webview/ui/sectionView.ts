import { t } from "../l10n";
import type { Section } from "../state/model";
import { createBanner } from "./banner";
import { linkButton } from "./controls";
import { element, setText } from "./dom";
import { createPictureView } from "./pictureView";

/** What a reader can do with a section. */
export interface SectionActions {
  /** Goes to a zero-based line of the document. */
  goTo(line: number): void;
  follow(href: string): void;
}

/** One diagram under its headings. */
export interface SectionView {
  readonly root: HTMLElement;
  /** @param depth How many of the outermost headings go without saying. */
  update(section: Section, depth: number): void;
  /** Keeps a place of this height, in pixels, until there is a picture. */
  reserve(height: number): void;
}

export function createSectionView(key: string, actions: SectionActions): SectionView {
  let section: Section | undefined;
  const crumbs = element("h2", "crumbs", { id: `${key}-title` });
  const type = element("span", "type");
  const line = linkButton("", () => actions.goTo(section?.diagram.line ?? 0));
  line.classList.add("line");
  const picture = createPictureView(actions.follow);
  const banner = createBanner(actions.goTo);
  const card = element("div", "card", {}, picture.root);
  const header = element("header", "", {}, crumbs, type, line);
  const root = element("section", "diagram", { "aria-labelledby": `${key}-title` }, header, card);
  return {
    root,
    reserve: (height) => card.style.setProperty("min-height", `${height}px`),
    update(next, depth) {
      const { diagram, trouble } = next;
      const before = section;
      section = next;
      const path = breadcrumb(next).slice(depth);
      if (before?.diagram !== diagram || path.length !== crumbs.querySelectorAll(".crumb").length) {
        showCrumbs(crumbs, path);
        setText(type, diagram.type);
        type.hidden = diagram.type === "";
        setText(line, t("line {0}", diagram.line + 1));
        line.setAttribute("aria-label", t("Go to line {0}", diagram.line + 1));
      }
      const stale = trouble !== undefined && next.picture !== undefined;
      const label = titleOf(next);
      picture.update(next.picture, stale ? t("{0} (last good version)", label) : label);
      root.classList.toggle("broken", trouble !== undefined);
      root.classList.toggle("waiting", !trouble && !next.picture);
      if (trouble) banner.update(trouble, diagram.contentLine + trouble.line);
      if (trouble && !banner.root.isConnected) card.append(banner.root);
      if (!trouble) banner.root.remove();
      if (trouble || next.picture) card.style.removeProperty("min-height");
    },
  };
}

/** The headings, and the diagram's own title where it says more than they do. */
function breadcrumb({ diagram }: Section): readonly string[] {
  const { headings, title } = diagram;
  if (title && headings.at(-1) !== title) return [...headings, title];
  return headings.length > 0 ? headings : [t("Diagram")];
}

function titleOf(section: Section): string {
  const name = breadcrumb(section).at(-1) ?? "";
  return section.diagram.type ? `${name}, ${section.diagram.type}` : name;
}

function showCrumbs(root: HTMLElement, crumbs: readonly string[]): void {
  const last = crumbs.length - 1;
  const parts = crumbs.map((crumb, index) =>
    element(index === last ? "b" : "span", "crumb", { title: crumb }, crumb),
  );
  const separator = () => element("span", "separator", { "aria-hidden": "true" }, "›");
  root.replaceChildren(
    ...parts.flatMap((part, index) => (index > 0 ? [separator(), part] : [part])),
  );
}
