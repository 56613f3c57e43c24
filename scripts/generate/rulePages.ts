import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { allRules, rules } from "../../src/core/rules/registry";
import { type RuleInfo, ruleAreas } from "../../src/core/rules/rule";
import { seedStatements } from "../../src/core/rules/seedStatements";
import { readRuleCase } from "../../src/core/rules/testing/ruleCase";

type Meta = RuleInfo["meta"];

/** The pages of docs/rules by their paths: one a rule, and an index. */
export async function rulePages(root: string): Promise<[string, string][]> {
  const pages = await Promise.all(
    allRules.map(async (rule): Promise<[string, string]> => {
      const { area, name } = rule.meta;
      const folder = join(root, "src/core/rules", area, name, "cases");
      return [`docs/rules/${name}.md`, await rulePage(rule, folder)];
    }),
  );
  return [...pages, ["docs/rules/README.md", index()]];
}

async function rulePage(rule: RuleInfo, folder: string): Promise<string> {
  const { meta } = rule;
  const language = languageOf(rule);
  const names = (await readdir(folder)).filter((name) => name.endsWith(language.ending)).sort();
  const cases = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
  );
  const { ending, name: word, marks, comment } = language;
  const bad = cases.find(({ name }) => name === `example_bad${ending}`);
  const good = cases.find(({ name }) => name === `example_good${ending}`);
  if (!bad || !good) {
    throw new Error(
      `${meta.name}: cases/example_bad${ending} and example_good${ending} are missing`,
    );
  }
  return `# ${meta.name}

${meta.summary}.

| severity | on | fix |
|---|---|---|
| ${meta.severity} | ${onText(rule)} | ${meta.fix} |
${meta.versions === undefined ? "" : `\nHolds for ${meta.versions}.\n`}
## Why

${meta.rationale}

Source: ${meta.source}.

## Bad

${marks}${word}
${shownFiles(bad.text, ending)}
${marks}

${(await messages(folder)).map((message) => `> ${message}`).join("\n>\n")}

## Good

${marks}${word}
${shownFiles(good.text, ending)}
${marks}

## Options

${optionsText(meta)}

Its severity is set in \`.backend-spec.yaml\`, for all files or under \`overrides\` for some:

\`\`\`yaml
rules:
  ${meta.name}: ${meta.severity === "error" ? "warning" : "error"}   # off, hint, info, warning or error
\`\`\`

## Silencing one place

${language.where}, with the reason:

\`\`\`${word}
${comment(`ignore[${meta.name}] why it is right here`)}
\`\`\`

\`${comment(`ignore-file[${meta.name}] why`)}\` holds for a whole file.
`;
}

/** What a rule is about, and how its pages show that. */
function languageOf(rule: RuleInfo) {
  const isPython = rules.some(({ meta }) => meta.name === rule.meta.name);
  return !isPython
    ? {
        ending: ".md",
        name: "markdown",
        // The examples hold fences of their own.
        marks: "````",
        where: "At the end of the line, or alone above the table, list, fence or paragraph",
        comment: (text: string) => `<!-- backend-spec: ${text} -->`,
      }
    : {
        ending: ".py",
        name: "python",
        marks: "```",
        where: "At the end of a line of the statement, or alone on the line above it",
        comment: (text: string) => `# backend-spec: ${text}`,
      };
}

/** The files of a case under their paths, without its configuration and marks. */
function shownFiles(text: string, ending: string): string {
  const all = Object.entries(readRuleCase(text, ending === ".md" ? "spec.md" : "case.py").files);
  const files = all.filter(([path]) => path.endsWith(ending));
  if (files.length === 0) throw new Error("An example of a rule shows no file.");
  const title = (path: string) => (ending === ".md" ? `<!-- ${path} -->` : `# ${path}`);
  return files
    .map(([path, code]) => `${files.length > 1 ? `${title(path)}\n` : ""}${code.trim()}`)
    .join("\n\n");
}

/** What the rule says of the bad example, from the snapshot of its case. */
async function messages(folder: string): Promise<string[]> {
  const snapshot = await readFile(join(folder, "example_bad.snap"), "utf8");
  return [...snapshot.matchAll(/^\S+:\d+:\d+-\d+:\d+ \w+ (.*)$/gm)].map(
    ([, message = ""]) => message,
  );
}

function onText({ meta: { on }, keptBy }: RuleInfo): string {
  if (on === "everywhere") return "everywhere";
  const profiles = Object.entries(on).map(
    ([profile, severity]) => `\`profile: ${profile}\` (${severity})`,
  );
  const kept = keptBy === undefined ? [] : ["where the code base keeps to it by itself"];
  return [...profiles, ...kept].join(", ");
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
    const rows = allRules
      .filter(({ meta }) => meta.area === area)
      .map((rule) => {
        const { name, summary, fix } = rule.meta;
        return `| [${name}](${name}.md) | ${summary} | ${onText(rule)} | ${fix} |`;
      });
    return rows.length === 0
      ? []
      : `## ${title}\n\n| rule | | on | fix |\n|---|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Rules\n\n${areas.join("\n")}\n${seedTable()}`;
}

/** Which rules hold code to which statement of the customer's documents. */
function seedTable(): string {
  const built = new Set(allRules.map(({ meta }) => meta.name));
  const link = (name: string): string => (built.has(name) ? `[${name}](${name}.md)` : name);
  const parts = Object.entries(seedStatements).map(([part, statements]) => {
    const rows = statements.map(
      ({ asks, rules: names }) => `| ${asks} | ${names.map(link).join(", ")} |`,
    );
    return `### ${part}\n\n| the documents ask that | rules |\n|---|---|\n${rows.join("\n")}\n`;
  });
  return `## What the documents ask, and the rules that hold code to it\n\n${parts.join("\n")}`;
}
