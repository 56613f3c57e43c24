import type { Page } from "playwright-core";

/** A row of the Problems view. */
export interface Problem {
  /** The file's name. */
  readonly file: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** Such as `backend-spec`. */
  readonly source: string;
  /** Such as `inline-error-string`. */
  readonly code: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** Opens the Problems view, if it is not, and gives the problems that it shows. */
export async function readProblems(page: Page): Promise<Problem[]> {
  const panel = page.locator(".markers-panel:visible");
  if (!(await panel.isVisible())) await page.keyboard.press("ControlOrMeta+Shift+M");
  await panel.waitFor();
  return panel.locator(".monaco-list-row").evaluateAll((rows) => {
    const text = (row: Element, selector: string) => row.querySelector(selector)?.textContent ?? "";
    let file = "";
    const problems: Problem[] = [];
    for (const row of rows) {
      if (row.getAttribute("aria-level") === "1") {
        file = text(row, ".label-name");
        continue;
      }
      const label = row.getAttribute("aria-label") ?? "";
      const place = /\[Ln (\d+), Col (\d+)\]/.exec(text(row, ".marker-line"));
      problems.push({
        file,
        severity: label.startsWith("Error")
          ? "error"
          : label.startsWith("Warn")
            ? "warning"
            : "info",
        message: text(row, ".marker-message"),
        source: text(row, ".marker-source"),
        code: text(row, ".marker-code"),
        line: Number(place?.[1] ?? 0),
        column: Number(place?.[2] ?? 0),
      });
    }
    return problems;
  });
}
