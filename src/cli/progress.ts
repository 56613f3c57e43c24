/** A line that says how far a step is: on a terminal only, and only for what takes a while. */
export function progress(doing: string): ((done: number, total: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (done, total) => {
    if (total < 200 || (done % 50 !== 0 && done !== total)) return;
    process.stderr.write(done === total ? "\r\x1b[K" : `\r${doing} ${done} of ${total} files`);
  };
}
