/** Who does iterations when. */
import type { Arrivals, Iterations, Scenario, Users } from "./options";
import { arrivalTimes, durationOf, userSteps } from "./schedule";
import { pause, Shift } from "./shift";
import type { Test } from "./test";
import type { VirtualUser } from "./virtual-user";

/** Resolves when all iterations of the scenario have ended, or were interrupted. */
export async function execute(test: Test, scenario: Scenario): Promise<void> {
  await pause(scenario.startMs, test.signal);
  if (test.signal.aborted) return;
  const { work } = scenario;
  const shift = new Shift(test, scenario, work.kind === "iterations" ? work.maxMs : durationOf(work.stages));
  await shift.run(() => {
    if (work.kind === "iterations") return iterate(work, shift);
    return work.kind === "users" ? keepUsers(work, shift) : keepArriving(work, shift);
  });
}

async function iterate({ users, count, shared }: Iterations, shift: Shift): Promise<void> {
  let left = count;
  const loop = async () => {
    let own = count;
    await shift.loop(() => (shared ? left-- : own--) > 0);
  };
  await Promise.all(Array.from({ length: users }, loop));
}

async function keepUsers({ start, stages, gracefulRampDownMs }: Users, shift: Shift): Promise<void> {
  const places: Place[] = [];
  let wanted = 0;
  for (const { atMs, users } of userSteps({ start, stages })) {
    await shift.until(atMs);
    if (shift.isAborted) break;
    for (; wanted < users; wanted++) {
      places[wanted] ??= new Place(shift);
      places[wanted]!.fill();
    }
    for (; wanted > users; wanted--) places[wanted - 1]!.empty(gracefulRampDownMs);
  }
  await Promise.all(places.map(({ ended }) => ended));
}

/** One of a number of users that goes up and down. */
class Place {
  ended: Promise<void> = Promise.resolve();
  #isWanted = false;
  #isWorking = false;
  #user: VirtualUser | undefined;
  #patience: NodeJS.Timeout | undefined;

  constructor(private readonly shift: Shift) {}

  fill(): void {
    this.#isWanted = true;
    clearTimeout(this.#patience);
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.ended = this.shift
      .loop(
        () => this.#isWanted,
        (user) => {
          this.#user = user;
        },
      )
      .finally(() => {
        this.#isWorking = false;
        clearTimeout(this.#patience);
      });
  }

  /** The iteration that runs gets so long to end. */
  empty(gracefulMs: number): void {
    this.#isWanted = false;
    if (this.#isWorking) this.#patience = setTimeout(() => this.#user?.interrupt(), gracefulMs);
  }
}

/** Iterations begin at their time, whether or not earlier ones have ended; where nobody is free, one is dropped. */
async function keepArriving(work: Arrivals, shift: Shift): Promise<void> {
  const { users, usersMaximum, stages } = work;
  const free = Array.from({ length: users }, () => shift.take());
  const running = new Set<Promise<void>>();
  let count = users;
  for (const atMs of arrivalTimes(work)) {
    await shift.until(atMs);
    if (shift.isAborted) break;
    const user = free.pop();
    if (user) {
      const iteration = shift.iterate(user).then(() => {
        running.delete(iteration);
        free.push(user);
      });
      running.add(iteration);
      continue;
    }
    shift.drop();
    if (count++ < usersMaximum) free.push(shift.take());
  }
  await shift.until(durationOf(stages));
  await Promise.all(running);
  for (const user of free) shift.give(user);
}
