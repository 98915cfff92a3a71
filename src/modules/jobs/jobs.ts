/** Jobs of the queue itself, and of tables that belong to no module. */
import { deleteExpiredIdempotentAnswers, deleteOldChanges } from "#contract/queries";
import { defineScheduledJob, purge } from "./job";
import * as queries from "./queries";

/** Long enough to look at what went on; those that failed stay longer, see queue.ts. */
const COMPLETED_KEPT_HOURS = 3 * 24;

/** Deletes what is left of jobs that were done. */
export const purgeCompletedJobs = defineScheduledJob({
  name: "jobs.purge-completed",
  cron: "19 * * * *",
  async run(ctx) {
    for (const { name } of await queries.listQueues(ctx.sql))
      await purge(ctx, (limit) => queries.deleteCompletedJobs(ctx.sql, name, COMPLETED_KEPT_HOURS, limit));
  },
});

/** Answers that nobody can ask for again. */
export const purgeIdempotentAnswers = defineScheduledJob({
  name: "jobs.purge-idempotent-answers",
  cron: "7 * * * *",
  run: (ctx) => purge(ctx, (limit) => deleteExpiredIdempotentAnswers(ctx.sql, ctx.clock.now(), limit)),
});

/** Changes that every process that runs has read long ago. */
export const purgeCacheChanges = defineScheduledJob({
  name: "jobs.purge-cache-changes",
  cron: "23 * * * *",
  run: (ctx) => purge(ctx, (limit) => deleteOldChanges(ctx.sql, limit)),
});
