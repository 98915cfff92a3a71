/** A run of one script, as all of its virtual users share it. */
import type { Options } from "k6/options";
import type { Ending } from "./exit-codes";
import type { Registry } from "./registry";
import type { Script } from "./script";
import { VirtualUser } from "./virtual-user";

export interface CheckCount {
  readonly name: string;
  readonly path: string;
  passes: number;
  fails: number;
}

export interface TestOptions {
  readonly script: Script;
  readonly registry: Registry;
  readonly env: Readonly<Record<string, string>>;
  /** For a person, a line at a time. */
  readonly say: (line: string) => void;
}

/** A script that fails in each of its iterations would fill the terminal. */
const SAID_MAXIMUM = 50;

export class Test {
  readonly script: Script;
  readonly registry: Registry;
  readonly env: Readonly<Record<string, string>>;
  readonly counts = { active: 0, users: 0, completed: 0, interrupted: 0 };
  readonly checks = new Map<string, CheckCount>();
  options: Options = {};
  /** How it ended, where it did before its time or is marked as failed. */
  ending: Ending = "fine";
  /** JSON: everybody gets a copy. */
  #data: string | undefined;
  readonly #say: TestOptions["say"];
  #said = 0;
  readonly #idle: VirtualUser[] = [];
  readonly #begun = performance.now();
  readonly #controller = new AbortController();

  constructor({ script, registry, env, say }: TestOptions) {
    this.script = script;
    this.registry = registry;
    this.env = env;
    this.#say = say;
  }

  get elapsedMs(): number {
    return performance.now() - this.#begun;
  }

  get seconds(): number {
    return this.elapsedMs / 1000;
  }

  /** Aborted when nothing more is to run. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(ending: Ending, message: string): void {
    if (this.signal.aborted) return;
    this.ending = ending;
    if (message !== "") this.#say(message);
    this.#controller.abort();
  }

  fail(message: string): void {
    this.ending = "markedAsFailed";
    this.warn(message);
  }

  warn(line: string): void {
    if (this.#said++ < SAID_MAXIMUM) this.#say(line);
    else if (this.#said === SAID_MAXIMUM + 1) this.#say("There is more of this, which is not printed.");
  }

  failIteration(error: unknown): void {
    this.warn(this.script.explain(error));
  }

  /** Users are shared by scenarios that follow each other, as in k6. */
  takeUser(): VirtualUser {
    const user = this.#idle.pop() ?? new VirtualUser(this, ++this.counts.users);
    this.counts.active++;
    return user;
  }

  giveUser(user: VirtualUser): void {
    this.counts.active--;
    if (!user.isInterrupted) this.#idle.push(user);
  }

  setData(data: unknown): void {
    this.#data = JSON.stringify(data);
  }

  copyOfData(): unknown {
    return this.#data === undefined ? undefined : JSON.parse(this.#data);
  }

  countCheck(group: string, name: string, passed: boolean): void {
    const path = `${group}::${name}`;
    const count = this.checks.get(path) ?? { name, path, passes: 0, fails: 0 };
    this.checks.set(path, count);
    if (passed) count.passes++;
    else count.fails++;
  }
}
