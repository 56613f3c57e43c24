import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import * as z from "zod";

/** A message of the browser (https://chromedevtools.github.io/devtools-protocol/). */
const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

/** Nothing is fetched, updated or asked. */
const quiet = [
  "--headless=new",
  "--remote-debugging-pipe",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--disable-gpu",
  "--disable-sync",
  "--no-first-run",
  "--no-default-browser-check",
  "--hide-scrollbars",
  // The page's modules are files beside each other.
  "--allow-file-access-from-files",
];

/** How long the browser may take for one answer (milliseconds). */
const patience = 60_000;

/** A browser without a window, which is told what to do over a pipe. */
export class DevTools {
  private readonly pending = new Map<number, (message: z.output<typeof messageSchema>) => void>();
  private readonly events = new Map<string, () => void>();
  private last = 0;
  private rest = "";

  private constructor(
    private readonly child: ChildProcess,
    private readonly input: Writable,
    output: Readable,
    /** A folder of its own, which goes with it. */
    readonly folder: string,
  ) {
    output.setEncoding("utf8");
    output.on("data", (text: string) => this.take(text));
  }

  /** Starts a browser. @param path its program */
  static async start(path: string): Promise<DevTools> {
    const folder = await mkdtemp(join(tmpdir(), "backend-spec-browser-"));
    const asRoot = process.getuid?.() === 0;
    const own = [`--user-data-dir=${folder}`, ...(asRoot ? ["--no-sandbox"] : [])];
    const child = spawn(path, [...quiet, ...own, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    child.on("error", () => undefined);
    // Made by `stdio` above: the browser reads the first and writes to the second.
    const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable];
    input.on("error", () => undefined);
    return new DevTools(child, input, output, folder);
  }

  /** Calls a method. Rejects when the browser refuses it, ends, or takes too long. */
  async call(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    this.last += 1;
    const id = this.last;
    const answer = await new Promise<z.output<typeof messageSchema>>((resolve, reject) => {
      const fail = (why: string): void => reject(new Error(`The browser ${why} (${method}).`));
      const timer = setTimeout(() => fail("does not answer"), patience);
      const ended = (): void => fail("has ended");
      this.child.once("exit", ended);
      this.pending.set(id, (message) => {
        clearTimeout(timer);
        this.child.off("exit", ended);
        resolve(message);
      });
      this.input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    if (answer.error) throw new Error(answer.error.message);
    return answer.result;
  }

  /** Resolves when the browser says that something has happened. */
  async next(event: string): Promise<void> {
    await new Promise<void>((resolve) => this.events.set(event, resolve));
  }

  /** Ends the browser and removes its folder. */
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    const isOver = this.child.exitCode !== null || this.child.signalCode !== null;
    if (!isOver) {
      this.child.kill();
      await ended;
    }
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private take(text: string): void {
    const parts = (this.rest + text).split("\0");
    this.rest = parts.pop() ?? "";
    for (const part of parts) {
      const message = messageSchema.parse(JSON.parse(part));
      if (message.id !== undefined) {
        this.pending.get(message.id)?.(message);
        this.pending.delete(message.id);
      } else if (message.method !== undefined) {
        this.events.get(message.method)?.();
        this.events.delete(message.method);
      }
    }
  }
}
