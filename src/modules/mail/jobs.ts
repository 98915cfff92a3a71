import { Type } from "@sinclair/typebox";
import { defineJob, defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";

/** Well under the time after which PostgreSQL ends a transaction that does nothing. */
const SEND_TIMEOUT_MS = 15_000;
/** Longer than a failed job can be retried. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Its retries wait 30 seconds, then twice as long each time up to two hours: 22 to 24 hours altogether. */
export const sendMail = defineJob({
  name: "mail.send",
  payload: Type.Object({ mailId: Type.String() }, { additionalProperties: false }),
  retryLimit: 18,
  retryDelaySeconds: 30,
  retryDelayMaximumSeconds: 2 * 3600,
  timeoutSeconds: 30,
  concurrency: 2,
  async run(ctx, { mailId }) {
    const signal = AbortSignal.any([ctx.signal, AbortSignal.timeout(SEND_TIMEOUT_MS)]);
    const template = await ctx.transaction((sql) => ctx.outbox.send(sql, mailId, signal));
    if (template === undefined) ctx.log.info({ mailId }, "mail: there is nothing to send any more");
    else ctx.log.info({ mailId, template }, "mail: sent");
  },
});

/** Deletes mails that nobody will ask for any more, sent or not. */
export const purgeMails = defineScheduledJob({
  name: "mail.purge",
  cron: "43 3 * * *",
  async run(ctx) {
    const before = new Date(ctx.clock.now().getTime() - KEPT_MS);
    await purge(ctx, (limit) => queries.deleteMailsBefore(ctx.sql, before, limit));
  },
});
