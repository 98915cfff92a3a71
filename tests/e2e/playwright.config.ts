/** Run by src/dev/e2e.ts, which finds the browser and a free port: make e2e. */
import { defineConfig } from "@playwright/test";

const { E2E_BROWSER, E2E_BUN, E2E_DATA_DIR, E2E_PORT } = process.env;
if (!E2E_BROWSER || !E2E_BUN || !E2E_DATA_DIR || !E2E_PORT) throw new Error("These tests are run by: make e2e");

const origin = `http://localhost:${E2E_PORT}`;
const ROOT = "../..";

export default defineConfig({
  testDir: ".",
  // bun test takes *.test.ts and *.spec.ts.
  testMatch: "*.e2e.ts",
  outputDir: `${ROOT}/test-results`,
  reporter: "list",
  forbidOnly: true,
  // A machine that does other things too; what never comes fails all the same.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  workers: 1,
  use: {
    baseURL: origin,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: E2E_BROWSER,
      // Chromium's sandbox refuses root.
      chromiumSandbox: process.getuid?.() !== 0,
    },
  },
  webServer: {
    command: `"${E2E_BUN}" src/dev/dev.ts`,
    cwd: ROOT,
    url: `${origin}/health/ready`,
    timeout: 60_000,
    reuseExistingServer: false,
    stdout: "ignore",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      GROUNDWORK_ENV: "development",
      PORT: E2E_PORT,
      PUBLIC_ORIGIN: origin,
      DATA_DIR: E2E_DATA_DIR,
      // Nobody's database but the one in DATA_DIR: an empty variable counts as none.
      DATABASE_URL: "",
      // The provider that make dev brings.
      OIDC_ISSUER: "",
    },
  },
});
