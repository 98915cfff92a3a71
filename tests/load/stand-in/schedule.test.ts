/** When iterations begin, to the millisecond of their plan; no clock is asked. */
import { describe, expect, test } from "bun:test";
import { milliseconds } from "../../../load/stand-in/durations";
import type { Arrivals } from "../../../load/stand-in/options";
import { arrivalTimes, userSteps } from "../../../load/stand-in/schedule";

const arrivals = (start: number, ...stages: [seconds: number, target: number][]): number[] => {
  const plan: Arrivals = {
    kind: "arrivals",
    start,
    unitMs: 1000,
    stages: stages.map(([seconds, target]) => ({ durationMs: seconds * 1000, target })),
    users: 1,
    usersMaximum: 1,
  };
  return [...arrivalTimes(plan)].map((ms) => Math.round(ms * 1000) / 1000);
};

describe("arrivals", () => {
  test("come in equal steps at a constant rate, the first at once and none at the end", () => {
    expect(arrivals(10, [1, 10])).toEqual([0, 100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  test.each([
    [7, 10, 70],
    [3, 1, 3],
    [1000, 2, 2000],
    [0.5, 10, 5],
  ])("are %d a second for %d seconds: %d", (rate, seconds, count) => {
    expect(arrivals(rate, [seconds, rate])).toHaveLength(count);
  });

  test("come faster while a rate climbs: as many as the area under it", () => {
    const times = arrivals(0, [2, 4]);
    expect(times).toEqual([0, 1000, 1414.214, 1732.051]);
  });

  test("come slower while it falls, and stop where it is zero", () => {
    expect(arrivals(4, [2, 0], [5, 0])).toEqual([0, 267.949, 585.786, 1000]);
  });

  test("go on from stage to stage", () => {
    expect(arrivals(2, [1, 2], [1, 4], [0.5, 4])).toEqual([0, 500, 1000, 1414.214, 1732.051, 2000, 2250]);
  });
});

describe("numbers of users", () => {
  const steps = (start: number, ...stages: [ms: number, target: number][]) =>
    [...userSteps({ start, stages: stages.map(([durationMs, target]) => ({ durationMs, target })) })].map(
      ({ atMs, users }) => [atMs, users],
    );

  test("go up and down by one, spread over their stage", () => {
    expect(steps(1, [300, 4], [100, 2])).toEqual([
      [0, 1],
      [100, 2],
      [200, 3],
      [300, 4],
      [350, 3],
      [400, 2],
    ]);
  });

  test("jump where a stage has no length, and stay where it has no change", () => {
    expect(steps(0, [0, 3], [100, 3])).toEqual([
      [0, 0],
      [0, 3],
    ]);
  });
});

describe("times", () => {
  test.each([
    ["1m30s", 90_000],
    ["500ms", 500],
    ["1.5s", 1500],
    ["1h", 3_600_000],
    [250, 250],
    ["0s", 0],
  ])("%p is %d ms", (text, ms) => {
    expect(milliseconds(text)).toBe(ms);
  });

  test.each(["", "10", "1x", "s", "-1s", "1s ", -1, Number.NaN, null])("%p is none", (text) => {
    expect(() => milliseconds(text)).toThrow("is not a time");
  });
});
