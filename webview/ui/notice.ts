import { t } from "../l10n";
import type { PageState } from "../state/model";
import { primaryButton } from "./controls";
import { element } from "./dom";
import { icon } from "./icons";

/** What stands on the page instead of diagrams, or above them: nothing to show, or a problem of the page as a whole. */
export interface Notice {
  readonly root: HTMLElement;
  update(state: PageState): void;
}

/** Makes the notice; `insertDiagram` puts a first diagram into the document. */
export function createNotice(insertDiagram: () => void): Notice {
  const root = element("div", "notice", { role: "status" });
  const insert = primaryButton(t("Insert a diagram"), insertDiagram);
  let shown = "";
  return {
    root,
    update(state) {
      const kind = kindOf(state);
      const next = `${kind} ${state.problem ?? ""}`;
      if (next === shown) return;
      shown = next;
      root.className = `notice ${kind}`;
      root.hidden = kind === "none";
      root.replaceChildren(...content(kind, state.problem ?? "", insert));
    },
  };
}

type Kind = "none" | "nothing" | "empty" | "no-code" | "problem";

function kindOf({ document, sections, problem }: PageState): Kind {
  if (problem !== undefined) return "problem";
  if (document === null) return "nothing";
  if (!document || sections.length > 0) return "none";
  return document.language === "python" ? "no-code" : "empty";
}

function content(kind: Kind, problem: string, insert: HTMLElement): readonly Element[] {
  switch (kind) {
    case "none":
      return [];
    case "problem":
      return [
        element("h2", "", {}, icon("error"), t("The preview is not up to date")),
        element("p", "", {}, problem),
      ];
    case "nothing":
      return [
        element("h2", "", {}, t("No document to preview")),
        element("p", "", {}, t("Open a Markdown or Python file: its diagrams appear here.")),
      ];
    case "no-code":
      return [
        element("h2", "", {}, t("Nothing in this file makes a diagram")),
        element(
          "p",
          "",
          {},
          t("Tables, schemas, routes, methods of services and fields with states do."),
        ),
      ];
    case "empty":
      return [
        element("h2", "", {}, t("No Mermaid diagrams in this document")),
        element("p", "", {}, t("A diagram is a code block that begins with ```mermaid.")),
        insert,
      ];
  }
}
