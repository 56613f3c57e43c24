import { join } from "node:path";
import { outputOf } from "../lint/program";

/** One run of a probe. */
export interface Run {
  /** What it measured itself: from before the parser is loaded until all is done. */
  readonly milliseconds: number;
  /** From before the process is started until it has ended. */
  readonly whole: number;
  readonly files: number;
}

/** Memory in bytes, as `probes/memory.ts` measures it. */
export interface Memory {
  readonly peak: number;
  readonly kept: number;
  readonly objects: number;
}

/** What `probes/typing.ts` says. */
export interface Typed extends Memory {
  readonly facts: readonly number[];
  readonly checks: readonly number[];
}

/** What `probes/rules.ts` says, in milliseconds. */
export interface RuleTimes {
  readonly whole: number;
  readonly read: number;
  readonly analysed: number;
  readonly byRule: Readonly<Record<string, number>>;
}

/** The bundled probes, each run a process of its own. Every member rejects when the program fails. */
export class Probes {
  constructor(private readonly folder: string) {}

  async floor(folder: string): Promise<Run> {
    return await this.timed("floor", folder);
  }

  async scan(folder: string, threads: number, cache?: string): Promise<Run> {
    return await this.timed("scan", folder, String(threads), ...(cache ? [cache] : []));
  }

  async memory(folder: string, threads: number): Promise<Memory> {
    const args = ["--expose-gc", join(this.folder, "scan.js"), folder, String(threads)];
    // The probes are ours, and print what their comments say.
    return JSON.parse(await outputOf([process.execPath, ...args])) as Memory;
  }

  async typing(folder: string, path: string): Promise<Typed> {
    const args = ["--expose-gc", join(this.folder, "typing.js"), folder, path];
    return JSON.parse(await outputOf([process.execPath, ...args])) as Typed;
  }

  async rules(folder: string): Promise<RuleTimes> {
    return JSON.parse(
      await outputOf([process.execPath, join(this.folder, "rules.js"), folder]),
    ) as RuleTimes;
  }

  private async timed(probe: string, ...args: readonly string[]): Promise<Run> {
    const began = performance.now();
    const output = await outputOf([process.execPath, join(this.folder, `${probe}.js`), ...args]);
    const whole = performance.now() - began;
    return { ...(JSON.parse(output) as { milliseconds: number; files: number }), whole };
  }
}
