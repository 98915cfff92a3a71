import { defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

/** Questions that no device has answered in time. */
export const purgeCeremonies = defineScheduledJob({
  name: "passkeys.purge",
  cron: "37 * * * *",
  run: (ctx) => purge(ctx, (limit) => queries.deleteExpiredCeremonies(ctx.sql, ctx.clock.now(), limit)),
});
