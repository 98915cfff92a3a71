/** k6/timers. An iteration ends with its function, whatever timers are left. */
export const timersModule = () =>
  ({
    setTimeout: (work, delay, ...input) => Number(setTimeout(work, delay, ...input)),
    clearTimeout: (id) => clearTimeout(id),
    setInterval: (work, delay, ...input) => Number(setInterval(work, delay, ...input)),
    clearInterval: (id) => clearInterval(id),
  }) satisfies typeof import("k6/timers");
