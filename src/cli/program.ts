import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { version } from "../../package.json";
import { profileNames } from "../core/config/schema";
import { diagramKinds } from "../core/diagrams/diagramKinds";
import { severities } from "../core/rules/finding";
import { queues } from "../core/scaffold/data/projectData";
import { TemplateError } from "../core/scaffold/render";
import { runConfig } from "./commands/config";
import { runConfigInit } from "./commands/configInit";
import { runConfigMigrate } from "./commands/configMigrate";
import { runDiagram } from "./commands/diagram";
import { driftFormats, runDrift } from "./commands/drift";
import { runEndpoint } from "./commands/endpoint";
import { runExplain } from "./commands/explain";
import { runField } from "./commands/field";
import { runInspect } from "./commands/inspect";
import { runLint } from "./commands/lint";
import { runModule } from "./commands/module";
import { runNew } from "./commands/new";
import { reviewFormats, runReview } from "./commands/review";
import { runRule } from "./commands/rule";
import { runSpec } from "./commands/spec";
import { runTask } from "./commands/task";
import { runTemplateDiff, runTemplateEject, runTemplateList } from "./commands/template";
import { pictureFormats } from "./diagram/writeFiles";
import { exitCodes, UsageError } from "./exit";
import { lintFormats } from "./lint/options";

/**
 * Runs the command line. @param argv the words after the program's name.
 * @returns the exit code (docs/command-line.md).
 */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let code: number = exitCodes.clean;
  const program = createProgram((result) => {
    code = result;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
    const message = error instanceof Error ? error.message : String(error);
    console.error(`backend-spec: ${message}`);
    if (error instanceof UsageError || error instanceof TemplateError) return exitCodes.usage;
    if (error instanceof Error && process.env.DEBUG) console.error(error.stack);
    return exitCodes.internal;
  }
}

