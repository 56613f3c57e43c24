import { runProgram } from "./program";

// Who reads the output may have seen enough of it, as `head` does.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

void runProgram(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
