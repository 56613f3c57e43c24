import * as z from "zod";
import { openCorsArgument } from "../../../frameworks/fastapi/cors";
import { isAside } from "../../../project/asidePaths";
import { rangeOf, walk } from "../../../python/ast/visit";
import { defineRule } from "../../rule";
import { isForDevelopers } from "../../syntax/environmentTests";

/** See docs/rules/cors-wildcard-credentials.md. */
export const corsWildcardCredentials = defineRule({
  meta: {
    name: "cors-wildcard-credentials",
    summary: "Name the origins that may send credentials",
    rationale:
      "With credentials, Starlette answers * with the origin that asks: every site that a user visits can then call the " +
      "API with that user's cookies, and read what it answers.",
    area: "routes",
    source: "Security notes: who may call",
    severity: "error",
    on: "everywhere",
    fix: "none",
    versions: "every version of Starlette",
    options: z.strictObject({}),
    messages: {
      open: "{argument} lets every site send the user's credentials and read the answer; name the origins, or leave out allow_credentials.",
    },
  },
  check({ file, code, calls, report }) {
    if (isAside(file.path)) return;
    for (const statement of file.parsed.module.body) {
      walk(statement, (node) => {
        if (node.nodeType === "If" && isForDevelopers(node.test)) return false;
        if (node.nodeType !== "Call") return true;
        const ways = (calls.get(node) ?? []).map((call) => openCorsArgument(call, code));
        const [argument] = ways;
        if (argument !== undefined && !ways.includes(undefined)) {
          report({ message: "open", data: { argument }, range: rangeOf(node) });
        }
        return true;
      });
    }
  },
});
