import * as z from "zod";
import { backendsOf, isBelow } from "../../../detection/backends";
import { classesOf } from "../../../frameworks/pydantic/classesOf";
import { isAside } from "../../../project/asidePaths";
import { defineRule, type Report } from "../../rule";
import { nameRange } from "../../syntax/functions";
import { type Abstraction, abstractionOf } from "./abstraction";

const options = z.strictObject({});
type MessageId = Abstraction["kind"];

/** See docs/rules/over-abstraction.md. */
export const overAbstraction = defineRule({
  meta: {
    name: "over-abstraction",
    summary: "Write services and repositories out, without layers above them",
    rationale:
      "A base service or a generic repository joins what has only its form in common: the first method that differs " +
      "needs a switch in the base, and to read one module means to read another. An interface with one " +
      "implementation and a factory with one product are a detour to the only place there is.",
    area: "layers",
    source:
      "Anti-pattern 6: no base services, no generic repositories, no abstract handlers, no factories for them",
    severity: "warning",
    on: { modular: "warning" },
    fix: "none",
    options,
    messages: {
      repository:
        "{name} is a repository for any model; write the queries out where they are used.",
      service: "{name} is a base of services; let each service stand by itself.",
      abstract: "{name} is abstract and {only} its only implementation; use that directly.",
      factory: "{name} makes nothing but {product}; call that directly.",
    },
  },
  check({ file, code, report, locationOf }) {
    const roots = backendsOf(code).map(({ root }) => root);
    const isOurs = roots.length === 0 || roots.some((root) => isBelow(file.path, root));
    if (isAside(file.path) || !isOurs) return;
    for (const of of classesOf(code.run(file.path))) {
      const found = abstractionOf(of, code);
      if (found === undefined) continue;
      const related: Report<MessageId>["related"] =
        found.kind === "abstract"
          ? [{ location: locationOf(found.only), message: "its only implementation" }]
          : [];
      report({
        message: found.kind,
        data: {
          name: of.name,
          ...(found.kind === "abstract" && { only: found.only.name }),
          ...(found.kind === "factory" && { product: found.product.name }),
        },
        range: nameRange(of.node),
        related,
      });
    }
  },
});
