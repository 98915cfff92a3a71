/** From a script's path to an exit code: options, setup, scenarios, teardown, thresholds, summary. */
import { milliseconds } from "./durations";
import { execute } from "./executors";
import { Ended, EXIT_CODES } from "./exit-codes";
import { readScenarios, type Scenario } from "./options";
import { type Output, Registry } from "./registry";
import { Script } from "./script";
import { summaryOf, textOf, writeSummary } from "./summary";
import { Test } from "./test";
import { judge, readThresholds, type Threshold } from "./thresholds";
import { VirtualUser } from "./virtual-user";

export interface RunOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly outputs: readonly Output[];
  readonly say: (line: string) => void;
  /** Aborted by whoever wants it to end before its time. */
  readonly signal?: AbortSignal;
}

const SETUP_TIMEOUT = "60s";
const GAUGE_INTERVAL_MS = 1_000;
const THRESHOLD_INTERVAL_MS = 2_000;

export async function runScript(path: string, options: RunOptions): Promise<number> {
  const { say, outputs } = options;
  try {
    return EXIT_CODES[await new Run(await loaded(path, options)).run(options.signal)];
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    say(error.message);
    return EXIT_CODES[error.ending];
  } finally {
    await Promise.all(outputs.map((output) => output.close()));
  }
}

async function loaded(path: string, { env, outputs, say }: RunOptions): Promise<Test> {
  try {
    return new Test({ script: await Script.load(path), registry: new Registry(outputs), env, say });
  } catch (error) {
    const causes = error instanceof AggregateError ? error.errors : [error];
    throw new Ended("exception", [`${path} cannot be loaded:`, ...causes.map(String)].join("\n"));
  }
}

class Run {
  readonly #test: Test;
  /** Evaluates the script first and does what is done once: user 0, as in k6. */
  readonly #first: VirtualUser;
  readonly #scenarios: readonly Scenario[];
  readonly #thresholds: readonly Threshold[];

  constructor(test: Test) {
    this.#test = test;
    this.#first = ending("exception", test, () => new VirtualUser(test, 0));
    const { script } = this.#first;
    test.options = script.options ?? {};
    this.#scenarios = ending("invalidConfig", test, () => readScenarios(test.options));
    this.#thresholds = ending("invalidConfig", test, () => readThresholds(test.options, test.registry));
    const missing = this.#scenarios.filter(({ exec }) => typeof script[exec] !== "function");
    if (missing.length > 0)
      throw new Ended("invalidConfig", `The script exports no function ${missing.map(({ exec }) => exec).join(", ")}.`);
  }

  async run(signal?: AbortSignal): Promise<keyof typeof EXIT_CODES> {
    const test = this.#test;
    const stop = () => test.abort("outside", "Interrupted.");
    signal?.addEventListener("abort", stop, { once: true });
    await this.#once("setup");
    const timers = [
      setInterval(() => this.#gauge(), GAUGE_INTERVAL_MS),
      setInterval(() => this.#abortWhereCrossed(), THRESHOLD_INTERVAL_MS),
    ];
    await Promise.all(this.#scenarios.map((scenario) => execute(test, scenario)));
    for (const timer of timers) clearInterval(timer);
    signal?.removeEventListener("abort", stop);
    await this.#once("teardown");
    const verdicts = judge(this.#thresholds, test.seconds);
    await this.#summarize(summaryOf(test, verdicts));
    return test.ending === "fine" && verdicts.some(({ ok }) => !ok) ? "thresholds" : test.ending;
  }

  /** What setup answers with is for everybody; teardown gets it too. */
  async #once(name: "setup" | "teardown"): Promise<void> {
    const [test, user] = [this.#test, this.#first];
    if (!user.script[name]) return;
    const { [`${name}Timeout`]: timeout = SETUP_TIMEOUT } = test.options as Record<string, string>;
    user.group = `::${name}`;
    const timer = setTimeout(() => user.interrupt(), milliseconds(timeout));
    try {
      const data = await (name === "setup" ? user.call(name) : user.call(name, test.copyOfData()));
      if (user.isInterrupted) throw new Ended(`${name}Timeout`, `${name}() takes longer than ${timeout}.`);
      if (name === "setup") test.setData(data);
    } catch (error) {
      if (error instanceof Ended) throw error;
      throw new Ended("exception", `${name}() failed: ${test.script.explain(error)}`);
    } finally {
      clearTimeout(timer);
      user.group = "";
    }
  }

  async #summarize(data: ReturnType<typeof summaryOf>): Promise<void> {
    const { script } = this.#first;
    if (!script.handleSummary) return writeSummary({ stdout: textOf(data) });
    try {
      await writeSummary((await this.#first.call("handleSummary", data)) as Record<string, string>);
    } catch (error) {
      this.#test.warn(`handleSummary() failed: ${this.#test.script.explain(error)}`);
    }
  }

  #gauge(): void {
    const { registry, counts, options } = this.#test;
    const { vus, vus_max } = registry.builtIn;
    registry.add(
      [
        [vus, counts.active],
        [vus_max, counts.users],
      ],
      options.tags ?? {},
    );
  }

  #abortWhereCrossed(): void {
    const due = this.#thresholds.filter(
      ({ abortOnFail, delayMs, metric }) => abortOnFail && delayMs <= this.#test.elapsedMs && !metric.sink.isEmpty,
    );
    const crossed = judge(due, this.#test.seconds).find(({ ok }) => !ok);
    if (crossed)
      this.#test.abort("thresholds", `Crossed: ${crossed.threshold.metric.name} ${crossed.threshold.expression}`);
  }
}

function ending<T>(how: "exception" | "invalidConfig", { script }: Test, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const words = how === "exception" ? script.explain(error) : (error as Error).message;
    throw new Ended(how, words);
  }
}
