import { logFailure } from "#contract/log";
import type { Log } from "#lib/log";

/**
 * A promise that nobody awaited, or an error in a timer, is a fault of ours and no reason to drop everybody's requests:
 * it is written down, told to `report`, and the process lives.
 */
export function survive(log: Log, report: (error: unknown) => void): void {
  const told = (message: string) => (error: unknown) => {
    logFailure(log, {}, error, message);
    try {
      report(error);
      log.flush();
    } catch {
      // There is nobody left to tell.
    }
  };
  process.on("unhandledRejection", told("a promise was rejected that nobody awaited"));
  process.on("uncaughtException", told("an error was thrown that nobody caught"));
}
