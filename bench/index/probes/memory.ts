/** The memory of this process, in bytes. */
export interface Memory {
  /** The most that was ever resident. */
  readonly peak: number;
  /** Resident after everything that nothing holds was given back. */
  readonly kept: number;
  /** Of that, objects of JavaScript and the buffers they hold, threads left out. */
  readonly objects: number;
}

/** Collects all garbage and measures. To be run with `--expose-gc`. */
export async function memory(): Promise<Memory> {
  const peak = process.resourceUsage().maxRSS * 1024;
  // What the first collection lets go may hold buffers that only the next one frees.
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return { peak, kept: rss, objects: heapUsed + arrayBuffers };
}
