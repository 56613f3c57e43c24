import type { FileSystem } from "../../ports";
import { joinUri } from "../../project/paths";
import { decodeSource } from "../../text/decode";
import type { Range } from "../../text/range";
import { readYaml, type YamlProblem } from "../../text/yamlSource";
import { type Format, formatSchema } from "./format";
import { type Formats, ownFormats } from "./index";

/** The folder of a team's own formats, relative to the workspace folder. */
export const formatsFolder = ".backend-spec/formats";

/** A format file that is wrong. */
export interface FormatFileProblem extends YamlProblem {
  /** Relative to the workspace folder. */
  readonly path: string;
}

/** The formats of a workspace folder. */
export interface LoadedFormats {
  readonly formats: Formats;
  readonly problems: readonly FormatFileProblem[];
}

/** A format as a file says it, with the place of its name. */
interface ReadFormat {
  readonly format: Format;
  readonly nameRange: Range;
}

/** Reads one format file. */
function parseFormat(text: string): ReadFormat | { readonly problems: readonly YamlProblem[] } {
  const read = readYaml(text, formatSchema);
  if ("problems" in read) return read;
  return { format: read.value, nameRange: read.source.rangeOf(["name"]) };
}

/**
 * The product's formats with those of a workspace folder, which win over one of the same name. A file that is wrong
 * counts for nothing but its problems. Never rejects.
 * @param folder the workspace folder's URI
 */
export async function loadFormats(folder: string, fileSystem: FileSystem): Promise<LoadedFormats> {
  const formats = new Map(ownFormats);
  const problems: FormatFileProblem[] = [];
  const paths = new Map<string, string>();
  const entries = await fileSystem.readDirectory(joinUri(folder, formatsFolder)).catch(() => []);
  const names = entries.flatMap(({ name, kind }) =>
    kind === "file" && /\.ya?ml$/i.test(name) ? [name] : [],
  );
  for (const name of names.sort()) {
    const path = `${formatsFolder}/${name}`;
    const read = await readFormat(joinUri(folder, path), fileSystem);
    if ("problems" in read) {
      problems.push(...read.problems.map((problem) => ({ ...problem, path })));
      continue;
    }
    const { format, nameRange } = read;
    const first = paths.get(format.name);
    if (first !== undefined) {
      const message = `${first} has a format of the name “${format.name}” already.`;
      problems.push({ message, range: nameRange, path });
      continue;
    }
    paths.set(format.name, path);
    formats.set(format.name, format);
  }
  return { formats, problems };
}

async function readFormat(uri: string, fileSystem: FileSystem): ReturnType<typeof readOrThrow> {
  try {
    return await readOrThrow(uri, fileSystem);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const start = { line: 0, character: 0 };
    return { problems: [{ message, range: { start, end: start } }] };
  }
}

async function readOrThrow(
  uri: string,
  fileSystem: FileSystem,
): Promise<ReadFormat | { readonly problems: readonly YamlProblem[] }> {
  const decoded = decodeSource(await fileSystem.readFile(uri));
  if (decoded.error !== undefined) throw new Error(decoded.error);
  return parseFormat(decoded.text);
}
