/** Preloaded into the server's process: fails on SIGUSR2 in the ways that no request catches, and says at its end what was loaded. */
process.on("SIGUSR2", () => {
  void Promise.reject(new Error("nobody awaited me"));
  queueMicrotask(() => {
    throw new Error("nobody caught me");
  });
});

process.on("exit", () => {
  const loaded = Object.keys(require.cache);
  const count = (name: string) => loaded.filter((path) => path.includes(`node_modules/${name}`)).length;
  const found = { all: loaded.length, opentelemetry: count("@opentelemetry/"), sentry: count("@sentry/") };
  process.stderr.write(`loaded: ${JSON.stringify(found)}\n`);
});
