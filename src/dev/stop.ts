const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Aborted by the first signal that asks this process to stop; `again` is called for each one after it. */
export function stopSignal(again: () => void): AbortSignal {
  const controller = new AbortController();
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (controller.signal.aborted) again();
      controller.abort();
    });
  }
  // A terminal that went away takes no more lines; stopping goes on without it.
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  return controller.signal;
}

/** Resolves when the signal is aborted. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
