/** Preloaded into a server's process: a promise that is rejected once the server listens, and that nobody awaits. */
setImmediate(function whenListening() {
  if (process.listenerCount("unhandledRejection") === 0) setImmediate(whenListening);
  else void Promise.reject(new Error("forgotten"));
});
