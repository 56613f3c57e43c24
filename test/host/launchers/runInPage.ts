import type { Page } from "playwright-core";
import { MARK } from "./bundle";

/** How a run in an extension host ended. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Undefined if every test passed and the host ended as it should. */
  readonly problem: string | undefined;
}

/** Where a run begins and what it may take. */
export interface PageRun {
  readonly url: string;
  /** Without a line from the suite for so long, the run counts as hanging. */
  readonly silenceMs: number;
  /** Resolves with the reason if the server ends. */
  readonly serverEnded: Promise<string>;
  /** For the lines of the suite. */
  print(line: string): void;
  /** For all else VS Code writes to its log. */
  log(line: string): void;
}

const SUMMARY = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/**
 * Opens a page of the served VS Code that runs extension tests, prints what they write, and waits for the end. In a test
 * run VS Code looks for two functions on its page: `codeAutomationLog`, to which it gives its log with the console of the
 * extension hosts, and `codeAutomationExit`, which it calls with 0 or 1 when `run()` has ended.
 */
export async function runInPage(page: Page, run: PageRun): Promise<Outcome> {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  let counted = false;
  let lastSign = Date.now();
  const hear = (line: string) => {
    if (!line.startsWith(MARK)) return run.log(line);
    lastSign = Date.now();
    const text = line.slice(MARK.length);
    const summary = SUMMARY.exec(text);
    if (!summary) return run.print(text);
    const [passed = 0, failed = 0, skipped = 0] = summary.slice(1).map((n) => Number(n ?? 0));
    counts = { passed, failed, skipped };
    counted = true;
  };
  await page.exposeFunction("codeAutomationLog", (_level: string, args: unknown[]) => {
    hear(args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" "));
  });
  let end: (code: number) => void = () => {};
  const exit = new Promise<number>((resolve) => {
    end = resolve;
  });
  await page.exposeFunction("codeAutomationExit", (code: number) => end(code));
  const broken = new Promise<never>((_, reject) => {
    page.once("crash", () => reject(new Error("the page crashed")));
    page.once("close", () => reject(new Error("the page was closed")));
  });
  // It closes after every run, when nobody waits any more.
  broken.catch(() => {});
  let watch: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    watch = setInterval(() => {
      if (Date.now() - lastSign < run.silenceMs) return;
      reject(new Error(`cut off: no sign from the suite for ${run.silenceMs / 1000} s`));
    }, 500);
  });
  const outcome = (problem?: string): Outcome => ({ ...counts, problem });
  try {
    await page.goto(run.url);
    const serverEnd = run.serverEnded.then((reason): never => {
      throw new Error(reason);
    });
    const code = await Promise.race([exit, broken, silent, serverEnd]);
    if (code !== 0 && counts.failed > 0) return outcome(`failed tests: ${counts.failed}`);
    if (counted && counts.passed === 0) return outcome("no test was executed");
    if (code !== 0) return outcome(`the extension host ended with ${code}`);
    return outcome(counted ? undefined : "the suite ended without its last line");
  } catch (error) {
    return outcome(error instanceof Error ? error.message : String(error));
  } finally {
    clearInterval(watch);
  }
}
