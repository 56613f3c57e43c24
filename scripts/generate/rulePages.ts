import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { rules } from "../../src/core/rules/registry";
import { type Rule, ruleAreas } from "../../src/core/rules/rule";
import { readRuleCase } from "../../src/core/rules/testing/ruleCase";

type Meta = Rule["meta"];

/** The pages of docs/rules by their paths: one a rule, and an index. */
export async function rulePages(root: string): Promise<[string, string][]> {
  const pages = await Promise.all(
    rules.map(async ({ meta }): Promise<[string, string]> => {
      const folder = join(root, "src/core/rules", meta.area, meta.name, "cases");
      return [`docs/rules/${meta.name}.md`, await rulePage(meta, folder)];
    }),
  );
  return [...pages, ["docs/rules/README.md", index()]];
}

async function rulePage(meta: Meta, folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".py")).sort();
  const cases = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
  );
  const bad = cases.find(({ name }) => name === "example_bad.py");
  const good = cases.find(({ name }) => name === "example_good.py");
  if (!bad || !good)
    throw new Error(`${meta.name}: cases/example_bad.py and example_good.py are missing`);
  return `# ${meta.name}

${meta.summary}.

| severity | on | fix |
|---|---|---|
| ${meta.severity} | ${onText(meta)} | ${meta.fix} |

## Why

${meta.rationale}

Source: ${meta.source}.

## Bad

\`\`\`python
${bad.text.trimEnd().replace(/\s+# expect: .*$/gm, "")}
\`\`\`

${(await messages(folder)).map((message) => `> ${message}`).join("\n>\n")}

## Good

\`\`\`python
${readRuleCase(good.text).files["case.py"]?.trimEnd()}
\`\`\`

## Options

${optionsText(meta)}

Its severity is set in \`.backend-spec.yaml\`, for all files or under \`overrides\` for some:

\`\`\`yaml
rules:
  ${meta.name}: ${meta.severity === "error" ? "warning" : "error"}   # off, hint, info, warning or error
\`\`\`
`;
}

/** What the rule says of the bad example, from the snapshot of its case. */
async function messages(folder: string): Promise<string[]> {
  const snapshot = await readFile(join(folder, "example_bad.snap"), "utf8");
  return [...snapshot.matchAll(/^\S+:\d+:\d+-\d+:\d+ \w+ (.*)$/gm)].map(
    ([, message = ""]) => message,
  );
}

function onText({ on }: Meta): string {
  if (on === "everywhere") return "everywhere";
  return Object.entries(on)
    .map(([profile, severity]) => `\`profile: ${profile}\` (${severity})`)
    .join(", ");
}

function optionsText({ options }: Meta): string {
  // The rules' options are objects; `toJSONSchema` types its result as any schema.
  const { properties = {} } = z.toJSONSchema(options, { io: "input" }) as {
    properties?: Record<string, { description?: string; default?: unknown }>;
  };
  const rows = Object.entries(properties).map(
    ([name, option]) =>
      `| \`${name}\` | ${option.description ?? ""} | ${JSON.stringify(option.default)} |`,
  );
  return rows.length === 0
    ? "None of its own."
    : ["| option | meaning | default |", "|---|---|---|", ...rows].join("\n");
}

function index(): string {
  const areas = Object.entries(ruleAreas).flatMap(([area, title]) => {
    const rows = rules
      .filter(({ meta }) => meta.area === area)
      .map(
        ({ meta }) =>
          `| [${meta.name}](${meta.name}.md) | ${meta.summary} | ${onText(meta)} | ${meta.fix} |`,
      );
    return rows.length === 0
      ? []
      : `## ${title}\n\n| rule | | on | fix |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Rules\n\n${areas.join("\n")}`;
}
