import { defineConfig } from "vitest/config";

/** The unit tests: everything beside the code but what loads Mermaid, which takes longer than all of them. */
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts"],
    exclude: ["src/**/*.mermaid.test.ts"],
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    // A busy machine is no failure: what hangs is found, what is slow is measured in bench/.
    testTimeout: 30_000,
  },
});
