/** k6/execution. */
import type { Activity, VirtualUser } from "./virtual-user";

export const executionModule = (user: VirtualUser) =>
  ({
    scenario: {
      get name() {
        return activityOf(user).scenario.name;
      },
      get executor() {
        return activityOf(user).scenario.executor;
      },
      get startTime() {
        return activityOf(user).startedAtMs;
      },
      get progress() {
        const { startedAtMs, durationMs } = activityOf(user);
        return Math.min(1, (Date.now() - startedAtMs) / durationMs);
      },
      get iterationInInstance() {
        return activityOf(user) && user.iterationInTest;
      },
      get iterationInTest() {
        return activityOf(user) && user.iterationInTest;
      },
    },
    instance: {
      get iterationsInterrupted() {
        return user.test.counts.interrupted;
      },
      get iterationsCompleted() {
        return user.test.counts.completed;
      },
      get vusActive() {
        return user.test.counts.active;
      },
      get vusInitialized() {
        return user.test.counts.users;
      },
      get currentTestRunDuration() {
        return user.test.elapsedMs;
      },
    },
    test: {
      abort(message = "") {
        user.test.abort("script", message);
        throw new Error(`test aborted: ${message}`);
      },
      fail(message = "") {
        user.test.fail(message);
      },
      get options() {
        return user.test.options;
      },
    },
    vu: {
      get iterationInInstance() {
        return user.iteration;
      },
      get iterationInScenario() {
        return user.iterationInScenario;
      },
      idInInstance: user.id,
      idInTest: user.id,
      tags: user.tags,
      metrics: { tags: user.tags, metadata: {} },
    },
  }) satisfies Omit<typeof import("k6/execution"), "default">;

function activityOf({ activity }: VirtualUser): Activity {
  if (!activity) throw new Error("Only an iteration is in a scenario.");
  return activity;
}
