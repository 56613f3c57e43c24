import { rm } from "node:fs/promises";
import { join } from "node:path";
import { timeOf } from "../lint/program";
import { median } from "../statistics";
import type { Corpus } from "./corpus";
import type { Probes, Run } from "./probe";

/** Rounds of all kinds of run, so that each kind meets the same weather. */
export const ROUNDS = 3;

/** The median milliseconds of each kind of run, within the process and of the whole one. */
export interface Times {
  readonly floor: Time;
  readonly cold: Time;
  readonly coldWithThreads: Time;
  readonly warm: Time;
  readonly ruff: number;
}

export interface Time {
  readonly within: number;
  readonly whole: number;
}

/** Measures every kind of run over a corpus. */
export async function measureTimes(
  { folder }: Corpus,
  probes: Probes,
  ruff: string,
): Promise<Times> {
  const check = [ruff, "check", folder, "--isolated", "--no-cache", "--exit-zero"] as const;
  const runs = {
    floor: [] as Run[],
    cold: [] as Run[],
    coldWithThreads: [] as Run[],
    warm: [] as Run[],
  };
  const ruffs: number[] = [];
  const cache = join(folder, "..", "cache");
  // This run also brings the files into the machine's memory.
  await probes.scan(folder, 2, cache);
  for (let round = 0; round < ROUNDS; round += 1) {
    runs.floor.push(await probes.floor(folder));
    runs.cold.push(await probes.scan(folder, 1));
    runs.coldWithThreads.push(await probes.scan(folder, 2));
    runs.warm.push(await probes.scan(folder, 1, cache));
    ruffs.push(await timeOf(check));
  }
  await rm(cache, { recursive: true, force: true });
  return {
    floor: middle(runs.floor),
    cold: middle(runs.cold),
    coldWithThreads: middle(runs.coldWithThreads),
    warm: middle(runs.warm),
    ruff: median(ruffs),
  };
}

function middle(runs: readonly Run[]): Time {
  return {
    within: median(runs.map(({ milliseconds }) => milliseconds)),
    whole: median(runs.map(({ whole }) => whole)),
  };
}
