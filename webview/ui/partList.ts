import type { Part } from "../frame/protocol";
import { t } from "../l10n";
import { element } from "./dom";

/** What a picture shows, in words: for those who do not see it. */
export interface PartList {
  readonly root: HTMLElement;
  update(parts: readonly Part[]): void;
}

export function createPartList(): PartList {
  const root = element("div", "words");
  let shown: readonly Part[] | undefined;
  return {
    root,
    update(parts) {
      if (parts === shown) return;
      shown = parts;
      const isNode = ({ kind }: Part) => kind === "node";
      const nodes = parts.filter(isNode);
      const edges = parts.filter((part) => part.kind !== "node" && part.kind !== "field");
      root.replaceChildren(...list(t("Nodes"), nodes), ...list(t("Edges and messages"), edges));
    },
  };
}

function list(name: string, parts: readonly Part[]): readonly Element[] {
  if (parts.length === 0) return [];
  const items = parts.map(({ label }) => element("li", "", {}, label));
  return [element("ul", "", { "aria-label": name }, ...items)];
}
