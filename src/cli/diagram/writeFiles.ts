import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join, relative, resolve } from "node:path";
import { DiagramChecker } from "../../core/diagrams/check/diagramChecker";
import { fileName } from "../../core/text/fileName";
import { diagramParserIn } from "../../node/diagramParser";
import { exitCodes, UsageError } from "../exit";
import { type PictureOptions, Pictures } from "./pictures";

const checker = new DiagramChecker(diagramParserIn(__dirname));

/** A diagram and what its file is called. */
export interface NamedDiagram {
  /** A few words. */
  readonly name: string;
  readonly text: string;
}

/** The endings of files that diagrams are written to. */
export const pictureFormats = ["mmd", "svg", "png"] as const;
export type PictureFormat = (typeof pictureFormats)[number];

/**
 * Writes diagrams to a file, or each to a file of its own in a folder, and prints their paths. Rejects with a `UsageError`
 * for several diagrams and one file. @param format of the files in a folder
 * @returns the exit code: 1 where Mermaid does not take one of them
 */
export async function writeDiagrams(
  diagrams: readonly NamedDiagram[],
  out: string,
  format: PictureFormat,
  options: PictureOptions,
): Promise<number> {
  const named = pictureFormats.find((one) => `.${one}` === extname(out).toLowerCase());
  const isFolder = (await stat(out).catch(() => undefined))?.isDirectory() ?? named === undefined;
  if (!isFolder && diagrams.length > 1) {
    throw new UsageError(
      `There are ${diagrams.length} diagrams: name one with --of, or a folder with --out.`,
    );
  }
  const kind = isFolder ? format : (named ?? format);
  const pictures = kind === "mmd" ? undefined : await Pictures.start(options);
  const taken = new Set<string>();
  let code: number = exitCodes.clean;
  try {
    for (const { name, text } of diagrams) {
      const file = resolve(isFolder ? join(out, `${fileName(name, taken)}.${kind}`) : out);
      const shown = relative(process.cwd(), file);
      try {
        const content = await drawn(text, kind, pictures);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, content);
        process.stdout.write(`${shown}\n`);
      } catch (error) {
        console.error(`${shown}: ${error instanceof Error ? error.message : String(error)}`);
        code = exitCodes.findings;
      }
    }
  } finally {
    await pictures?.close();
  }
  return code;
}

async function drawn(
  text: string,
  kind: PictureFormat,
  pictures: Pictures | undefined,
): Promise<string | Uint8Array> {
  if (pictures === undefined) return `${text}\n`;
  const problem = await checker.check(text);
  if (problem !== undefined) {
    throw new Error(`line ${problem.range.start.line + 1}: ${problem.message}`);
  }
  return kind === "svg" ? `${await pictures.svg(text)}\n` : await pictures.png(text);
}
