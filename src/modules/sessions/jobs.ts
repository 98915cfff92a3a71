import { defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

/** As long as somebody may ask where a person was logged in. */
const ENDED_KEPT_MS = 30 * 24 * 3_600_000;

/** Sessions that ended or expired a month ago, with their refresh tokens. */
export const purgeSessions = defineScheduledJob({
  name: "sessions.purge",
  cron: "11 3 * * *",
  async run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - ENDED_KEPT_MS);
    await purge(ctx, (limit) => queries.deleteTokensOfEndedSessions(ctx.sql, before, limit));
    await purge(ctx, (limit) => queries.deleteEndedSessions(ctx.sql, before, limit));
  },
});

/** Logins that nobody went on with in time. */
export const purgeChallenges = defineScheduledJob({
  name: "sessions.purge-challenges",
  cron: "43 * * * *",
  run: (ctx) => purge(ctx, (limit) => queries.deleteExpiredChallenges(ctx.sql, ctx.clock.now(), limit)),
});
