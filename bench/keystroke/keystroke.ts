import { join } from "node:path";
import { scratch } from "../../scripts/vscode/scratch";
import { copyOf, EXAMPLE } from "../../test/host/launchers/paths";
import { Client } from "../../test/server/client";
import { type Figure, milliseconds, ratio } from "../figures";
import { percentile } from "../statistics";
import { moduleOf } from "./module";
import { keystrokes } from "./typing";
import { Typist } from "./typist";

/** Lines of the files that are typed into. */
const LARGE = 2000;
const SMALL = 300;

/** Keys before the first one that counts. */
const WARM_UP = 60;

/** The time from a key to the diagnostics for it, through the built server over stdio. */
export async function measureKeystrokes(): Promise<Figure[]> {
  const large = await typeInto(LARGE);
  const small = await typeInto(SMALL);
  return [
    ...figuresOf(LARGE, large),
    ...figuresOf(SMALL, small),
    ratio(
      `keystroke: p50, ${LARGE} lines to ${SMALL}`,
      percentile(large, 0.5),
      percentile(small, 0.5),
    ),
  ];
}

/** Types into a file of so many lines, in a copy of the example, and gives the milliseconds of each key. */
async function typeInto(lines: number): Promise<number[]> {
  const place = await scratch("bench");
  try {
    const folder = await copyOf(EXAMPLE, place.path);
    const client = await Client.start([folder]);
    try {
      const module = moduleOf(lines);
      const file = join(folder, "bookshop/modules/orders/pricing.py");
      const typist = await Typist.open(client, file, module);
      const times: number[] = [];
      for (const key of keystrokes(module.cursor.character)) times.push(await typist.type(key));
      return times.slice(WARM_UP);
    } finally {
      await client.stop();
    }
  } finally {
    await place.remove();
  }
}

function figuresOf(lines: number, times: readonly number[]): Figure[] {
  const name = (what: string) => `keystroke: ${lines} lines, ${what} of ${times.length}`;
  return [
    milliseconds(name("p50"), percentile(times, 0.5)),
    milliseconds(name("p95"), percentile(times, 0.95)),
    milliseconds(name("max"), percentile(times, 1)),
  ];
}
