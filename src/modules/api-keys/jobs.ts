import { defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

const ENDED_KEPT_MS = 90 * 24 * 3_600_000;

/** Keys that were revoked or expired three months ago, with their secrets. The audit log still knows them. */
export const purgeApiKeys = defineScheduledJob({
  name: "api-keys.purge",
  cron: "31 3 * * *",
  run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - ENDED_KEPT_MS);
    return purge(ctx, (limit) => queries.deleteEndedKeys(ctx.sql, before, limit));
  },
});
