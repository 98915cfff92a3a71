import type { PageKey } from "#contract/context";
import type { Job, JobState } from "#generated/types";
import type { JobRow } from "./queries";

/** What pg-boss calls them. Nothing of ours cancels a job. */
const STATES: Readonly<Record<JobRow["state"], JobState>> = {
  created: "waiting",
  retry: "waiting",
  active: "running",
  failed: "failed",
  cancelled: "done",
  completed: "done",
};

export const presentJob = (row: JobRow): Job => ({
  id: row.id,
  name: row.name,
  state: STATES[row.state],
  attempts: row.attempts,
  error: row.error,
  createdAt: row.createdAt,
  startsAt: row.startsAt,
  startedAt: row.startedAt,
  endedAt: row.endedAt,
});

/** Where a job stands in the list, which is in the order of (created_on, id). */
export const placeOf = ({ createdAt, id }: JobRow): PageKey => ({ at: createdAt, id });
