import { memory } from "./memory";
import { openProject } from "./project";

/** Reads a whole folder: `scan FOLDER THREADS [CACHE]`. Prints `{ milliseconds, files }`, and
 * the memory where garbage can be collected. */
async function main([folder = "", threads = "1", cache]: readonly string[]): Promise<void> {
  const began = performance.now();
  const project = await openProject(folder, Number(threads), cache);
  await project.scan();
  const milliseconds = performance.now() - began;
  // Collecting takes a while, which the time of the process is not to have.
  const measured = globalThis.gc === undefined ? undefined : await memory();
  console.log(JSON.stringify({ milliseconds, files: project.code.paths.length, ...measured }));
}

void main(process.argv.slice(2));
