import * as vscode from "vscode";
import { specReportRequest, specReportSchema } from "../../../server/common/protocol";
import type { CommandOutcome } from "../activate";
import type { CommandServices } from "./services";
import { showReport } from "./showReport";

/** Shows where each business rule is specified, implemented and tested. @param argument a folder or file, or its URI */
export async function showMatrix(
  argument: unknown,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const uri = uriOf(argument);
  const params = { kind: "matrix", ...(uri && { uri: uri.toString() }) };
  const { root, markdown } = specReportSchema.parse(
    await server.request(specReportRequest, params),
  );
  return { files: [await showReport(vscode.Uri.parse(root), "traceability-matrix.md", markdown)] };
}

/** Shows what a spec and its code say differently. @param argument the spec's URI; the active editor's when it is left out */
export async function compareSpec(
  argument: unknown,
  { server }: CommandServices,
): Promise<CommandOutcome> {
  const uri = uriOf(argument) ?? vscode.window.activeTextEditor?.document.uri;
  const params = { kind: "comparison", ...(uri && { uri: uri.toString() }) };
  const { root, markdown } = specReportSchema.parse(
    await server.request(specReportRequest, params),
  );
  return { files: [await showReport(vscode.Uri.parse(root), "spec-and-code.md", markdown)] };
}

function uriOf(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  return typeof argument === "string" ? vscode.Uri.parse(argument) : undefined;
}
