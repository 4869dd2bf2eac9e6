import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The page is served under `script-src 'self'; style-src 'self'; font-src 'self'`: nothing may be
// inlined, so assets keep their own files and the module preload polyfill (an inline script) is off.
export default defineConfig({
  plugins: [svelte()],
  base: "./",
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  build: {
    target: "es2022",
    outDir: "dist",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: {
    environment: "jsdom",
    setupFiles: ["./test/setup.ts"],
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    restoreMocks: true,
    // One page for all files, loaded once: each test leaves it empty (test/setup.ts).
    isolate: false,
    // A generous limit, so that a busy machine fails no test; nothing here measures time.
    testTimeout: 60_000,
  },
});
