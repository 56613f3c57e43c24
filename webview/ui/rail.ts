import { t } from "../l10n";
import type { CodeKind, Offers } from "../messages";
import type { PageState, Section } from "../state/model";
import { element, setText } from "./dom";

export interface RailActions {
  /** Gets the key of the section that is clicked. */
  choose(key: string): void;
  /** Shows the diagrams of all code, of one kind. */
  showWhole(kind: CodeKind): void;
}

/** The list of the document's diagrams, beside them, and below it what the code of its project offers. */
export interface Rail {
  readonly root: HTMLElement;
  update(state: PageState): void;
}

export function createRail(actions: RailActions): Rail {
  const root = element("nav", "rail", { "aria-label": t("Diagrams") });
  const entries = new Map<string, Entry>();
  let layout = "";
  return {
    root,
    update(state) {
      const { rail, document, sections, offers, alone } = state;
      const groups = groupsOf(sections, document?.language === "python", offers);
      root.hidden = !rail || !document || groups.length === 0;
      const next = JSON.stringify(groups.map(({ name, items }) => [name, items.map(nameOf)]));
      if (next !== layout) {
        layout = next;
        entries.clear();
        root.replaceChildren(...groups.flatMap((group) => groupOf(group, entries, actions)));
      }
      for (const section of sections) showEntry(entries.get(section.key), section, alone);
      const shown = sections.find(({ key }) => key === alone)?.diagram.id;
      for (const offer of offers.whole) showOffer(entries.get(offer.kind), offer, shown);
    },
  };
}

interface Entry {
  readonly button: HTMLButtonElement;
  readonly name: HTMLElement;
  readonly size: HTMLElement;
}

type Offer = Offers["whole"][number];
/** What an entry leads to. */
type Item = Section | Offer;

interface Group {
  readonly name: string;
  readonly items: readonly Item[];
}

/** What entries are known by: keys of sections are none of the kinds. */
const nameOf = (item: Item) => ("key" in item ? item.key : item.kind);

/** Those of code stand under what they are of, those of a document under one heading; then what all code offers. */
function groupsOf(all: readonly Section[], isCode: boolean, { whole }: Offers): readonly Group[] {
  const groups = new Map<string, Item[]>();
  const add = (name: string, item: Item) => groups.set(name, [...(groups.get(name) ?? []), item]);
  for (const section of all) {
    if (section.diagram.ofProject) continue;
    const heading = section.diagram.headings[0] ?? t("In this file");
    add(isCode ? heading : t("In this document"), section);
  }
  const ofProject = all.filter(({ diagram }) => diagram.ofProject);
  for (const offer of whole) {
    add(t("Of the code"), offer);
    const shown = ofProject.filter(({ diagram: { id } }) => isOf(offer, id));
    // One that is alone of its kind is what the kind's entry leads to.
    if (shown.length > 1) for (const section of shown) add(t("Of the code"), section);
  }
  return [...groups].map(([name, items]) => ({ name, items }));
}

/** Whether a diagram's id says that it is of a kind of all code. */
function isOf({ kind }: Offer, id: string): boolean {
  return id === `whole:${kind}` || id.startsWith(`whole:${kind}#`);
}

function groupOf(
  { name, items }: Group,
  entries: Map<string, Entry>,
  { choose, showWhole }: RailActions,
): readonly Element[] {
  const list = items.map((item) => {
    const entry = {
      button: element("button", "entry", { type: "button" }),
      name: element("span", "entry-name"),
      size: element("span", "entry-size"),
    };
    entry.button.append(entry.name, entry.size);
    entry.button.addEventListener("click", () =>
      "key" in item ? choose(item.key) : showWhole(item.kind),
    );
    entries.set(nameOf(item), entry);
    const isInner = "key" in item && item.diagram.ofProject;
    return element("li", isInner ? "inner" : "", {}, entry.button);
  });
  return [element("h2", "", {}, name), element("ul", "", {}, ...list)];
}

function showEntry(
  entry: Entry | undefined,
  { key, diagram, picture, trouble }: Section,
  alone: string | undefined,
): void {
  if (!entry) return;
  const name = diagram.title || diagram.headings.at(-1) || t("Diagram");
  const nodes = picture?.parts.filter(({ kind }) => kind === "node").length ?? 0;
  const line = diagram.contentLine + (trouble?.line ?? 0) + 1;
  setText(entry.name, name);
  entry.button.title = name;
  setText(entry.size, trouble ? t("line {0}", line) : nodes > 0 ? `${nodes}` : "");
  entry.size.classList.toggle("errors", trouble !== undefined);
  const said = trouble ? t("{0}, error in line {1}", name, line) : t("{0}, {1} nodes", name, nodes);
  entry.button.setAttribute("aria-label", said);
  markCurrent(entry, key === alone);
}

function showOffer(entry: Entry | undefined, offer: Offer, shownId: string | undefined): void {
  if (!entry) return;
  const name = wholeName(offer.kind);
  setText(entry.name, name);
  setText(entry.size, `${offer.count}`);
  const said = t("{0} of all code, {1}", name, offer.count);
  entry.button.title = said;
  entry.button.setAttribute("aria-label", said);
  markCurrent(entry, shownId !== undefined && isOf(offer, shownId));
}

function markCurrent({ button }: Entry, isCurrent: boolean): void {
  if (isCurrent) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}

function wholeName(kind: CodeKind): string {
  switch (kind) {
    case "er":
      return t("Tables");
    case "class":
      return t("Schemas");
    case "sequence":
      return t("Routes");
    case "state":
      return t("States");
    case "modules":
      return t("Modules");
    case "architecture":
      return t("Architecture");
  }
}
