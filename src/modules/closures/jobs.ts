import type { PageKey } from "#contract/context";
import { withoutRows } from "#contract/log";
import { auditWork } from "#contract/policy/audit";
import type { Sql } from "#db/client";
import {
  type AccountRow,
  eraseAccount,
  isGone,
  listErasable,
  lockAccount,
  setDeletion,
  tell,
} from "../accounts/accounts";
import { defineScheduledJob, type JobContext } from "../jobs/job";
import { listSharedOrganizations } from "../members/members";
import { ownedAlone, RESTORABLE_MS } from "./closures";
import { accountDeletionPostponedMail } from "./mail";

const NAME = "closures.erase";
const ACCOUNTS_PER_STATEMENT = 100;

/**
 * Erases the accounts whose thirty days are over, each in a transaction of its own, so that one which cannot be erased
 * keeps none of the others.
 */
export const eraseAccounts = defineScheduledJob({
  name: NAME,
  cron: "51 * * * *",
  async run(ctx) {
    let failures = 0;
    let after: PageKey | null = null;
    do {
      const page = { after, limit: ACCOUNTS_PER_STATEMENT };
      const due: Awaited<ReturnType<typeof listErasable>> = await listErasable(ctx.sql, ctx.clock.now(), page);
      for (const { id } of due) if (!(await tryToErase(ctx, id))) failures++;
      const last = due.at(-1);
      after = last && due.length === ACCOUNTS_PER_STATEMENT ? { at: last.deletesAt, id: last.id } : null;
    } while (after !== null);
    if (failures > 0) throw new Error(`${failures} accounts could not be erased: see the log.`);
  },
});

async function tryToErase(ctx: JobContext, userId: string): Promise<boolean> {
  try {
    await ctx.transaction((sql) => erase(ctx, sql, userId));
    return true;
  } catch (error) {
    ctx.signal.throwIfAborted();
    ctx.log.error({ userId, cause: withoutRows(error) }, "an account could not be erased");
    return false;
  }
}

/**
 * The person may have become the only owner of an organization since they deleted their account, by founding it or by
 * restoring it. Then the account waits thirty days more, and they are told.
 */
async function erase(ctx: JobContext, sql: Sql, userId: string): Promise<void> {
  const organizations = await ownedAlone(sql, userId);
  const account = await lockAccount(sql, userId);
  if (!account || !isGone(account, ctx.clock.now())) return;
  if (organizations !== null) return postpone(ctx, sql, account, organizations);
  const shared = await listSharedOrganizations(sql, userId);
  await eraseAccount(sql, userId);
  for (const { id } of shared) await record(ctx, sql, "member.erased", userId, id);
  await record(ctx, sql, "user.erased", userId, null);
}

async function postpone(ctx: JobContext, sql: Sql, account: AccountRow, organizations: string): Promise<void> {
  const deletesAt = new Date(ctx.clock.now().getTime() + RESTORABLE_MS);
  await setDeletion(ctx, sql, account.id, deletesAt);
  await tell(ctx, sql, account, (person) => accountDeletionPostponedMail({ ...person, organizations, deletesAt }));
  ctx.log.warn({ userId: account.id, deletesAt }, "an account waits: organizations would be without an owner");
}

/** On the word of the person, who asked for it thirty days ago. The log outlives them. */
const record = (ctx: JobContext, sql: Sql, event: string, subject: string, organizationId: string | null) =>
  auditWork(ctx, sql, { event, operation: NAME, organizationId, subject, requestId: ctx.jobId });
