import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { install } from "../../scripts/vscode/install";
import { ensureSystem } from "../../scripts/vscode/system";
import { openSession, type SessionOptions } from "../../test/host/journeys/session";
import { EXAMPLE, OUT } from "../../test/host/launchers/paths";
import { type Figure, milliseconds } from "../figures";
import { vsix } from "../package";
import { median } from "../statistics";
import { fifty, one } from "./documents";
import { type Shown, ShownPreview } from "./shownPreview";

/** Fresh windows of each preview, to take medians of. */
const WINDOWS = 3;
const KEYS = 20;

const previews: Readonly<Record<"ours" | "builtIn", Shown>> = {
  ours: { command: "Backend Spec: Open Diagram Preview to the Side", picture: ".picture > svg" },
  builtIn: { command: "Markdown: Open Preview to the Side", picture: ".mermaid-content svg" },
};

interface Times {
  readonly first: number;
  readonly fifty: number;
  /** From each key to its picture. */
  readonly keys: readonly number[];
  /** What Mermaid took of that, where the preview says so. */
  readonly own: readonly number[];
}

/** What the preview takes in the served VS Code, beside VS Code's own of the same documents in the same host. */
export async function measurePreview(): Promise<Figure[]> {
  const log = (line: string) => console.error(line);
  ensureSystem(["browser"], log);
  const options = { vscode: await install(log), vsix, workspace: EXAMPLE };
  const seen: Record<keyof typeof previews, Times[]> = { ours: [], builtIn: [] };
  for (let window = 0; window < WINDOWS; window++) {
    // In turns, so that what else the machine does falls on both.
    for (const which of ["ours", "builtIn"] as const) {
      const times = await timesIn({ ...options, pictures: join(OUT, "bench") }, previews[which]);
      const keys = median(times.keys);
      log(`  ${which}: first ${times.first}, fifty ${times.fifty}, key ${keys} ms`);
      seen[which].push(times);
    }
  }
  const of = (which: keyof typeof previews, part: (times: Times) => readonly number[]) =>
    median(seen[which].flatMap(part));
  const beyond = ({ keys, own }: Times) => keys.map((time, index) => time - (own[index] ?? 0));
  return [
    milliseconds(
      "preview: first picture after the command",
      of("ours", (times) => [times.first]),
      "≤ 1200",
    ),
    milliseconds(
      "VS Code's own: first picture after the command",
      of("builtIn", (times) => [times.first]),
    ),
    milliseconds(
      "preview: a key to its picture",
      of("ours", ({ keys }) => keys),
    ),
    milliseconds(
      "preview: Mermaid's own time of that",
      of("ours", ({ own }) => own),
    ),
    milliseconds("preview: a key to its picture, beyond Mermaid's own", of("ours", beyond), "≤ 30"),
    milliseconds(
      "VS Code's own: a key to its picture",
      of("builtIn", ({ keys }) => keys),
    ),
    milliseconds(
      "preview: 50 diagrams after the command",
      of("ours", (times) => [times.fifty]),
      "≤ 3000",
    ),
    milliseconds(
      "VS Code's own: 50 diagrams after the command",
      of("builtIn", (times) => [times.fifty]),
    ),
  ];
}

/** Opens a fresh window and looks at two documents in it. */
async function timesIn(options: SessionOptions, shown: Shown): Promise<Times> {
  const session = await openSession(options);
  try {
    const { workbench } = session;
    for (const { name, text } of [one, fifty]) await writeFile(join(workbench.folder, name), text);
    await workbench.openFile(one.name);
    // The lens over the diagram: extension and server are there.
    await workbench.page.locator(".codelens-decoration").first().waitFor({ timeout: 60_000 });
    const preview = new ShownPreview(workbench, shown);
    const first = await preview.open(1);
    await workbench.editor.goTo(one.cursor.line, one.cursor.column);
    const keys: number[] = [];
    const own: number[] = [];
    let label = one.label;
    for (let key = 0; key < KEYS; key++) {
      label += "x";
      const typed = await preview.type("x", label);
      keys.push(typed.time);
      own.push(typed.own);
    }
    await workbench.runCommand("File: Revert File");
    // The document's, and the preview's.
    for (let group = 0; group < 2; group++) {
      await workbench.runCommand("View: Close All Editors in Group");
    }
    await workbench.openFile(fifty.name);
    return { first, keys, own, fifty: await preview.open(fifty.count) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${message}\n${session.log()}`, { cause: error });
  } finally {
    await session.close();
  }
}
