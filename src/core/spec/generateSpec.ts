import type { Plan } from "../edits/plan";
import type { Clock, FileSystem } from "../ports";
import { joinUri, relativePath } from "../project/paths";
import type { Answers } from "./answers/schema";
import { fillHeading } from "./formats/heading";
import { type FormatFileProblem, loadFormats } from "./formats/loadFormats";
import type { CodeFacts } from "./fromCode/facts";
import { codeWritersOf } from "./fromCode/writers";
import { findLanding, type Landing } from "./landing";
import { countPlaces } from "./places";
import { renderSpec, writersOf } from "./renderSpec";
import { parseSpecLine } from "./specLine";
import { subjectOf } from "./subject";

/** What a document is generated from. */
export interface SpecRequest {
  /** A name and, behind a dash, a purpose: `ScoringService — compute evaluation metrics`. Empty: the answers' own. */
  readonly line: string;
  /** The name of a format of the product's or of the folder's own. */
  readonly format: string;
  /** What the user says beyond the line. */
  readonly answers?: Answers | undefined;
  /** What stands in the code that the document is to be about (`readFacts`); its name holds where the line is empty. */
  readonly code?: CodeFacts | undefined;
  /** URI of the workspace folder. */
  readonly folder: string;
  /** The folder of specs, relative to the workspace folder. */
  readonly specsFolder: string;
  /** An existing feature folder that the document is to go into, relative to the workspace folder. */
  readonly into?: string | undefined;
}

/** What generation needs of a host. */
export interface SpecWorld {
  readonly fileSystem: FileSystem;
  readonly clock: Clock;
}

export type GeneratedSpec =
  | {
      /** Creates the one file; nothing is written yet. */
      readonly plan: Plan;
      /** The document's path, relative to the workspace folder. */
      readonly path: string;
      readonly uri: string;
      /** How many places of the document are still to be filled or confirmed. */
      readonly toFill: number;
    }
  | {
      /** Why there is no document, and what to do, for the user to read. */
      readonly problem: string;
      /** The document that is in the way. */
      readonly existing?: string;
      /** What would have been written there, to compare. */
      readonly content?: string;
    };

/**
 * Generates a document from a line. Wrong input and a place that cannot be read give a problem; the promise does
 * not reject.
 */
export async function generateSpec(request: SpecRequest, world: SpecWorld): Promise<GeneratedSpec> {
  const { code } = request;
  const line = parseSpecLine(request.line || (request.answers?.line ?? code?.name ?? ""));
  if ("problem" in line) return line;
  const { formats, problems } = await loadFormats(request.folder, world.fileSystem);
  const format = formats.get(request.format);
  // A file that is wrong is in the way of its own format only.
  const wrong = problems.find(
    ({ path }) => format === undefined || path.endsWith(`/${request.format}${extensionOf(path)}`),
  );
  if (wrong !== undefined) return { problem: describeProblem(wrong) };
  if (format === undefined) {
    const known = [...formats.keys()].join(", ");
    return { problem: `There is no format “${request.format}”. Choose one of: ${known}.` };
  }
  const purpose = line.purpose || (code?.purpose ?? "");
  const subject = {
    ...subjectOf({ ...line, purpose }, request.answers),
    ...(code && { code, module: code.path || "." }),
  };
  const twin = subject.content.entities.find(({ className }) => className === subject.className);
  if (twin !== undefined && code === undefined) {
    const problem = `The service and one of its models are both called ${twin.className}. Give one of them another name.`;
    return { problem };
  }
  const { folder, specsFolder, into } = request;
  const { slug, name } = subject;
  const file = fillHeading(format.file, { name: slug });
  try {
    const landing = await findLanding({ folder, specsFolder, into, slug, file }, world.fileSystem);
    const reference = await referenceBeside(landing, folder, world.fileSystem);
    const about = { ...subject, ...(reference !== undefined && { reference }) };
    const writers = code ? codeWritersOf(format.name) : writersOf(format.name);
    const place = "path" in landing ? landing.path : relativePath(folder, landing.existing ?? "");
    const content = renderSpec(about, format, writers, world.clock.today(), place);
    if ("problem" in landing) return landing.existing ? { ...landing, content } : landing;
    const { path, uri } = landing;
    const title = `Generate Backend Spec: ${name}`;
    const plan: Plan = { title, creations: [{ uri, content }], edits: [] };
    return { plan, path, uri, toFill: countPlaces(content) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf("."));
}

function describeProblem({ path, range: { start }, message }: FormatFileProblem): string {
  return `${path}:${start.line + 1}:${start.character + 1}: ${message}`;
}

/** The feature's own specification in the folder that the document goes to. */
async function referenceBeside(
  landing: Landing,
  folder: string,
  fileSystem: FileSystem,
): Promise<string | undefined> {
  if ("problem" in landing) return undefined;
  const path = landing.path.replace(/[^/]*$/, "spec.md");
  return (await fileSystem.stat(joinUri(folder, path))) === undefined ? undefined : path;
}
