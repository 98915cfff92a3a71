/** The server's process: read the configuration, build what it runs on, listen, stop on signals. */
import { contract } from "#generated/operations";
import { createLog } from "#lib/log";
import { type App, createApp } from "./app";
import { type Config, ConfigError, readConfig } from "./config";
import { openContext } from "./context";
import { handlers } from "./modules";

const IN_FLIGHT_CHECK_MS = 20;

const { config, secrets } = configured();
const log = await createLog(config.log);
for (const warning of config.warnings) log.warn(warning);
process.on("unhandledRejection", (err) => log.error({ err }, "a promise was rejected that nobody awaited"));
process.on("uncaughtException", (err) => log.error({ err }, "an error was thrown that nobody caught"));

const { close, onDatabaseLost, ...context } = await openContext({ config, secrets, log }).catch((error) =>
  exit(`The server cannot start: ${error.message || error.code || error}`),
);
const app = createApp({ ...context, contract, handlers });
onDatabaseLost(() => app.interrupt());

let stopping: Promise<void> | undefined;
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = stop(signal);
  });

listen(app, config);
context.services.lifecycle.started();
log.info({ host: config.host, port: app.server?.port, origin: config.publicOrigin }, "listening");

/** Readiness turns false, running requests end, then everything that was opened is closed. Exits 0, or 1 past the deadline. */
async function stop(signal: string): Promise<void> {
  const deadline = performance.now() + config.shutdownDelayMs + config.shutdownTimeoutMs;
  context.services.lifecycle.drain();
  log.info({ signal, inFlight: app.inFlight() }, "stopping");
  await Bun.sleep(config.shutdownDelayMs);
  void app.server?.stop(false);
  while (app.inFlight() > 0 && performance.now() < deadline) await Bun.sleep(IN_FLIGHT_CHECK_MS);
  const left = app.inFlight();
  void app.server?.stop(true);
  await close();
  log.info({ inFlight: left }, "stopped");
  process.exit(left === 0 ? 0 : 1);
}

/** Without reusePort: two servers on one port would share its requests without a word. */
function listen(server: App, { host, port }: Config): void {
  try {
    server.listen({ hostname: host, port, reusePort: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    exit(`Port ${port} is taken by another process. Stop that one, or set PORT to a free port.`);
  }
}

function configured() {
  try {
    return readConfig();
  } catch (error) {
    if (error instanceof ConfigError) return exit(error.message);
    throw error;
  }
}

function exit(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
