import { parentPort, workerData } from "node:worker_threads";
import { check } from "./checks";
import { inputOf } from "./input";
import type { Outcome, Task, ThreadData } from "./messages";
import { sourcesOf } from "./sources";
import { createSubject } from "./subject";

/** A thread that tries one input after the other; the pool ends it when one takes too long. */
const { seed, folders } = workerData as ThreadData;
const sources = sourcesOf(folders);

async function main(): Promise<void> {
  const subject = await createSubject(__dirname);
  parentPort?.on("message", async (task: Task) => {
    const input = "input" in task ? task.input : inputOf(seed, task.number, sources);
    parentPort?.postMessage(await outcomeOf(input));
  });
  parentPort?.postMessage("ready");

  async function outcomeOf(input: Parameters<typeof check>[0]): Promise<Outcome> {
    try {
      await check(input, subject);
      return { problem: undefined };
    } catch (error) {
      subject.takeErrors();
      return { problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }
}

void main();
