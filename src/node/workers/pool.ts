import { Worker } from "node:worker_threads";
import type { StoredAnalysis, WorkerPool } from "../../core/ports";
import type { AnalyseAnswer, AnalyseRequest } from "./messages";

interface Thread {
  readonly worker: Worker;
  readonly waiting: Map<
    number,
    { resolve(analyses: readonly StoredAnalysis[]): void; reject(error: Error): void }
  >;
}

/**
 * Threads that read source files, started when they are first needed. They do not keep the process alive.
 * @param script the bundle of `main.ts`
 * @param size how many
 */
export function createWorkerPool(script: string, size: number): WorkerPool {
  const threads: Thread[] = [];
  let next = 0;

  const start = (): Thread => {
    const worker = new Worker(script);
    worker.unref();
    const thread: Thread = { worker, waiting: new Map() };
    worker.on("message", ({ id, analyses }: AnalyseAnswer) => {
      thread.waiting.get(id)?.resolve(analyses);
      thread.waiting.delete(id);
      if (thread.waiting.size === 0) worker.unref();
    });
    const end = (error: Error) => {
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
      const at = threads.indexOf(thread);
      if (at >= 0) threads.splice(at, 1);
    };
    worker.on("error", end);
    // A thread can also end without saying why.
    worker.on("exit", (code) => end(new Error(`a thread ended with ${code}`)));
    return thread;
  };

  const ask = async (thread: Thread, files: readonly Uint8Array[]) =>
    await new Promise<readonly StoredAnalysis[]>((resolve, reject) => {
      const id = next++;
      thread.waiting.set(id, { resolve, reject });
      thread.worker.ref();
      const request: AnalyseRequest = { id, files };
      thread.worker.postMessage(request);
    });

  return {
    async analyse(files) {
      while (threads.length < size) threads.push(start());
      // Each thread gets every n-th file: neighbours in a folder tend to be of one size.
      const shares = threads.map((_, share) =>
        files.filter((_file, at) => at % threads.length === share),
      );
      const answers = await Promise.all(
        threads.map((thread, share) => ask(thread, shares[share] ?? [])),
      );
      return files.flatMap(
        (_, at) => answers[at % answers.length]?.[Math.floor(at / answers.length)] ?? [],
      );
    },
  };
}
