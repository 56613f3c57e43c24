import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** The tests of what is built: the server over raw LSP and the command line. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, ".."),
    include: ["test/{server,cli}/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
