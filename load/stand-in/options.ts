/** What a script exports as `options`, with k6's defaults. What the stand-in does not know is refused, not passed over. */
import type { Scenario as Given, Stage as GivenStage, Options } from "k6/options";
import { milliseconds } from "./durations";
import type { Tags } from "./registry";

export interface Scenario {
  readonly name: string;
  readonly executor: Given["executor"];
  /** The exported function that it calls. */
  readonly exec: string;
  readonly startMs: number;
  /** What running iterations get when their time is over. */
  readonly gracefulStopMs: number;
  readonly tags: Tags;
  readonly env: Readonly<Record<string, string>>;
  readonly work: Work;
}

/** A constant number of users, or a constant rate, is one that ramps to where it is. */
export type Work = Iterations | Users | Arrivals;

export interface Iterations {
  readonly kind: "iterations";
  readonly users: number;
  /** For each user, or for all of them together. */
  readonly count: number;
  readonly shared: boolean;
  readonly maxMs: number;
}

export interface Users {
  readonly kind: "users";
  readonly start: number;
  readonly stages: readonly Stage[];
  readonly gracefulRampDownMs: number;
}

export interface Arrivals {
  readonly kind: "arrivals";
  /** Iterations for each unit of time. */
  readonly start: number;
  readonly unitMs: number;
  readonly stages: readonly Stage[];
  readonly users: number;
  readonly usersMaximum: number;
}

export interface Stage {
  readonly durationMs: number;
  readonly target: number;
}

const GRACEFUL = "30s";
const MAX_DURATION = "10m";

const KNOWN_OPTIONS = [
  "discardResponseBodies",
  "scenarios",
  "setupTimeout",
  "summaryTrendStats",
  "tags",
  "teardownTimeout",
  "thresholds",
  "userAgent",
];

const COMMON_WORDS = ["executor", "exec", "startTime", "gracefulStop", "env", "tags"];

const WORDS: Record<Given["executor"], readonly string[]> = {
  "shared-iterations": ["vus", "iterations", "maxDuration"],
  "per-vu-iterations": ["vus", "iterations", "maxDuration"],
  "constant-vus": ["vus", "duration"],
  "ramping-vus": ["startVUs", "stages", "gracefulRampDown"],
  "constant-arrival-rate": ["rate", "timeUnit", "duration", "preAllocatedVUs", "maxVUs"],
  "ramping-arrival-rate": ["startRate", "timeUnit", "stages", "preAllocatedVUs", "maxVUs"],
};

/** Without scenarios the default function runs once, as in k6. */
const ONCE: Record<string, Given> = { default: { executor: "shared-iterations" } };

export function readScenarios(options: Options): Scenario[] {
  refuse("The option", Object.keys(options), KNOWN_OPTIONS);
  return Object.entries(options.scenarios ?? ONCE).map(([name, given]) => {
    const words = WORDS[given.executor];
    if (!words) throw new Error(`The scenario ${name} has no executor of k6: ${given.executor}.`);
    refuse(`The scenario ${name} has`, Object.keys(given), [...COMMON_WORDS, ...words]);
    return {
      name,
      executor: given.executor,
      exec: given.exec ?? "default",
      startMs: milliseconds(given.startTime ?? 0),
      gracefulStopMs: milliseconds(given.gracefulStop ?? GRACEFUL),
      tags: given.tags ?? {},
      env: given.env ?? {},
      work: within(name, workOf(given)),
    };
  });
}

function workOf(given: Given): Work {
  switch (given.executor) {
    case "shared-iterations":
    case "per-vu-iterations": {
      const { executor, vus = 1, iterations = 1, maxDuration = MAX_DURATION } = given;
      const shared = executor === "shared-iterations";
      return { kind: "iterations", users: vus, count: iterations, shared, maxMs: milliseconds(maxDuration) };
    }
    case "constant-vus": {
      const { vus = 1, duration } = given;
      return { kind: "users", start: vus, stages: stagesOf([{ duration, target: vus }]), gracefulRampDownMs: 0 };
    }
    case "ramping-vus": {
      const { startVUs = 1, stages, gracefulRampDown = GRACEFUL } = given;
      const gracefulRampDownMs = milliseconds(gracefulRampDown);
      return { kind: "users", start: startVUs, stages: stagesOf(stages), gracefulRampDownMs };
    }
    case "constant-arrival-rate":
      return arrivals(given, given.rate, [{ duration: given.duration, target: given.rate }]);
    case "ramping-arrival-rate":
      return arrivals(given, given.startRate ?? 0, given.stages);
  }
}

type GivenArrivals = Extract<Given, { preAllocatedVUs: number }>;

function arrivals(given: GivenArrivals, start: number, stages: readonly GivenStage[]): Arrivals {
  const { timeUnit = "1s", preAllocatedVUs: users, maxVUs: usersMaximum = users } = given;
  return { kind: "arrivals", start, unitMs: milliseconds(timeUnit), stages: stagesOf(stages), users, usersMaximum };
}

const stagesOf = (stages: readonly GivenStage[]): Stage[] =>
  stages.map(({ duration, target }) => ({ durationMs: milliseconds(duration), target }));

/** All users live in one process. */
const USERS_MAXIMUM = 10_000;

function within(name: string, work: Work): Work {
  const stages = work.kind === "iterations" ? [] : work.stages;
  const counts =
    work.kind === "iterations" ? [work.users, work.count] : [work.start, ...stages.map(({ target }) => target)];
  if (counts.some((count) => !Number.isFinite(count) || count < 0))
    throw new Error(`The scenario ${name} needs numbers of users, iterations or arrivals that are not negative.`);
  if (usersMaximumOf(work) > USERS_MAXIMUM || !(usersMaximumOf(work) > 0))
    throw new Error(`The scenario ${name} may have 1 to ${USERS_MAXIMUM} users.`);
  return work;
}

/** How many users a scenario may come to have. */
export function usersMaximumOf(work: Work): number {
  if (work.kind === "iterations") return work.users;
  if (work.kind === "arrivals") return work.usersMaximum;
  return Math.max(work.start, ...work.stages.map(({ target }) => target));
}

function refuse(where: string, words: readonly string[], known: readonly string[]): void {
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0) throw new Error(`${where} ${unknown.join(", ")}, which the stand-in for k6 does not know.`);
}
