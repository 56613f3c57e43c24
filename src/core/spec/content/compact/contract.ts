import { asSentence, asTitle } from "../../purpose";
import { fence, paragraph } from "../blocks";
import { docstringText } from "../escape";
import { architecture, routerCallers } from "../shared/diagrams";
import { inputsOf, notOwnedBy, ownedBy, tableOf } from "../shared/parts";
import { modelLines, moduleOf, pageDefinitions, signatureLines } from "../shared/python";
import type { SectionWriter } from "../writer";

/** What a module is and what other code can ask of it. */
export const compactContract: Readonly<Record<string, SectionWriter>> = {
  responsibilities: (subject) => [
    paragraph(
      asSentence(subject),
      " It owns: ",
      ownedBy(subject),
      ". It does not own: ",
      notOwnedBy(subject),
      ".",
    ),
  ],

  architecture: (subject) => [fence("mermaid", architecture(subject, routerCallers))],

  dependencies: ({ content: { dependencies } }, section) =>
    tableOf(
      section,
      dependencies.map(({ name, type, timeout, fallback }) => [name, type, timeout, fallback]),
    ),

  "data-models": ({ content: { entities, operations } }) => {
    if (entities.length === 0) return undefined;
    const definitions = entities.flatMap((entity) => [
      modelLines(entity),
      ...inputsOf(entity, operations),
    ]);
    const isPaged = operations.some(({ parameters }) =>
      parameters.some(({ type }) => type === "PageRequest"),
    );
    if (isPaged) definitions.push(...pageDefinitions.map((lines) => [...lines]));
    return [fence("python", ...moduleOf(definitions))];
  },

  interface: (subject) => {
    const { className, content } = subject;
    const summary = asTitle(subject) || className;
    const methods = content.operations.flatMap((operation) => [
      "",
      ...signatureLines(operation, { indent: "    ", isMethod: true, metrics: [] }),
    ]);
    return [
      fence(
        "python",
        `class ${className}:`,
        `    """${docstringText(/[!?…]$/u.test(summary) ? summary : `${summary}.`)}"""`,
        ...(methods.length > 0
          ? methods
          : ["    # TODO: each method, its docstring with Args, Returns and Raises"]),
      ),
    ];
  },
};
