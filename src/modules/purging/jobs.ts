import { defineScheduledJob } from "../jobs/job";

/**
 * Tells a content delivery network what has changed. One that does not answer is asked for most of an hour; then the job
 * counts as failed, for somebody to see, and the next one begins anew: what is due stays due.
 */
export const tellOfChanges = {
  ...defineScheduledJob({
    name: "purging.tell",
    cron: "* * * * *",
    run: async (ctx) => ctx.purging?.tell(ctx),
  }),
  retryLimit: 12,
  retryDelaySeconds: 10,
  retryDelayMaximumSeconds: 300,
  timeoutSeconds: 60,
};
