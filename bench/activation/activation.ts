import { join } from "node:path";
import { name, publisher } from "../../package.json";
import { install } from "../../scripts/vscode/install";
import { ensureSystem } from "../../scripts/vscode/system";
import { openSession, type SessionOptions } from "../../test/host/journeys/session";
import { EXAMPLE, OUT } from "../../test/host/launchers/paths";
import { type Figure, milliseconds } from "../figures";
import { vsix } from "../package";
import { median } from "../statistics";
import { type Activation, readActivation } from "./startupPerformance";

/** Fresh windows to take the median of. */
const WINDOWS = 3;

/** A file of the example with a finding on its first screen: where that shows, the extension has started. */
const FILE = "bookshop/infrastructure/auth.py";

/** How long the extension takes to start in the served VS Code, by VS Code's own clock. */
export async function measureActivation(): Promise<Figure[]> {
  const log = (line: string) => console.error(line);
  ensureSystem(["browser"], log);
  const vscode = await install(log);
  const pictures = join(OUT, "bench");
  const seen: Activation[] = [];
  while (seen.length < WINDOWS) {
    const found = await activationIn({ vscode, vsix, workspace: EXAMPLE, pictures });
    log(`  load ${found.load} ms, call ${found.call} ms, finish ${found.finish} ms`);
    seen.push(found);
  }
  const of = (part: (activation: Activation) => number) => median(seen.map(part));
  return [
    milliseconds(
      "activation: load and call",
      of(({ load, call }) => load + call),
      "≤ 30",
    ),
    milliseconds(
      "activation: load code",
      of(({ load }) => load),
    ),
    milliseconds(
      "activation: call activate",
      of(({ call }) => call),
    ),
    milliseconds(
      "activation: finish activate",
      of(({ finish }) => finish),
    ),
  ];
}

/** Opens a fresh window and a Python file in it. */
async function activationIn(options: SessionOptions): Promise<Activation> {
  const session = await openSession(options);
  try {
    const { workbench } = session;
    await workbench.openFile(FILE);
    await workbench.editor.squiggles().first().waitFor({ timeout: 60_000 });
    return await readActivation(workbench, `${publisher}.${name}`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}\n${session.log()}`, { cause: error });
  } finally {
    await session.close();
  }
}