function createProgram(finish: (code: number) => void): Command {
  const program = new Command("backend-spec")
    .description("Specifications, diagrams and house rules that hold together with FastAPI code.")
    .version(version)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });

  analysing(program.command("lint [paths...]"))
    .description("Check Python files against the rules.")
    .addOption(new Option("--format <format>").choices([...lintFormats]).default("text"))
    .addOption(list("--select <rules>", "run these rules only, whatever the configuration says"))
    .addOption(list("--ignore <rules>", "leave these rules out"))
    .option("--fix", "apply the safe fixes")
    .option(
      "--unsafe-fixes",
      "with --fix or --diff, also those that may change what the program does",
    )
    .option("--diff", "print what the fixes would change, and write nothing")
    .addOption(
      new Option("--min-severity <severity>", "the least that is printed")
        .choices([...severities])
        .default("info"),
    )
    .addOption(
      new Option("--fail-on <severity>", "the least that makes the exit code 1")
        .choices([...severities])
        .default("warning"),
    )
    .option("--exit-zero", "exit with 0 even when there are findings")
    .option("--statistics", "print how many findings each rule has, instead of them")
    .option("--baseline <file>", "use this baseline instead of the configuration's")
    .option("--update-baseline", "drop from the baseline what matches nothing any more")
    .option("--since <ref>", "report only what changed since it parted from this commit or branch")
    .option("--stdin-filename <path>", "check standard input as if it were this file")
    .action(async (paths: string[], options: unknown) => finish(await runLint(paths, options)));

  analysing(program.command("drift [specs...]"))
    .description("Compare specs with the code that their front matter names.")
    .addOption(new Option("--format <format>").choices([...driftFormats]).default("text"))
    .addOption(
      new Option("--fix <side>", "spec: write into the specs what the code does").choices(["spec"]),
    )
    .action(async (specs: string[], options: unknown) => finish(await runDrift(specs, options)));

  analysing(program.command("spec [line]"))
    .description('Write a specification from a line such as "ScoringService — compute scores".')
    .option(
      "--format <format>",
      "service, module, task, guide, or one of your own (default: service; module with --from)",
    )
    .option("--from <path>", "fill it from a module's folder, a file, or file.py:ClassName")
    .option(
      "--answers <file>",
      "what the service owns, needs and does, as YAML (- reads standard input)",
    )
    .addOption(each("--entity <model>", 'a model, such as "Score metric:str(64), value:float"'))
    .addOption(each("--dependency <need>", 'such as redis, or "Stripe=external-api,timeout=8s"'))
    .addOption(
      each("--operation <what>", 'such as create, or "compute(submission_id: UUID) -> Score"'),
    )
    .addOption(each("--rule <text>", "a business rule"))
    .addOption(each("--owns <what>", "what the service owns"))
    .addOption(each("--does-not-own <what>", "what a caller might look for here"))
    .addOption(each("--sensitive <field>", "data that must not leak"))
    .option("--into <folder>", "an existing feature folder to put it in")
    .option("--stdout", "print the document and write nothing")
    .action(async (line: string | undefined, options: unknown) =>
      finish(await runSpec(line, options)),
    );

  program
    .command("new <name>")
    .description("Scaffold a FastAPI project into a folder of its name.")
    .addOption(
      new Option("--profile <profile>", "its conventions")
        .choices(["modular", "layered"])
        .default("modular"),
    )
    .addOption(
      new Option("--queue <queue>", "what runs its tasks").choices([...queues]).default("none"),
    )
    .option("--into <folder>", "the folder that becomes the project, instead of one of its name")
    .option("--dry-run", "print what would be written as a diff, and write nothing")
    .action(async (name: string, options: unknown) => finish(await runNew(name, options)));

  program
    .command("module [name] [fields...]")
    .description(
      "Scaffold a module with its tests and revision into a project, such as: module orders title:str:100.",
    )
    .option("--fields <file>", "a file with more fields, one a line")
    .option("--from-spec <file>", "a module or service spec that says what the module is")
    .option("--head <revision>", "the Alembic head to follow, where there are several")
    .option("--into <folder>", "the project's folder, instead of this one")
    .option("--dry-run", "print what would be written as a diff, and write nothing")
    .action(async (name: string | undefined, fields: string[], options: unknown) =>
      finish(await runModule(name, fields, options)),
    );

  program
    .command("task <name>")
    .description("Scaffold a task into a project with a queue.")
    .option("--into <folder>", "the project's folder, instead of this one")
    .option("--dry-run", "print what would be written as a diff, and write nothing")
    .action(async (name: string, options: unknown) => finish(await runTask(name, options)));

  program
    .command("field <fields...>")
    .description(
      "Add fields to a module that was scaffolded, through all its layers, such as: field weight:float:optional --into orders.",
    )
    .requiredOption("--into <module>", "the module: its name in this project, or its path")
    .option("--head <revision>", "the Alembic head to follow, where there are several")
    .option("--dry-run", "print what would be written as a diff, and write nothing")
    .action(async (fields: string[], options: unknown) => finish(await runField(fields, options)));

  program
    .command("endpoint <method> <path>")
    .description(
      "Add an endpoint to a module that was scaffolded, through all its layers, such as: endpoint POST /{id}/cancel --into orders.",
    )
    .requiredOption("--into <module>", "the module: its name in this project, or its path")
    .option("--dry-run", "print what would be written as a diff, and write nothing")
    .action(async (method: string, path: string, options: unknown) =>
      finish(await runEndpoint(method, path, options)),
    );

  const template = program.command("template").description("The templates of scaffolds.");
  template
    .command("list")
    .description("List them; those that this folder has of its own are marked.")
    .action(async () => finish(await runTemplateList()));
  template
    .command("eject [name]")
    .description("Copy them, or those of a name or folder, into .backend-spec/templates.")
    .action(async (name: string | undefined) => finish(await runTemplateEject(name)));
  template
    .command("diff [name]")
    .description("Show how ejected templates differ from today's.")
    .action(async (name: string | undefined) => finish(await runTemplateDiff(name)));

  analysing(program.command("diagram [paths...]"))
    .description("Draw diagrams of the code, or keep those in Markdown up to date.")
    .addOption(new Option("--kind <kind>", "what is drawn").choices([...diagramKinds]))
    .option("--of <name>", "one route, model, class, method or field")
    .addOption(
      new Option("--depth <n>", "how many references away from --of tables are shown").argParser(
        wholeNumber(0),
      ),
    )
    .option("--out <file>", "write it to a file or folder: .mmd, .svg or .png")
    .addOption(new Option("--scale <n>", "how much larger a .png is").argParser(Number))
    .option("--background <colour>", "what stands behind a picture")
    .option("--theme <theme>", "one of Mermaid's: default, neutral, dark, forest, base")
    .option("--write", "bring the diagrams of Markdown files up to date")
    .option("--check", "say which diagrams of Markdown files are stale, or do not parse")
    .addOption(
      new Option("--format <format>", "of --check, or of the files in a folder")
        .choices(["text", "json", ...pictureFormats])
        .default("text"),
    )
    .action(async (paths: string[], options: unknown) => finish(await runDiagram(paths, options)));

  analysing(program.command("inspect [path]"))
    .description("Show what the analysis understands: endpoints, tables, schemas, tasks, settings.")
    .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
    .action(async (path: string | undefined, options: unknown) =>
      finish(await runInspect(path, options)),
    );

  analysing(program.command("review [path]"))
    .description("Review the backend, or what a change brought into it.")
    .option("--since <ref>", "review only what changed since it parted from this commit or branch")
    .addOption(new Option("--format <format>").choices([...reviewFormats]).default("markdown"))
    .option("--out <file>", "write it to a file")
    .action(async (path: string | undefined, options: unknown) =>
      finish(await runReview(path, options)),
    );

  analysing(program.command("explain <place> <rule>"))
    .description("Say why a rule reports at PATH:LINE, or why it is silent there.")
    .action(async (place: string, rule: string, options: unknown) =>
      finish(await runExplain(place, rule, options)),
    );

  program
    .command("rule [name]")
    .description("Explain a rule, or list all.")
    .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
    .action((name: string | undefined, options: unknown) => finish(runRule(name, options)));

  const config = program.command("config").description("Show the configuration in force.");
  analysing(config.command("show", { isDefault: true }))
    .description("Show the configuration in force.")
    .addOption(new Option("--format <format>").choices(["text", "json"]).default("text"))
    .action(async (options: unknown) => finish(await runConfig(options)));
  analysing(config.command("init"))
    .description("Write a configuration for this folder.")
    .option("--adopt", "show what each profile would find, and put what is found into a baseline")
    .addOption(
      new Option("--profile <profile>", "the one that is detected unless told").choices([
        ...profileNames,
      ]),
    )
    .action(async (options: unknown) => finish(await runConfigInit(options)));
  analysing(config.command("migrate"))
    .description("Bring configuration and baseline to this version's form.")
    .action(async (options: unknown) => finish(await runConfigMigrate(options)));

  program
    .command("lsp")
    .description("Run the language server on standard input and output.")
    .allowUnknownOption()
    .action(async () => {
      // Loaded only here: the other commands do without the protocol.
      const { runLsp } = await import("./commands/lsp");
      await runLsp();
    });

  for (const command of program.commands) {
    for (const one of [command, ...command.commands]) one.exitOverride();
  }
  return program;
}

/** What every command that analyses takes. */
function analysing(command: Command): Command {
  return command
    .option("--config <file>", "use this configuration file")
    .option("--cache-dir <folder>", "keep the cache there instead of in .backend-spec_cache")
    .option("--no-cache", "neither read nor write a cache")
    .addOption(
      new Option("--jobs <n>", "threads that read files, as many as cores unless told").argParser(
        wholeNumber(1),
      ),
    );
}

/** Reads a whole number from a least one on. */
function wholeNumber(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least) return number;
    throw new InvalidArgumentError(`It must be a whole number from ${least} on.`);
  };
}

/** An option that may stand more than once, each time with one value. */
function each(flags: string, description: string): Option {
  return new Option(flags, `${description} (may repeat)`).argParser(
    (value: string, before: string[] | undefined) => [...(before ?? []), value],
  );
}

function list(flags: string, description: string): Option {
  return new Option(flags, `${description} (comma-separated, may repeat)`)
    .default([])
    .argParser((value: string, before: string[]) => [
      ...before,
      ...value
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean),
    ]);
}
