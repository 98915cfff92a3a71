import { defineScheduledJob, purge } from "../jobs/job";
import { SETUP_LIFETIME_MS } from "./factors";
import * as queries from "./queries";

/** Secrets of one-time codes that nobody confirmed in time. */
export const purgeTotpSetups = defineScheduledJob({
  name: "factors.purge",
  cron: "27 * * * *",
  async run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - SETUP_LIFETIME_MS);
    await purge(ctx, (limit) => queries.deleteTotpSecretsUnconfirmed(ctx.sql, before, limit));
  },
});
