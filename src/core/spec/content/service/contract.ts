import { shorten } from "../../../diagrams/label";
import { asSentence, asTitle } from "../../purpose";
import { bullets, fence, paragraph, todo } from "../blocks";
import { docstringText } from "../escape";
import { architecture, gatewayCallers } from "../shared/diagrams";
import { inputsOf, methodMetrics, notOwnedBy, ownedBy, tableOf } from "../shared/parts";
import {
  modelLines,
  moduleOf,
  pageDefinitions,
  parameterList,
  signatureLines,
} from "../shared/python";
import type { RepeatedWriter, SectionWriter } from "../writer";

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
        ["Owns: ", ownedBy(subject)],
        ["Does not own: ", notOwnedBy(subject)],
      ),
    ];
  },

  architecture: (subject) => [
    paragraph(`Who calls ${subject.name}, and what it calls.`),
    fence("mermaid", architecture(subject, gatewayCallers)),
  ],

  dependencies: ({ content: { dependencies } }, section) =>
    tableOf(
      section,
      dependencies.map(({ name, type, purpose, timeout, fallback, healthCheck }) => [
        name,
        type,
        purpose,
        timeout,
        fallback,
        healthCheck,
      ]),
    ),

  "data-models": ({ content: { entities } }) =>
    entities.length === 0
      ? undefined
      : [paragraph("What the service stores, and what callers send of it.")],

  interface: (subject) => {
    const title = shorten(asTitle(subject) || subject.name, 80);
    const summary = /[!?…]$/u.test(title) ? title : `${title}.`;
    return [
      paragraph("Other code depends on this class and on nothing behind it."),
      fence("python", `class ${subject.className}:`, `    """${docstringText(summary)}"""`),
    ];
  },

  methods: ({ content: { operations } }, section) =>
    tableOf(
      section,
      operations.map((operation) => [
        operation.method,
        operation.parameters.length > 0 ? { code: parameterList(operation) } : "None",
        operation.returns === undefined ? { todo: "its type" } : { code: operation.returns },
        operation.isIdempotent === undefined
          ? { todo: "Yes or No" }
          : operation.isIdempotent
            ? "Yes"
            : "No",
        operation.title,
      ]),
    ),

  "method-details": ({ content: { operations } }) =>
    operations.length === 0
      ? undefined
      : [
          paragraph(
            "The signature of each method above, with all that it raises, publishes and counts.",
          ),
        ],

  pagination: () => [
    paragraph("A method that returns a list takes the first of these and returns the second."),
    fence("python", ...moduleOf(pageDefinitions)),
  ],
};

/** The parts of the contract that stand once for each model and each method. */
export const repeatedContract: Readonly<Record<string, RepeatedWriter>> = {
  "data-model": ({ content: { entities, operations } }) =>
    entities.map((entity) => {
      const inputs = inputsOf(entity, operations);
      return {
        values: { entity: entity.className },
        blocks: [
          fence("python", ...moduleOf([modelLines(entity)])),
          ...(inputs.length > 0 ? [fence("python", ...moduleOf(inputs))] : []),
        ],
      };
    }),

  method: ({ snakeName, content: { operations } }) =>
    operations.map((operation) => ({
      values: { method: operation.method },
      blocks: [
        fence(
          "python",
          ...signatureLines(operation, {
            indent: "",
            isMethod: false,
            metrics: methodMetrics(snakeName, operation),
          }),
        ),
      ],
    })),
};
