/** The time that a scenario has, and those who work in it. */
import { setImmediate as turn } from "node:timers/promises";
import type { Scenario } from "./options";
import type { Test } from "./test";
import type { Activity, VirtualUser } from "./virtual-user";

export class Shift {
  readonly #test: Test;
  readonly #activity: Activity;
  readonly #gracefulStopMs: number;
  readonly #durationMs: number;
  readonly #begun = performance.now();
  readonly #working = new Set<VirtualUser>();
  #isOver = false;

  constructor(test: Test, scenario: Scenario, durationMs: number) {
    this.#test = test;
    this.#durationMs = durationMs;
    this.#gracefulStopMs = scenario.gracefulStopMs;
    this.#activity = { scenario, startedAtMs: Date.now(), durationMs, iterations: 0 };
  }

  /** When the time is over no loop begins another iteration, and what runs on after the grace is interrupted. */
  async run(work: () => Promise<void>): Promise<void> {
    const interrupt = () => {
      for (const user of this.#working) user.interrupt();
    };
    const over = setTimeout(() => {
      this.#isOver = true;
    }, this.#durationMs);
    const late = setTimeout(interrupt, this.#durationMs + this.#gracefulStopMs);
    this.#test.signal.addEventListener("abort", interrupt, { once: true });
    try {
      await work();
    } finally {
      clearTimeout(over);
      clearTimeout(late);
      this.#test.signal.removeEventListener("abort", interrupt);
    }
  }

  get isAborted(): boolean {
    return this.#test.signal.aborted;
  }

  /** One user, or another one where that was interrupted, does iterations until there is no next one. */
  async loop(hasNext: () => boolean, onUser: (user: VirtualUser) => void = () => {}): Promise<void> {
    let user = this.take();
    for (;;) {
      if (this.#isOver || this.isAborted || !hasNext()) break;
      if (user.isInterrupted) user = this.#another(user);
      onUser(user);
      await this.iterate(user);
      // An iteration that waits for nothing would keep every timer from being looked at.
      await turn();
    }
    this.give(user);
  }

  #another(user: VirtualUser): VirtualUser {
    this.give(user);
    return this.take();
  }

  async iterate(user: VirtualUser): Promise<void> {
    this.#working.add(user);
    await user.iterate(this.#activity);
    this.#working.delete(user);
  }

  /** A moment of the scenario, in milliseconds since it began. Late or not, others get their turn. */
  async until(atMs: number): Promise<void> {
    const waitMs = this.#begun + atMs - performance.now();
    await (waitMs > 0 ? pause(waitMs, this.#test.signal) : turn());
  }

  drop(): void {
    const { dropped_iterations } = this.#test.registry.builtIn;
    const { name, tags } = this.#activity.scenario;
    this.#test.registry.add([[dropped_iterations, 1]], { ...this.#test.options.tags, ...tags, scenario: name });
  }

  take(): VirtualUser {
    return this.#test.takeUser();
  }

  give(user: VirtualUser): void {
    this.#test.giveUser(user);
  }
}

/** Resolves after so long, or when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end, { once: true });
  });
}
