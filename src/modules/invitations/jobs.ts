import { defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

const ENDED_KEPT_MS = 90 * 24 * 3_600_000;

/** Invitations that were answered, revoked or forgotten three months ago. The audit log still knows them. */
export const purgeInvitations = defineScheduledJob({
  name: "invitations.purge",
  cron: "21 3 * * *",
  run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - ENDED_KEPT_MS);
    return purge(ctx, (limit) => queries.deleteEndedInvitations(ctx.sql, before, limit));
  },
});
