import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  // Bounds for what hangs, not for how fast a machine is: another run may hold it up for seconds.
  test: {
    css: true, include: ["**/test/**/*.test.ts", "**/test/**/*.test.tsx"], exclude: ["node_modules", "dist"],
    testTimeout: 60_000, hookTimeout: 60_000, setupFiles: ["./ui/test/patience.ts"],
  },
});
