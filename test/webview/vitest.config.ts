import { defineConfig } from "vitest/config";

/** The preview page in a real browser: `npx vitest run -c test/webview/vitest.config.ts`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    globalSetup: ["./bundle.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One browser for each file: as many as there are cores to share are enough.
    maxWorkers: 2,
  },
});
