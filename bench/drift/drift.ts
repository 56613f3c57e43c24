import { execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../scripts/run";
import { scratch } from "../../scripts/vscode/scratch";
import { copyOf, EXAMPLE } from "../../test/host/launchers/paths";
import { Client } from "../../test/server/client";
import { type Figure, milliseconds, ratio } from "../figures";
import { timeOf } from "../lint/program";
import { partsModule } from "../spec/backend";
import { median, percentile } from "../statistics";

/** Lines of the service and of its spec. */
const SERVICE = 2000;
const SPEC = 3000;
/** Changes that are timed, and those before them. */
const TIMES = 60;
const WARM_UP = 15;
/** Copies of the example, of some 1,300 lines each, for the run at the terminal; and how many of them have a spec. */
const COPIES = 230;
const SPECS = 50;
const RUNS = 3;

/** A change of the code to what is found in spec and code; and all specs of a project beside a lint. */
export async function measureDrift(): Promise<Figure[]> {
  return [...(await typing()), ...(await terminal())];
}

async function typing(): Promise<Figure[]> {
  const place = await scratch("bench");
  try {
    const folder = await copyOf(EXAMPLE, place.path);
    const module = join(folder, "bookshop/modules/parts");
    const files = { ...partsModule() };
    const service = padded(files["service.py"] ?? "", SERVICE, (line) => `# line ${line}`);
    await mkdir(module);
    for (const [name, text] of Object.entries({ ...files, "service.py": service })) {
      await writeFile(join(module, name), text);
    }
    const given = ["spec", "--from", "bookshop/modules/parts", "--format", "service", "--stdout"];
    const made = execFileSync(process.execPath, [join(root, "dist/cli.js"), ...given], {
      cwd: folder,
      encoding: "utf8",
    });
    const spec = padded(made, SPEC, () => "A line of text.");
    const client = await Client.start([folder]);
    try {
      const code = await client.open(join(module, "service.py"), service);
      const document = await client.open(join(folder, "specs/parts.md"), spec, "markdown");
      const isShown = (wanted: boolean) => (all: readonly { code?: unknown }[]) =>
        all.some((one) => one.code === "drift-method") === wanted;
      await client.diagnostics(document, isShown(false));
      const times: number[] = [];
      for (let time = 0; time < TIMES; time++) {
        const isOther = time % 2 === 0;
        const text = isOther ? service.replace("async def get_1(", "async def fetch_1(") : service;
        const began = performance.now();
        await client.change(code, time + 2, text);
        await client.diagnostics(document, isShown(isOther));
        await client.diagnostics(code, isShown(isOther));
        times.push(performance.now() - began);
      }
      const counted = times.slice(WARM_UP);
      const name = (what: string) =>
        `drift: a key in ${SERVICE} lines to findings in both, spec of ${SPEC} lines, ${what} of ${counted.length}`;
      return [
        milliseconds(name("p50"), percentile(counted, 0.5)),
        milliseconds(name("p95"), percentile(counted, 0.95), "≤ 30"),
      ];
    } finally {
      await client.stop();
    }
  } finally {
    await place.remove();
  }
}

async function terminal(): Promise<Figure[]> {
  const place = await scratch("bench");
  try {
    const spec = await readFile(join(EXAMPLE, "specs/001-order-service/backend-spec.md"), "utf8");
    for (let copy = 1; copy <= COPIES; copy++) {
      const folder = await copyOf(EXAMPLE, join(place.path, `shop${copy}`));
      const path = join(folder, "specs/001-order-service/backend-spec.md");
      const module = `${folder.slice(place.path.length + 1)}/bookshop/modules/orders`;
      const bound = spec.replace("module: bookshop/modules/orders", `module: ${module}`);
      await writeFile(path, copy <= SPECS ? bound : "# Notes\n");
    }
    const program = join(root, "dist/cli.js");
    const cache = ["--cache-dir", join(place.path, ".cache")];
    const lint = [process.execPath, program, "lint", place.path, "--exit-zero", ...cache] as const;
    const drift = [process.execPath, program, "drift", place.path, ...cache] as const;
    await timeOf(lint);
    const times = { lint: [] as number[], drift: [] as number[] };
    for (let run = 0; run < RUNS; run++) {
      times.lint.push(await timeOf(lint));
      times.drift.push(await timeOf(drift));
    }
    const what = `drift: ${SPECS} specs in ${COPIES} copies of the example`;
    return [
      milliseconds(`${what}, median of ${RUNS}`, median(times.drift)),
      milliseconds(`${what}: a warm lint`, median(times.lint)),
      ratio(`${what}: to a warm lint`, median(times.drift), median(times.lint), "≤ 1.5"),
    ];
  } finally {
    await place.remove();
  }
}

/** A text with lines at its end until it has as many as asked. */
function padded(text: string, lines: number, line: (number: number) => string): string {
  const own = text.split("\n");
  while (own.length < lines) own.push(line(own.length + 1));
  return own.join("\n");
}
