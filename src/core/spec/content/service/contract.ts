import { renderFlowchart } from "../../../diagrams/flowchart";
import { shorten } from "../../../diagrams/label";
import { asSentence, asTitle } from "../../purpose";
import { bullets, fence, paragraph, todo } from "../blocks";
import { docstringText } from "../escape";
import type { SectionWriter } from "../writer";

/** What the service is and what other code can ask of it: Overview to Service Interface. */
export const contract: Readonly<Record<string, SectionWriter>> = {
  overview: (subject) => [
    paragraph(
      `${asSentence(subject)} Below is what it owns and needs, what others can ask of it, and how it is run.`,
    ),
    todo(
      subject.purpose === ""
        ? "what the service is for, who calls it, and how often"
        : "who calls it, and how often",
    ),
  ],

  responsibilities: (subject) => {
    const title = asTitle(subject);
    return [
      bullets(
        title === "" ? { todo: "the job that no other service does" } : title,
        ["Owns: ", { todo: "the data that only this service changes" }],
        ["Does not own: ", { todo: "what a caller might look for here, and which service has it" }],
      ),
    ];
  },

  architecture: ({ name }) => [
    paragraph(`Who calls ${name}, and what it calls.`),
    fence(
      "mermaid",
      renderFlowchart({
        direction: "LR",
        nodes: [
          { id: "client", label: "Client" },
          { id: "gateway", label: "API Gateway" },
          { id: "service", label: name },
        ],
        edges: [
          { from: "client", to: "gateway" },
          { from: "gateway", to: "service" },
        ],
        comments: ["TODO: a node for each dependency, and an arrow from the service to it"],
      }),
    ),
  ],

  interface: (subject) => {
    const title = shorten(asTitle(subject) || subject.name, 80);
    const summary = /[!?…]$/u.test(title) ? title : `${title}.`;
    return [
      paragraph("Other code depends on this class and on nothing behind it."),
      fence("python", `class ${subject.className}:`, `    """${docstringText(summary)}"""`),
    ];
  },

  pagination: () => [
    paragraph("A method that returns a list takes the first of these and returns the second."),
    fence(
      "python",
      "from dataclasses import dataclass",
      "from typing import Generic, TypeVar",
      "",
      'Item = TypeVar("Item")',
      "MAX_PAGE_SIZE = 100  # proposed",
      "",
      "",
      "@dataclass(frozen=True)",
      "class PageRequest:",
      '    """Which page of a list a caller asks for."""',
      "",
      "    after: str | None = None  # cursor of the page before, None for the first",
      "    size: int = 20  # proposed",
      "",
      "",
      "@dataclass(frozen=True)",
      "class Page(Generic[Item]):",
      '    """One page of a list, in a stable order."""',
      "",
      "    items: list[Item]",
      "    next: str | None  # cursor of the page behind, None at the end",
    ),
  ],
};
