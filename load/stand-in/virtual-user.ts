/** One virtual user: a copy of the script with a state of its own, which does one iteration after another. */
import { checkModule } from "./check";
import { executionModule } from "./execution";
import { httpModule } from "./http";
import { metricsModule } from "./metrics";
import type { Scenario } from "./options";
import type { Tags } from "./registry";
import type { Scope, ScriptModule } from "./script";
import type { Test } from "./test";
import { timersModule } from "./timers";

/** A scenario that runs. */
export interface Activity {
  readonly scenario: Scenario;
  /** When it began, as Unix time in milliseconds. */
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Iterations begun so far. */
  iterations: number;
}

export class VirtualUser implements Scope {
  readonly script: ScriptModule;
  /** The script may add to them: exec.vu.metrics.tags. */
  readonly tags: Record<string, string | number | boolean> = {};
  env: Readonly<Record<string, string>>;
  iteration = 0;
  group = "";
  activity: Activity | null = null;
  /** Of the iteration that runs, among all of its scenario and among this user's. */
  iterationInTest = 0;
  iterationInScenario = 0;
  /** Since they were last recorded. */
  sentBytes = 0;
  receivedBytes = 0;
  #isEvaluated = false;
  #iterationsBy = new Map<Scenario, number>();
  #data: unknown;
  #hasData = false;
  readonly #controller = new AbortController();
  readonly #interruption = new Promise<void>((resolve) =>
    this.signal.addEventListener("abort", () => resolve(), { once: true }),
  );

  constructor(
    readonly test: Test,
    readonly id: number,
  ) {
    this.env = test.env;
    this.script = test.script.evaluate(this, this.#modules());
    this.#isEvaluated = true;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isInterrupted(): boolean {
    return this.signal.aborted;
  }

  /** Whether the script is being evaluated, which is when metrics are defined. */
  get isInitializing(): boolean {
    return !this.#isEvaluated;
  }

  /** Ends what it does, for good: nothing can take a function of JavaScript off the stack. */
  interrupt(): void {
    this.#controller.abort();
  }

  /** Never rejects: what a script throws ends its iteration and no more. */
  async iterate(activity: Activity): Promise<void> {
    const { test } = this;
    const { scenario } = activity;
    this.activity = activity;
    this.env = { ...test.env, ...scenario.env };
    this.iterationInTest = activity.iterations++;
    this.iterationInScenario = this.#iterationsBy.get(scenario) ?? 0;
    const begun = performance.now();
    await this.call(scenario.exec, this.#ownData()).catch((error) => test.failIteration(error));
    const { iteration_duration, iterations } = test.registry.builtIn;
    if (this.isInterrupted) test.counts.interrupted++;
    else {
      test.counts.completed++;
      test.registry.add(
        [
          [iteration_duration, performance.now() - begun],
          [iterations, 1],
        ],
        this.sampleTags(),
      );
    }
    this.#recordBytes();
    this.#iterationsBy.set(scenario, this.iterationInScenario + 1);
    this.iteration++;
  }

  /** Calls an exported function. Resolves when it has ended or was interrupted, and rejects with what it throws. */
  async call(name: string, ...input: unknown[]): Promise<unknown> {
    const exported = this.script[name] as (...input: unknown[]) => unknown;
    const result = await Promise.race([exported(...input), this.#interruption]);
    if (this.activity === null) this.#recordBytes();
    return result;
  }

  sampleTags(): Tags {
    const { options } = this.test;
    const { scenario } = this.activity ?? {};
    const own = Object.entries(this.tags).map(([name, value]) => [name, String(value)]);
    return {
      group: this.group,
      ...options.tags,
      ...scenario?.tags,
      ...(scenario && { scenario: scenario.name }),
      ...Object.fromEntries(own),
    };
  }

  /** A copy of what setup answered with: what this user does to it, nobody else sees. */
  #ownData(): unknown {
    if (!this.#hasData) this.#data = this.test.copyOfData();
    this.#hasData = true;
    return this.#data;
  }

  #recordBytes(): void {
    const { data_sent, data_received } = this.test.registry.builtIn;
    if (this.sentBytes > 0)
      this.test.registry.add(
        [
          [data_sent, this.sentBytes],
          [data_received, this.receivedBytes],
        ],
        this.sampleTags(),
      );
    this.sentBytes = 0;
    this.receivedBytes = 0;
  }

  #modules(): Record<string, object> {
    const modules = {
      k6: checkModule(this),
      "k6/execution": executionModule(this),
      "k6/http": httpModule(this),
      "k6/metrics": metricsModule(this),
      "k6/timers": timersModule(),
    };
    const asImported = ([name, exported]: [string, object]) => [
      name,
      { ...exported, default: exported, __esModule: true },
    ];
    return Object.fromEntries(Object.entries(modules).map(asImported));
  }
}
