type Phase = "starting" | "running" | "draining";

/** Where the process is in its life, for the probes. It goes one way only. */
export class Lifecycle {
  #phase: Phase = "starting";

  /** True from `started` on, while it stops too. */
  get hasStarted() {
    return this.#phase !== "starting";
  }

  get takesTraffic() {
    return this.#phase === "running";
  }

  /** What is done once at start is done. */
  started(): void {
    if (this.#phase === "starting") this.#phase = "running";
  }

  /** From now on load balancers should send traffic elsewhere; running requests end. */
  drain(): void {
    this.#phase = "draining";
  }
}
