import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { DiagramOptions } from "../commands/diagram";
import { exitCodes } from "../exit";
import { type ApplyEdits, fix, onDisk } from "../lint/fix";
import { openProject } from "../openProject";
import { placeOf } from "../output/place";
import { checkDocuments, diagramRuleNames } from "./documents";

/**
 * Brings the diagrams of Markdown files up to date and prints the files that it changed.
 * @returns the exit code: 1 where a region is left that cannot be made
 */
export async function writeRegions(
  paths: readonly string[],
  options: DiagramOptions,
): Promise<number> {
  const opened = await openProject(paths, options);
  const check = () => checkDocuments(opened, diagramRuleNames.write);
  const write = onDisk(opened);
  const written = new Set<string>();
  const apply: ApplyEdits = async (edits) => {
    await write(edits);
    for (const { uri } of edits) written.add(relative(process.cwd(), fileURLToPath(uri)));
  };
  await fix(check, false, apply);
  for (const file of [...written].sort()) process.stdout.write(`${file}\n`);
  const left = (await check()).reports.flatMap(({ uri, findings }) =>
    findings.map(({ range, message }) => {
      const { line, column } = placeOf(range);
      return `${relative(process.cwd(), fileURLToPath(uri))}:${line}:${column}: ${message}`;
    }),
  );
  for (const message of left) console.error(message);
  return left.length === 0 ? exitCodes.clean : exitCodes.findings;
}
