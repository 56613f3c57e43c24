import { run } from "./run";

/** Builds, then proves the scaffolds on the real Python stack; takes the options of `test/stack/run.mts`. */
await run("tsx", ["scripts/build.mts"]);
await run("tsx", ["test/stack/run.mts", ...process.argv.slice(2)]);
