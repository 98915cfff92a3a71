/** The server's process: read the configuration, build what it runs on, listen, stop on signals. */
import { contract } from "#generated/operations";
import { createLog } from "#lib/log";
import { type App, createApp } from "./app";
import { ConfigError, readConfig } from "./config";
import { openContext } from "./context";
import { handlers } from "./modules";
import { openReporting } from "./observe/reporting";
import { survive } from "./observe/uncaught";

const IN_FLIGHT_CHECK_MS = 20;

const { config, secrets } = configured();
const log = await createLog(config.log);
for (const warning of config.warnings) log.warn(warning);

const { close, build, worker, onDatabaseLost, ...context } = await openContext({ config, secrets, log }).catch(
  (error) => exit(`The server cannot start: ${error.message || error.code || error}`),
);
const { profile, publicOrigin, traces, internal } = config;
const { endpoint } = traces;
const { sentryDsn, traceHeaders } = secrets;
const shared = { build, profile, publicOrigin, log };
const reporting = await openReporting({ ...shared, sentryDsn, traces: { endpoint, headers: traceHeaders } });

const { metrics, lifecycle } = context.services;
const development = profile === "development";
const options = { ...context, contract, handlers, development, observers: [metrics.observe, ...reporting.observers] };
const apps: App[] = [createApp(options)];
if (internal) {
  const settings = { ...context.settings, allowedHosts: internal.allowedHosts, corsOrigins: [] };
  apps.push(createApp({ ...options, settings, listener: "internal" }));
}
const inFlight = () => apps.reduce((sum, app) => sum + app.inFlight(), 0);
metrics.countInFlight(inFlight);
onDatabaseLost(() => {
  for (const app of apps) app.interrupt(new Error("The database does not answer."));
});

let stopping: Promise<void> | undefined;
for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stopping) process.exit(1);
    stopping = stop(signal);
  });

const [open, inside] = apps;
listen(open!, config, "PORT");
if (inside && internal) listen(inside, internal, "INTERNAL_PORT");
// What nobody caught before is a server that cannot start.
survive(log, reporting.report);
lifecycle.started();
log.info({ host: config.host, port: open?.server?.port, origin: config.publicOrigin }, "listening");
if (internal) log.info({ host: internal.host, port: inside?.server?.port }, "listening for operators");
if (config.jobs) await worker.start().catch((error) => exit(`The worker cannot start: ${error.message || error.code}`));

/**
 * Readiness turns false, running requests and jobs end, then everything that was opened is closed. Jobs that do not end
 * are given back. Exits 0, or 1 where a request was cut off.
 */
async function stop(signal: string): Promise<void> {
  const deadline = performance.now() + config.shutdownDelayMs + config.shutdownTimeoutMs;
  lifecycle.drain();
  log.info({ signal, inFlight: inFlight() }, "stopping");
  const jobsStopped = worker.stop(config.shutdownDelayMs + config.shutdownTimeoutMs);
  await Bun.sleep(config.shutdownDelayMs);
  for (const app of apps) void app.server?.stop(false);
  while (inFlight() > 0 && performance.now() < deadline) await Bun.sleep(IN_FLIGHT_CHECK_MS);
  const left = inFlight();
  for (const app of apps) void app.server?.stop(true);
  await jobsStopped;
  await Promise.all([close(), reporting.close()]);
  log.info({ inFlight: left }, "stopped");
  process.exit(left === 0 ? 0 : 1);
}

/** Without reusePort: two servers on one port would share its requests without a word. */
function listen(server: App, { host, port }: { host: string; port: number }, variable: string): void {
  try {
    server.listen({ hostname: host, port, reusePort: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    exit(`Port ${port} is taken by another process. Stop that one, or set ${variable} to a free port.`);
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
