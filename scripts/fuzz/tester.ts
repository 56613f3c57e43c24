import { Worker } from "node:worker_threads";
import type { Outcome, Task, ThreadData } from "./messages";

/** Longer than this no input may take, in milliseconds: two seconds for each of the four times that it is gone through. */
const longest = 8000;
/** Memory of the JavaScript of one thread, in MB: what needs more is a finding. */
const mostMemory = 1500;

/** A thread that tries inputs, replaced when one hangs or breaks it. */
export class Tester {
  private worker: Worker | undefined;

  constructor(
    private readonly script: string,
    private readonly data: ThreadData,
  ) {}

  /** What is wrong with an input; `undefined` for nothing. @param patience times the usual limit */
  async try(task: Task, patience = 1): Promise<string | undefined> {
    this.worker ??= await this.start();
    const { worker } = this;
    return await new Promise((resolve) => {
      const onMessage = ({ problem }: Outcome) => end(problem);
      const onError = (error: Error) => broken(`the thread broke down: ${error.message}`);
      const onExit = (code: number) => broken(`the thread ended with ${code}`);
      const end = (problem: string | undefined) => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        resolve(problem);
      };
      const broken = (problem: string) => {
        this.worker = undefined;
        end(problem);
        // What it still says is of no interest.
        worker.on("error", () => undefined);
        void worker.terminate();
      };
      const timer = setTimeout(() => broken("hangs"), longest * patience);
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.postMessage(task);
    });
  }

  /** Ends the thread. */
  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private async start(): Promise<Worker> {
    const worker = new Worker(this.script, {
      workerData: this.data,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    await new Promise((resolve, reject) => {
      worker.once("message", () => {
        worker.off("error", reject);
        resolve(undefined);
      });
      worker.once("error", reject);
    });
    return worker;
  }
}
