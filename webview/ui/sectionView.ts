import { t } from "../l10n";
import type { PartPlace, Section } from "../state/model";
import { createBanner } from "./banner";
import { iconButton, linkButton } from "./controls";
import { element, setText } from "./dom";
import type { View } from "./panZoom";
import { createPartList } from "./partList";
import { createPictureView, type PictureView } from "./pictureView";

/** What a reader can do with a section. */
export interface SectionActions {
  /** Goes to a zero-based line of the document. */
  goTo(line: number): void;
  /** Goes to what a part of the picture comes from. */
  choose(place: PartPlace): void;
  follow(href: string): void;
  /** Shows one diagram alone, or all again. */
  showAlone(key: string | undefined): void;
  copy(key: string, as: "picture" | "source"): void;
  export(key: string): void;
  /** The reader has scrolled or zoomed, or pictures have got other heights. */
  moved(): void;
}

/** How a section is shown. */
export interface SectionLook {
  /** How many of the outermost headings go without saying. */
  readonly depth: number;
  readonly alone: boolean;
  readonly hidden: boolean;
  readonly hit: number | undefined;
  readonly found: ReadonlySet<number>;
  readonly atCursor: ReadonlySet<number>;
}

/** One diagram under its headings. */
export interface SectionView {
  readonly root: HTMLElement;
  readonly picture: PictureView;
  update(section: Section, look: SectionLook): void;
  /** Keeps a place of this height, in pixels, until there is a picture. */
  reserve(height: number): void;
  setView(view: View | undefined): void;
}

export function createSectionView(key: string, actions: SectionActions): SectionView {
  let section: Section | undefined;
  let shown: SectionLook | undefined;
  let alone = false;
  const crumbs = element("h2", "crumbs", { id: `${key}-title` });
  const type = element("span", "type");
  const line = linkButton("", () => actions.goTo(section?.diagram.line ?? 0));
  line.classList.add("line");
  const picture = createPictureView({
    follow: actions.follow,
    choose: (part) => actions.choose({ key, part }),
    moved: actions.moved,
  });
  const zoom = element(
    "span",
    "actions zoom",
    {},
    iconButton("zoomOut", t("Zoom out"), () => picture.panZoom.zoom(1 / 1.25)),
    iconButton("zoomIn", t("Zoom in"), () => picture.panZoom.zoom(1.25)),
    iconButton("fit", t("Fit"), () => picture.panZoom.fit()),
  );
  const toggle = iconButton("expand", "", () => actions.showAlone(alone ? undefined : key));
  const tools = element(
    "span",
    "actions",
    {},
    toggle,
    iconButton("copy", t("Copy as picture"), () => actions.copy(key, "picture")),
    iconButton("source", t("Copy as Mermaid"), () => actions.copy(key, "source")),
    iconButton("export", t("Export this diagram"), () => actions.export(key)),
  );
  const banner = createBanner(actions.goTo);
  const card = element("div", "card", {}, picture.root);
  const hint = element("p", "hint", { role: "status" });
  const notes = element("div", "notes");
  const words = createPartList();
  const header = element("header", "", {}, crumbs, type, tools, zoom, line);
  const root = element(
    "section",
    "diagram",
    { "aria-labelledby": `${key}-title` },
    header,
    card,
    hint,
    notes,
    words.root,
  );
  return {
    root,
    picture,
    reserve: (height) => card.style.setProperty("min-height", `${height}px`),
    setView: (view) => picture.panZoom.setView(view),
    update(next, look) {
      if (next === section && isSame(look, shown)) return;
      const { diagram, trouble } = next;
      const before = section;
      section = next;
      shown = look;
      alone = look.alone;
      root.hidden = look.hidden;
      root.classList.toggle("alone", alone);
      zoom.hidden = !alone;
      const way = alone ? t("Show all diagrams") : t("Show this diagram alone");
      toggle.title = way;
      toggle.setAttribute("aria-label", way);
      toggle.setAttribute("aria-pressed", String(alone));
      const path = breadcrumb(next).slice(look.depth);
      if (before?.diagram !== diagram || path.length !== crumbs.querySelectorAll(".crumb").length) {
        showCrumbs(crumbs, path);
        setText(type, diagram.type);
        type.hidden = diagram.type === "";
        line.hidden = diagram.ofProject === true;
        setText(line, t("line {0}", diagram.line + 1));
        line.setAttribute("aria-label", t("Go to line {0}", diagram.line + 1));
        notes.replaceChildren(...(diagram.notes ?? []).map((note) => element("p", "", {}, note)));
      }
      const stale = trouble !== undefined && next.picture !== undefined;
      const label = titleOf(next);
      picture.update(next.picture, stale ? t("{0} (last good version)", label) : label, alone);
      picture.mark(look);
      words.update(next.picture?.parts ?? []);
      setText(hint, hintFor(next, look.hit));
      hint.hidden = look.hit === undefined;
      root.classList.toggle("broken", trouble !== undefined);
      root.classList.toggle("waiting", !trouble && !next.picture);
      if (trouble) banner.update(trouble, diagram.contentLine + trouble.line);
      if (trouble && !banner.root.isConnected) card.append(banner.root);
      if (!trouble) banner.root.remove();
      if (trouble || next.picture) card.style.removeProperty("min-height");
    },
  };
}

/** With many diagrams on the page most stay as they are when one changes. */
function isSame(look: SectionLook, shown: SectionLook | undefined): boolean {
  const { depth, alone, hidden, hit, found, atCursor } = look;
  return (
    shown?.depth === depth &&
    shown.alone === alone &&
    shown.hidden === hidden &&
    shown.hit === hit &&
    shown.found === found &&
    shown.atCursor === atCursor
  );
}

/** Where the match that the reader is at comes from, and how to get there. */
function hintFor({ diagram, picture }: Section, hit: number | undefined): string {
  const part = hit === undefined ? undefined : picture?.parts[hit];
  if (!part) return "";
  return diagram.links
    ? t("{0}. Enter opens its code, arrow keys go to the next match", part.label)
    : t(
        "{0}: line {1}. Enter opens its source, arrow keys go to the next match",
        part.label,
        diagram.contentLine + part.line + 1,
      );
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
