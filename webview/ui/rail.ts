import { t } from "../l10n";
import type { PageState, Section } from "../state/model";
import { element, setText } from "./dom";

/** The list of the document's diagrams, beside them. */
export interface Rail {
  readonly root: HTMLElement;
  update(state: PageState): void;
}

/** Makes the list; `choose` gets the key of the section that is clicked. */
export function createRail(choose: (key: string) => void): Rail {
  const root = element("nav", "rail", { "aria-label": t("Diagrams") });
  const entries = new Map<string, Entry>();
  let layout = "";
  return {
    root,
    update({ rail, document, sections, alone }) {
      root.hidden = !rail || !document || sections.length === 0;
      const groups = groupsOf(sections, document?.language === "python");
      const next = JSON.stringify(groups.map(({ name, sections: all }) => [name, all.map(keyOf)]));
      if (next !== layout) {
        layout = next;
        entries.clear();
        root.replaceChildren(...groups.flatMap((group) => groupOf(group, entries, choose)));
      }
      for (const section of sections) showEntry(entries.get(section.key), section, alone);
    },
  };
}

interface Entry {
  readonly button: HTMLButtonElement;
  readonly name: HTMLElement;
  readonly size: HTMLElement;
}

interface Group {
  readonly name: string;
  readonly sections: readonly Section[];
}

const keyOf = ({ key }: Section) => key;

/** Those of code stand under what they are of, those of a document under one heading. */
function groupsOf(sections: readonly Section[], byHeading: boolean): readonly Group[] {
  if (!byHeading) return [{ name: t("In this document"), sections }];
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const name = section.diagram.headings[0] ?? t("In this file");
    groups.set(name, [...(groups.get(name) ?? []), section]);
  }
  return [...groups].map(([name, all]) => ({ name, sections: all }));
}

function groupOf(
  { name, sections }: Group,
  entries: Map<string, Entry>,
  choose: (key: string) => void,
): readonly Element[] {
  const items = sections.map(({ key }) => {
    const entry = {
      button: element("button", "entry", { type: "button" }),
      name: element("span", "entry-name"),
      size: element("span", "entry-size"),
    };
    entry.button.append(entry.name, entry.size);
    entry.button.addEventListener("click", () => choose(key));
    entries.set(key, entry);
    return element("li", "", {}, entry.button);
  });
  return [element("h2", "", {}, name), element("ul", "", {}, ...items)];
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
  if (key === alone) entry.button.setAttribute("aria-current", "true");
  else entry.button.removeAttribute("aria-current");
}
