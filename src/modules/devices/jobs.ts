import { defineScheduledJob, purge } from "../jobs/job";
import { UNUSED_LIFETIME_MS } from "./devices";
import * as queries from "./queries";

/** Devices that were not used for a year. */
export const purgeDevices = defineScheduledJob({
  name: "devices.purge",
  cron: "29 3 * * *",
  run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - UNUSED_LIFETIME_MS);
    return purge(ctx, (limit) => queries.deleteUnusedDevices(ctx.sql, before, limit));
  },
});

/** Counts of attempts that are forgiven. */
export const purgeThrottles = defineScheduledJob({
  name: "devices.purge-throttles",
  cron: "41 * * * *",
  run: (ctx) => purge(ctx, (limit) => queries.deleteIdleThrottles(ctx.sql, ctx.clock.now(), limit)),
});
