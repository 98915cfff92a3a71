/**
 * Waits until what was committed is on disk. Those who ask while a wait is on share the next one: what they committed was
 * not there yet when that one began.
 */
export function sharedFlush(flush: () => Promise<unknown>): () => Promise<unknown> {
  let running: Promise<unknown> | undefined;
  let next: Promise<unknown> | undefined;
  const start = () => {
    next = undefined;
    running = flush();
    const ended = () => {
      running = undefined;
    };
    running.then(ended, ended);
    return running;
  };
  return () => {
    if (!running) return start();
    next ??= running.then(start, start);
    return next;
  };
}
