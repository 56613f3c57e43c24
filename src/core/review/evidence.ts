import { detection } from "../detection/detection";
import { backend } from "../frameworks/backend";
import type { InspectedEndpoint } from "../inspect/inspection";
import type { FileSystem } from "../ports";
import { findFiles } from "../project/findFiles";
import { joinUri } from "../project/paths";
import type { Project } from "../project/project";
import { isTestPath } from "../project/testPaths";
import { escapeRegExp } from "../text/escapeRegExp";
import type { ReviewPlace } from "./review";
import type { Evidence } from "./signals";

type OfCode = Omit<Evidence, "redFlags" | "antiPatterns" | "contract">;

/** Packages that run models, or ask a service that does. */
const inferenceLibraries: ReadonlySet<string> = new Set(
  (
    "torch tensorflow transformers sentence_transformers diffusers onnxruntime vllm llama_cpp openai anthropic cohere " +
    "mistralai langchain langchain_core llama_index whisper faster_whisper spacy sklearn xgboost lightgbm"
  ).split(" "),
);

/** What the code itself shows for the escalations. @param isAsked whether a file is looked at */
export async function evidenceIn(
  project: Project,
  fileSystem: FileSystem,
  endpoints: readonly InspectedEndpoint[],
  isAsked: (path: string) => boolean,
): Promise<OfCode> {
  return {
    inference: inferenceIn(project, isAsked),
    untested: await untestedFlows(project, endpoints, isAsked),
    unset: await unsetSettings(project, fileSystem, isAsked),
    withoutHealth: withoutHealth(project, isAsked),
  };
}

function inferenceIn(
  { code }: Project,
  isAsked: (path: string) => boolean,
): readonly ReviewPlace[] {
  return code.paths
    .filter((path) => isAsked(path) && !isTestPath(path))
    .flatMap((path) =>
      (code.factsOf(path)?.statements ?? []).flatMap(({ imports, line }) => {
        const found = imports.find(
          ({ module, level }) =>
            level === 0 &&
            inferenceLibraries.has(module.split(".")[0] ?? "") &&
            !code.resolve(module, path),
        );
        return found === undefined
          ? []
          : [{ path, line: line + 1, message: `imports ${found.module}` }];
      }),
    );
}

const health =
  /\/(health|healthz|healthcheck|health-check|live|livez|liveness|ready|readyz|readiness|ping|status)\/?$/i;

function withoutHealth(
  { code }: Project,
  isAsked: (path: string) => boolean,
): readonly ReviewPlace[] {
  const { endpoints, applications } = backend.routing(code);
  if (endpoints.length === 0 || endpoints.some(({ path }) => health.test(path))) return [];
  const place = applications.find(({ kind }) => kind === "application")?.call.place;
  if (place === undefined || !isAsked(place.path)) return [];
  return [{ path: place.path, line: place.line + 1, message: "no route tells whether it is well" }];
}

/** Routes of which the way goes through two service files or more, and whose path no test names. */
async function untestedFlows(
  project: Project,
  endpoints: readonly InspectedEndpoint[],
  isAsked: (path: string) => boolean,
): Promise<readonly ReviewPlace[]> {
  const { code } = project;
  const services = new Set(detection.layers(code).filesOf("service"));
  if (services.size === 0) return [];
  const tests = await Promise.all(
    code.paths
      .filter(isTestPath)
      .map(async (path) => (await project.pythonFile(path))?.document.getText() ?? ""),
  );
  return endpoints.flatMap(({ method, path, calls, file, line }) => {
    if (!isAsked(file)) return [];
    const through = new Set(
      calls.flatMap((called) => {
        const [module = ""] = called.split(":");
        const own = code.resolve(module, file);
        return own && services.has(own) ? [own] : [];
      }),
    );
    if (through.size < 2) return [];
    const asked = new RegExp(pathPattern(path));
    if (tests.some((text) => asked.test(text))) return [];
    return [
      { path: file, line, message: `${method} ${path} runs through ${through.size} services` },
    ];
  });
}

/** The end of a path as a test may write it: prefixes stand in clients and constants, parameters are anything. */
function pathPattern(path: string): string {
  const parts = path.split("/").filter(Boolean);
  const last = parts.filter((part) => !/^(api|v\d+)$/.test(part));
  const escaped = last.map((part) => (part.startsWith("{") ? "[^\"'\\s]+" : escapeRegExp(part)));
  return `/${escaped.join("/")}["'?/]`;
}

const deploymentFile =
  /(^|\/)((docker-)?compose[^/]*\.ya?ml|\.env[^/]*|[^/]*\.env|Dockerfile[^/]*|values[^/]*\.ya?ml|[^/]*\.tf|(k8s|helm|deploy[^/]*|infra[^/]*)\/.*\.ya?ml)$/i;

async function unsetSettings(
  project: Project,
  fileSystem: FileSystem,
  isAsked: (path: string) => boolean,
): Promise<readonly ReviewPlace[]> {
  const required = backend
    .settings(project.code)
    .settings.filter(({ required: isRequired, place }) => isRequired && isAsked(place.path));
  if (required.length === 0) return [];
  const { paths } = await findFiles(fileSystem, project.root, (path) => deploymentFile.test(path));
  const texts = await Promise.all(
    paths.map(async (path) => {
      const bytes = await fileSystem.readFile(joinUri(project.root, path)).catch(() => undefined);
      return bytes === undefined ? "" : new TextDecoder().decode(bytes);
    }),
  );
  return required
    .filter(
      ({ environment }) =>
        !texts.some((text) => text.toUpperCase().includes(environment.toUpperCase())),
    )
    .map(({ environment, place }) => ({
      path: place.path,
      line: place.line + 1,
      message: `${environment} has no default, and no file here sets it`,
    }));
}
