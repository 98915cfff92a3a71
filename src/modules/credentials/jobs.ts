import { Type } from "@sinclair/typebox";
import { defineJob, defineScheduledJob, purge } from "../jobs/job";
import * as queries from "./queries";
import { sendAccountExists, sendReset, sendWelcome } from "./sending";

/** They make links and mails in one short transaction. Their retries end after an hour: nobody waits for longer. */
const LIMITS = {
  retryLimit: 8,
  retryDelaySeconds: 15,
  retryDelayMaximumSeconds: 15 * 60,
  timeoutSeconds: 30,
  concurrency: 2,
};

/** After a registration: `userId` is the new account's, or null where the address had one. */
export const welcome = defineJob({
  name: "credentials.welcome",
  payload: Type.Object(
    { userId: Type.Union([Type.String(), Type.Null()]), email: Type.String() },
    { additionalProperties: false },
  ),
  ...LIMITS,
  run: (ctx, { userId, email }) =>
    ctx.transaction((sql) => (userId === null ? sendAccountExists(ctx, sql, email) : sendWelcome(ctx, sql, userId))),
});

/** After a request for a new password. */
export const sendPasswordReset = defineJob({
  name: "credentials.send-password-reset",
  payload: Type.Object({ email: Type.String() }, { additionalProperties: false }),
  ...LIMITS,
  run: (ctx, { email }) => ctx.transaction((sql) => sendReset(ctx, sql, email)),
});

/** Links that nobody used in their time. */
export const purgeLinks = defineScheduledJob({
  name: "credentials.purge-links",
  cron: "25 * * * *",
  run: (ctx) => purge(ctx, (limit) => queries.deleteExpiredLinks(ctx.sql, ctx.clock.now(), limit)),
});
