import { defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

/** Logins at other services from which nobody came back in time. */
export const purgeAuthorizationRequests = defineScheduledJob({
  name: "identities.purge",
  cron: "37 * * * *",
  run: (ctx) => purge(ctx, (limit) => queries.deleteExpiredAuthorizationRequests(ctx.sql, ctx.clock.now(), limit)),
});
