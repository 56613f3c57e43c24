import { fixFindings, safelyFixable } from "../../core/edits/fixAll";
import type { FileEdit } from "../../core/edits/plan";
import { applyPlan } from "../../node/applyPlan";
import type { OpenedProject } from "../openProject";
import type { Checked } from "./checkAll";

/** Takes edits that belong together: all of them, or none and rejects with the reason. */
export type ApplyEdits = (edits: readonly FileEdit[]) => Promise<void>;

/**
 * Applies fixes, again and again while fixes that were in conflict are left. A file that cannot be written is named,
 * fixes that need it are left out whole, and the others are mended.
 * @param check judges the files as they stand
 * @param unsafe whether to apply also those that may change what the program does
 */
export async function fix(
  check: () => Promise<Checked>,
  unsafe: boolean,
  apply: ApplyEdits,
): Promise<void> {
  const mostRounds = 10;
  const refused = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const { reports } = await check();
    const fixable = reports.map((report) => ({
      ...report,
      findings: unsafe ? report.findings : safelyFixable(report.findings),
    }));
    const groups = fixFindings(fixable).filter((edits) =>
      edits.every(({ uri }) => !refused.has(uri)),
    );
    if (groups.length === 0) return;
    for (const edits of groups) {
      try {
        await apply(edits);
      } catch (error) {
        for (const { uri } of edits) refused.add(uri);
        console.error(error instanceof Error ? error.message : String(error));
      }
    }
  }
}

/** Writes the edits to disk. */
export function onDisk({ project }: OpenedProject): ApplyEdits {
  return async (edits) => {
    await applyPlan({ title: "Fix all problems", creations: [], edits });
    for (const { uri } of edits) await project.refresh(uri);
  };
}
