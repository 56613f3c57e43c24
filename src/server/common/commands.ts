import type { TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type * as z from "zod/mini";
import { fixFindings, safelyFixable } from "../../core/edits/fixAll";
import { ruleNamed } from "../../core/rules/registry";
import { createBaseline, createConfiguration } from "./conventions";
import { workspaceEditOf } from "./convert";
import { type GenerateContext, generate } from "./generate";
import type { Linter } from "./linter";
import {
  addEndpointArgumentsSchema,
  addFieldArgumentsSchema,
  type CommandResult,
  createBaselineArgumentsSchema,
  createConfigurationArgumentsSchema,
  explainRuleArgumentsSchema,
  fixAllArgumentsSchema,
  generateSpecArgumentsSchema,
  generateSpecFromCodeArgumentsSchema,
  scaffoldModuleArgumentsSchema,
  scaffoldModuleFromSpecArgumentsSchema,
  scaffoldProjectArgumentsSchema,
  scaffoldTaskArgumentsSchema,
  serverCommands,
  updateDiagramsArgumentsSchema,
} from "./protocol";
import { pageOf } from "./ruleList";
import {
  planEndpoint,
  planField,
  planModule,
  planModuleFromSpec,
  planProject,
  planTask,
  type ScaffoldContext,
} from "./scaffold";
import { updateDiagrams } from "./updateDiagrams";

/** What commands work with. */
export interface CommandContext extends GenerateContext, ScaffoldContext {
  readonly linter: Linter;
  readonly documents: TextDocuments<TextDocument>;
  /** URI of the folder with the rules' pages. */
  readonly documentation: string | undefined;
  /** Opens a document in the editor; whether that worked. */
  show(uri: string): Promise<boolean>;
}

/** Runs a command of `workspace/executeCommand`. Never rejects for what a user may have done wrong. */
export async function runCommand(
  command: string,
  given: unknown,
  context: CommandContext,
): Promise<CommandResult> {
  switch (command) {
    case serverCommands.generateSpec:
      return await checked(generateSpecArgumentsSchema, given, (options) =>
        generate(options, context),
      );
    case serverCommands.generateSpecFromCode:
      return await checked(generateSpecFromCodeArgumentsSchema, given, (options) =>
        generate(options, context),
      );
    case serverCommands.fixAll:
      return await checked(fixAllArgumentsSchema, given, ({ uri }) => fixAll(uri, context));
    case serverCommands.explainRule:
      return await checked(explainRuleArgumentsSchema, given, ({ rule }) => explain(rule, context));
    case serverCommands.createBaseline:
      return await checked(createBaselineArgumentsSchema, given, ({ folder }) =>
        createBaseline(folder, context.workspace),
      );
    case serverCommands.updateDiagrams:
      return await checked(updateDiagramsArgumentsSchema, given, async ({ uri }) => {
        await context.workspace.ready();
        return updateDiagrams(context.documents.get(uri), context.workspace);
      });
    case serverCommands.createConfiguration:
      return await checked(createConfigurationArgumentsSchema, given, (options) =>
        createConfiguration(options, context.workspace),
      );
    case serverCommands.scaffoldProject:
      return await checked(scaffoldProjectArgumentsSchema, given, (options) =>
        planProject(options, context),
      );
    case serverCommands.scaffoldModule:
      return await checked(scaffoldModuleArgumentsSchema, given, (options) =>
        planModule(options, context),
      );
    case serverCommands.scaffoldTask:
      return await checked(scaffoldTaskArgumentsSchema, given, (options) =>
        planTask(options, context),
      );
    case serverCommands.scaffoldModuleFromSpec:
      return await checked(scaffoldModuleFromSpecArgumentsSchema, given, (options) =>
        planModuleFromSpec(options, context),
      );
    case serverCommands.addEndpoint:
      return await checked(addEndpointArgumentsSchema, given, (options) =>
        planEndpoint(options, context),
      );
    case serverCommands.addField:
      return await checked(addFieldArgumentsSchema, given, (options) =>
        planField(options, context),
      );
    default:
      return { problem: `There is no command ${command}.` };
  }
}

async function checked<T>(
  schema: z.ZodMiniType<T>,
  given: unknown,
  run: (options: T) => Promise<CommandResult>,
): Promise<CommandResult> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return await run(parsed.data);
  const [issue] = parsed.error.issues;
  return {
    problem: `The command's argument does not fit: ${issue?.path.join(".")} ${issue?.message}`,
  };
}

async function fixAll(uri: string, { documents, linter }: CommandContext): Promise<CommandResult> {
  const document = documents.get(uri);
  if (document === undefined) return { problem: "Open the file first." };
  const report = await linter.current(document);
  const fixable = report && { ...report, findings: safelyFixable(report.findings) };
  const edits = fixFindings(fixable ? [fixable] : []).flat();
  if (edits.length === 0) return { problem: "There is nothing to fix in this file." };
  const title = "Fix all Backend Spec problems";
  const versionOf = (uri: string): number | null => documents.get(uri)?.version ?? null;
  return {
    title,
    edit: workspaceEditOf({ title, creations: [], edits }, versionOf),
    files: edits.map((edit) => edit.uri),
  };
}

async function explain(
  rule: string,
  { documentation, show }: CommandContext,
): Promise<CommandResult> {
  const page = ruleNamed(rule) && pageOf(rule, documentation);
  if (!page) return { problem: `There is no page of a rule "${rule}".` };
  if (!(await show(page))) return { problem: `The editor cannot show ${page}.` };
  return { title: `Explain ${rule}`, edit: {}, files: [page] };
}
