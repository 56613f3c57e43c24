import type { Workbench } from "../../test/host/journeys/workbench";

/** How long an extension took to start, in ms, as VS Code measures it. */
export interface Activation {
  /** Loading its code. */
  readonly load: number;
  /** Calling `activate`. */
  readonly call: number;
  /** From the return of `activate` until what it returned is settled. */
  readonly finish: number;
}

/**
 * Reads an extension's row of the table "Extension Activation Stats" in the document of `Developer: Startup
 * Performance`.
 * @param id such as `vscode.git`
 * @throws Error if the extension is not there in time.
 */
export async function readActivation(workbench: Workbench, id: string): Promise<Activation> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const row = rowOf(await startupPerformance(workbench), id);
    if (row) return row;
    await workbench.page.waitForTimeout(1000);
  }
  throw new Error(`Startup Performance does not list ${id}.`);
}

/** The text of the document. The editor renders a part of it only, so that it comes by the clipboard. */
async function startupPerformance(workbench: Workbench): Promise<string> {
  await workbench.runCommand("Developer: Startup Performance");
  await workbench.waitTab("Startup Performance");
  await workbench.page.locator(".editor-group-container.active .view-line").first().waitFor();
  await workbench.press("ControlOrMeta+A", "ControlOrMeta+C");
  await workbench.page.waitForTimeout(300);
  return workbench.page.evaluate(() => navigator.clipboard.readText());
}

/** Columns: extension, eager, load code, call activate, finish activate, event, by. */
function rowOf(text: string, id: string): Activation | undefined {
  for (const line of text.split("\n")) {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells[1] !== id) continue;
    const [load, call, finish] = cells.slice(3, 6).map(Number);
    if (load === undefined || call === undefined || finish === undefined) continue;
    return { load, call, finish };
  }
  return undefined;
}
