import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** The tests of what is built: the server over raw LSP, the command line; and what is written for Mermaid. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, ".."),
    include: ["test/{server,cli,truth,claims}/**/*.test.ts", "src/**/*.mermaid.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
