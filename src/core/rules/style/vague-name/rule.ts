import * as z from "zod";
import { defineRule } from "../../rule";
import { isAsideFile } from "../../syntax/files";
import { type FunctionPlace, functionsOf, isPublic, nameRange } from "../../syntax/functions";
import { mayOverride } from "../../syntax/methodOrigin";

const options = z.strictObject({});

/** See docs/rules/vague-name.md. */
export const vagueName = defineRule({
  meta: {
    name: "vague-name",
    summary: "Name functions after what they do",
    rationale:
      "`get_data` and `process` fit every function and tell none apart: who reads the call has to open the function. " +
      "A name that says what is done, to what, saves that.",
    area: "style",
    source: "Code style: descriptive names, getUserById rather than getData",
    severity: "hint",
    on: { modular: "hint" },
    fix: "none",
    options,
    messages: { vague: "{name} does not say what the function does, or to what." },
  },
  check(context) {
    const { file, report } = context;
    if (isAsideFile(file)) return;
    for (const place of functionsOf(file.parsed.module)) {
      if (!isPublic(place) || !isVague(place) || mayOverride(place, context)) continue;
      report({ message: "vague", data: { name: place.node.name }, range: nameRange(place.node) });
    }
  },
});

/** Names that fit any function, wherever it stands. */
const alwaysVague =
  /^(?:(?:get|fetch|load|read|find|set|save|store|update|create|make|build|process|handle|manage|check|use)_(?:data|stuff|things?|something|everything)|(?:do|handle|process)_(?:it|this|that|work|stuff)|(?:my|some)_func(?:tion)?|helpers?|utils?|foo|bar|func|function)\d*$/;

/** Names that say enough in a class that is named after its purpose, and nothing by themselves. */
const vagueAlone =
  /^(?:process|handle|manage|do|perform|execute_it|(?:get|fetch)_info|do_[a-z]\w*)\d*$/;

/** Classes that do many things to something, and so leave the purpose to their methods. */
const manyPurposes = /(?:Service|Manager|Helpers?|Utils?|Repository|Controller|DAO)$/;

/** Whether a name says nothing where it stands. */
function isVague({ node, within }: FunctionPlace): boolean {
  const owner = within.at(-1);
  const isAlone = owner?.nodeType !== "ClassDef" || manyPurposes.test(owner.name);
  return alwaysVague.test(node.name) || (isAlone && vagueAlone.test(node.name));
}
