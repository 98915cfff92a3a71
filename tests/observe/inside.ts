/** Preloaded into the server's process: fails on SIGUSR2 in the ways that no request catches, and says at its end what was loaded. */
process.on("SIGUSR2", () => {
  void Promise.reject(new Error("nobody awaited me"));
  queueMicrotask(() => {
    throw new Error("nobody caught me");
  });
});

process.on("exit", () => {
  const loaded = Object.keys(require.cache);
  const count = (name: RegExp) => loaded.filter((path) => name.test(path)).length;
  // Its API by itself does nothing; pg-boss loads that.
  const opentelemetry = count(/node_modules\/@opentelemetry\/(?!api\/)/);
  const found = { all: loaded.length, opentelemetry, sentry: count(/node_modules\/@sentry\//) };
  process.stderr.write(`loaded: ${JSON.stringify(found)}\n`);
});
