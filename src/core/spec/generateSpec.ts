import type { Plan } from "../edits/plan";
import type { Clock, FileSystem } from "../ports";
import { type FormatName, formats, isFormatName } from "./formats";
import { fillHeading } from "./formats/heading";
import { findLanding } from "./landing";
import { countPlaces } from "./places";
import { renderSpec, writersOf } from "./renderSpec";
import { parseSpecLine } from "./specLine";
import { subjectOf } from "./subject";

/** What a document is generated from. */
export interface SpecRequest {
  /** A name and, behind a dash, a purpose: `ScoringService — compute evaluation metrics for submissions`. */
  readonly line: string;
  readonly format: FormatName;
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
  const line = parseSpecLine(request.line);
  if ("problem" in line) return line;
  // A request comes from outside, where no type holds.
  if (!isFormatName(request.format)) {
    const known = Object.keys(formats).join(", ");
    return { problem: `There is no format “${String(request.format)}”. Choose one of: ${known}.` };
  }
  const format = formats[request.format];
  const subject = subjectOf(line);
  const { folder, specsFolder, into } = request;
  const { slug, name } = subject;
  const file = fillHeading(format.file, { name: slug });
  try {
    const landing = await findLanding({ folder, specsFolder, into, slug, file }, world.fileSystem);
    const content = renderSpec(subject, format, writersOf(request.format), world.clock.today());
    if ("problem" in landing) return landing.existing ? { ...landing, content } : landing;
    const { path, uri } = landing;
    const title = `Generate Backend Spec: ${name}`;
    const plan: Plan = { title, creations: [{ uri, content }], edits: [] };
    return { plan, path, uri, toFill: countPlaces(content) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
