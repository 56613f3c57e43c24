import { moduleOf } from "../../core/drift/binding";
import { matrixMarkdown } from "../../core/drift/businessRules/matrixMarkdown";
import { traceRules } from "../../core/drift/businessRules/traceability";
import { boundFiles, differences } from "../../core/drift/compare";
import { comparisonMarkdown } from "../../core/drift/comparisonMarkdown";
import { joinUri } from "../../core/project/paths";
import { type SpecReport, specReportParamsSchema } from "./protocol";
import type { Workspace } from "./workspace";

/** The links of a report lead from the project's folder. */
function linkOf({ path, line }: { readonly path: string; readonly line: number }): string {
  return `${encodeURI(path)}#L${line}`;
}

/** The traceability matrix of a folder, or what a spec and its code say differently. Rejects with a message for the user. */
export async function specReport(workspace: Workspace, params: unknown): Promise<SpecReport> {
  const { kind, uri } = specReportParamsSchema.parse(params ?? {});
  const root = workspace.all()[0]?.project.root;
  const asked = uri ?? (root && joinUri(root, "x"));
  if (asked === undefined) throw new Error("Open a folder first.");
  const project = workspace.projectOf(asked);
  const all = await project.specDocuments();
  if (kind === "matrix") {
    const markdown = matrixMarkdown(traceRules(all, all, project.code), linkOf);
    return { root: project.root, markdown };
  }
  const path = project.pathOf(asked);
  const found = all.find((one) => one.path === path);
  if (path === undefined || found === undefined) {
    throw new Error("Open a spec first: a document whose front matter names a `backend-spec`.");
  }
  const module = moduleOf(found.spec);
  if (module === undefined) {
    throw new Error(
      "This spec names no `module` in its front matter, so there is no code to compare it with.",
    );
  }
  if (boundFiles(found.spec, project.code).length === 0) {
    throw new Error(`This spec names “${module}”, which is no code of this folder.`);
  }
  const compared = { spec: path, module, differences: differences(found.spec, project.code) };
  return { root: project.root, markdown: comparisonMarkdown(compared, linkOf) };
}
