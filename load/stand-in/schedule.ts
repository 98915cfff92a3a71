/** When iterations begin and how many users there are, from the stages of a ramp. */
import type { Arrivals, Stage, Users } from "./options";

export const durationOf = (stages: readonly Stage[]): number =>
  stages.reduce((sum, { durationMs }) => sum + durationMs, 0);

/**
 * The instants at which iterations begin, in milliseconds: where the area under the rate comes to 0, 1, 2 and so on. A
 * constant rate of 10 a second begins ten in the first second, at 0, 100 and so on to 900 ms.
 */
export function* arrivalTimes({ start, unitMs, stages }: Arrivals): Generator<number> {
  let next = 0;
  let [area, beginMs, from] = [0, 0, start / unitMs];
  for (const { durationMs, target } of stages) {
    const to = target / unitMs;
    const whole = area + ((from + to) / 2) * durationMs;
    // A hair less than the whole: what would begin as the stage ends belongs to the next one, if there is one.
    for (; next < whole - 1e-9; next++) yield beginMs + timeOfArea(next - area, from, to, durationMs);
    [area, beginMs, from] = [whole, beginMs + durationMs, to];
  }
}

/** Solves from * t + (to - from) * t² / (2 * durationMs) = area, in the form that loses no digits. */
function timeOfArea(area: number, from: number, to: number, durationMs: number): number {
  if (area <= 0) return 0;
  const slope = (to - from) / durationMs;
  return (2 * area) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * area)));
}

export interface Step {
  readonly atMs: number;
  readonly users: number;
}

/** Each change of the number of users by one, with its instant. A stage of no length jumps. */
export function* userSteps({ start, stages }: Pick<Users, "start" | "stages">): Generator<Step> {
  yield { atMs: 0, users: start };
  let [beginMs, from] = [0, start];
  for (const { durationMs, target } of stages) {
    if (durationMs === 0 && target !== from) yield { atMs: beginMs, users: target };
    else {
      const change = Math.abs(target - from);
      for (let step = 1; step <= change; step++)
        yield { atMs: beginMs + (step / change) * durationMs, users: from + Math.sign(target - from) * step };
    }
    [beginMs, from] = [beginMs + durationMs, target];
  }
}
