import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@": root.replace(/\/$/, ""),
  // Next refuses this import outside a server bundle; under the test runner everything is the server.
  "server-only": fileURLToPath(new URL("./scripts/empty-module.ts", import.meta.url)),
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{app,components,lib,emulator,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.contract.test.ts", "**/*.db.test.ts", "**/node_modules/**"],
        },
      },
      {
        // The portal's client and domains, driven against a running emulator over HTTP.
        resolve: { alias },
        test: {
          name: "contract",
          globalSetup: ["lib/db/testing/global-setup.ts"],
          setupFiles: ["lib/db/testing/setup.ts"],
          include: ["{emulator,lib}/**/*.contract.test.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Everything that touches SQL runs on both databases: TEST_DATABASE=pglite|postgres.
        resolve: { alias },
        test: {
          name: "db",
          globalSetup: ["lib/db/testing/global-setup.ts"],
          setupFiles: ["lib/db/testing/setup.ts"],
          include: ["lib/**/*.db.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 120_000,
          // Each file has a database of its own, and many wait for leases to run out more than they work.
          maxWorkers: 3,
        },
      },
    ],
  },
});
