import { type JobCounts, OUTCOMES, type RunRecord } from "../jobs/job";
import type { Series } from "./series";
import { Tally, totalOf } from "./tally";

const BUCKETS_SECONDS = [0.01, 0.1, 0.5, 2.5, 10, 60, 600];

export interface JobSources {
  /** Of the jobs that this process knows: no other label value is ever made of a run. */
  readonly names: readonly string[];
  /** Of all processes; empty where this one runs no jobs. */
  readonly counts: () => readonly JobCounts[];
}

/** Runs of this process by job and outcome, and what waits in the database. */
export function jobMetrics(series: Series, { names, counts }: JobSources): (record: RunRecord) => void {
  const labelNames = ["job", "outcome"];
  const tallies = new Map(
    names.map((job) => [job, OUTCOMES.map((outcome) => new Tally({ job, outcome }, BUCKETS_SECONDS))]),
  );
  const counted = () => [...tallies.values()].flat().filter(({ count }) => count > 0);
  series.counters("job_runs_total", "Runs that ended.", labelNames, () => counted().map(totalOf));
  series.histogram("job_run_duration_seconds", "Time that a run took.", BUCKETS_SECONDS, counted);
  const gauge = (name: string, help: string, value: (of: JobCounts) => number) =>
    series.gauges(name, help, ["job"], () => counts().map((of) => ({ labels: { job: of.name }, value: value(of) })));
  gauge("jobs_waiting", "Jobs that wait to be run, retries and later ones included.", ({ waiting }) => waiting);
  gauge("jobs_active", "Jobs that somebody runs now.", ({ active }) => active);
  gauge("jobs_failed", "Jobs that failed for good and are still kept.", ({ failed }) => failed);
  gauge("jobs_late_seconds", "How long the job that is due for longest has waited.", ({ lateSeconds }) => lateSeconds);
  return ({ job, outcome, durationMs }) => tallies.get(job)?.[OUTCOMES.indexOf(outcome)]?.add(durationMs);
}
