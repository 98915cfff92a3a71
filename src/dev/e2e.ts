/** make e2e: the tests in a browser, under Node, against the server as make dev runs it, on a port and data of its own. */
import { freePort } from "#lib/machine";
import { PLAYWRIGHT, requireBrowser, thisMachine } from "./browser";
import { ROOT } from "./environment";
import { explain } from "./runner";

/** As Playwright's configuration, tests/e2e/playwright.config.ts, reads them. */
const DATA_DIR = ".data/e2e";

try {
  const browser = requireBrowser(thisMachine(process.env));
  const command = ["node", PLAYWRIGHT, "test", "--config", "tests/e2e", ...process.argv.slice(2)];
  const child = Bun.spawn(command, {
    cwd: ROOT,
    env: {
      ...process.env,
      E2E_BROWSER: browser,
      E2E_BUN: process.execPath,
      E2E_DATA_DIR: DATA_DIR,
      E2E_PORT: String(await freePort()),
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  // Ctrl-C reaches Playwright too, which ends the browser and the server; its status is ours.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill());
  process.exit(await child.exited);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
