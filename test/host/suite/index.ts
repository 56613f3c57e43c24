import Mocha from "mocha";

/** One bundled test file; loading it declares its tests. */
export interface TestFile {
  readonly name: string;
  load(): void;
}

/** What the launcher settles when it bundles the suite. */
export interface SuiteOptions {
  /** Only tests whose full title matches this expression. */
  readonly grep?: string;
  /** Of one test or hook, in milliseconds. */
  readonly timeout: number;
  /** Stands before each line of the suite's own, where the launcher must tell it from what VS Code writes. */
  readonly mark: string;
}

/**
 * Runs the suite inside an extension host and writes mocha's output to the console, last a line `N passed, N failed`.
 * VS Code calls it through the bundle's entry, `run()`; its rejection is what makes the launcher fail.
 * @throws Error if a test fails, a file cannot be loaded, or no test was executed.
 */
export async function run(files: readonly TestFile[], options: SuiteOptions): Promise<void> {
  const print = (text: string) => {
    for (const line of text.split("\n")) console.log(options.mark + line);
  };
  // Extension hosts hand on what the console is given without filling in its placeholders.
  const consoleLog = (...args: unknown[]) => print(format(args));
  Object.assign(Mocha.reporters.Base, { consoleLog });
  // Its build for browsers has a coloured emoji there.
  Object.assign(Mocha.reporters.Base.symbols, { ok: "✔" });

  const mocha = new Mocha({
    ui: "bdd",
    reporter: "spec",
    color: false,
    timeout: options.timeout,
    slow: 2000,
    ...(options.grep ? { grep: new RegExp(options.grep) } : {}),
  });
  for (const file of files) {
    mocha.suite.emit("pre-require", globalThis, file.name, mocha);
    try {
      file.load();
    } catch (error) {
      print(`${file.name} cannot be loaded: ${describeError(error)}`);
      throw error;
    }
  }
  const { passes = 0, failures = 0, pending = 0 } = await runAll(mocha);
  print(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ""}`);
  if (failures > 0) throw new Error(`Failed tests: ${failures}`);
  if (passes === 0) throw new Error("No test was executed");
}

function runAll(mocha: Mocha): Promise<Partial<Mocha.Stats>> {
  return new Promise((resolve) => {
    const runner: Mocha.Runner = mocha.run(() => resolve(runner.stats ?? {}));
  });
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** What the console makes of a format and its values, as far as mocha's reporters use it. */
function format([first = "", ...values]: readonly unknown[]): string {
  const filled = String(first).replace(/%[sd%]/g, (placeholder) =>
    placeholder === "%%" ? "%" : String(values.shift() ?? ""),
  );
  return [filled, ...values].join(" ");
}
