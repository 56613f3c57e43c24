import { codeDiagrams, type DiagramRequest } from "../../core/diagrams/code/codeDiagrams";
import { type DiagramOffer, diagramOffers } from "../../core/diagrams/code/offers";
import { joinUri } from "../../core/project/paths";
import {
  type CodeDiagrams,
  codeDiagramsParamsSchema,
  type DiagramOffers,
  diagramOffersParamsSchema,
} from "./protocol";
import type { Workspace } from "./workspace";

/** The diagrams that a Python file yields. Throws for a request that does not fit. */
export function diagramOffersOf(
  workspace: Workspace,
  params: unknown,
  isWanted?: (about: DiagramOffer["about"]) => boolean,
): DiagramOffers {
  const { uri } = diagramOffersParamsSchema.parse(params);
  const project = workspace.projectOf(uri);
  const path = project.pathOf(uri);
  if (path === undefined || !project.pythonPaths.includes(path)) return { offers: [] };
  return {
    offers: diagramOffers(path, project.code, isWanted).map(({ kind, of, about, line }) => ({
      kind,
      of: of ?? null,
      about,
      line: line - 1,
    })),
  };
}

/** Diagrams of a file or folder. Throws for a request that does not fit. */
export function codeDiagramsOf(workspace: Workspace, params: unknown): CodeDiagrams {
  const { uri, kind, of, depth } = codeDiagramsParamsSchema.parse(params);
  const project = workspace.projectOf(uri);
  const path = uri.replace(/\/+$/, "") === project.root ? "" : (project.pathOf(uri) ?? "");
  return codeDiagramsIn(project, { kind, path, of: of ?? undefined, depth });
}

/** Diagrams of a project's code. */
export function codeDiagramsIn(
  project: ReturnType<Workspace["projectOf"]>,
  request: DiagramRequest,
): CodeDiagrams {
  const made = codeDiagrams(request, project.code);
  if ("problem" in made) return { problem: made.problem, diagrams: [] };
  return {
    problem: null,
    diagrams: made.map(({ links, notes, ...diagram }) => ({
      ...diagram,
      notes: [...notes],
      links: links.map(({ path: at, line, diagramLine }) => ({
        uri: joinUri(project.root, at),
        line: line - 1,
        diagramLine,
      })),
    })),
  };
}
