import { defineConfig } from "vitest/config";

/** The unit tests: everything beside the code. Slow suites have scripts of their own. */
export default defineConfig({
  test: { include: ["src/**/*.test.ts"], pool: "threads", isolate: false, maxWorkers: 2 },
});
