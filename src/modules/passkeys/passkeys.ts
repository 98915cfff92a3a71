import type { Context } from "#context";
import { isProblem, pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { NewPasskey } from "#generated/types";
import { lockPerson, tell } from "../accounts/accounts";
import { forgetRecoveryCodesIfLast, issueFirstRecoveryCodes } from "../factors/factors";
import { PASSKEYS_MAXIMUM, refused, startCeremony, takeChallenge } from "./ceremonies";
import { passkeyAddedMail, passkeyRemovedMail } from "./mail";
import * as queries from "./queries";
import { verifyCreation } from "./webauthn";

export { answerCeremony, startCeremony } from "./ceremonies";

export async function startPasskey(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const { count } = await queries.countPasskeys(ctx.sql, userId);
  return count < PASSKEYS_MAXIMUM ? startCeremony(ctx, ctx.sql, "registration", userId) : problem("too_many_passkeys");
}

/** Answers with the passkey, and with recovery codes where it is the account's first second factor. */
export async function addPasskey(ctx: Context<"session">, { ceremony, name, response }: NewPasskey) {
  const { sql, relyingParty } = ctx;
  const { userId } = ctx.caller;
  const challenge = await takeChallenge(ctx, sql, "registration", ceremony, userId);
  if (!challenge) return refused(ctx, "the ceremony does not work");
  const credential = await verifyCreation(relyingParty, challenge, response).catch((error: unknown) =>
    refused(ctx, String(error)),
  );
  if (isProblem(credential)) return credential;
  const person = await lockPerson(sql, userId);
  const { count } = await queries.countPasskeys(sql, userId);
  if (count >= PASSKEYS_MAXIMUM) return problem("too_many_passkeys");
  const id = ctx.ids.next();
  const passkey = await queries.insertPasskey(sql, { id, userId, ...credential, name, createdAt: ctx.clock.now() });
  if (!passkey) return problem("passkey_exists");
  await tell(ctx, sql, person, (recipient) => passkeyAddedMail(recipient, name));
  return { passkey, recoveryCodes: await issueFirstRecoveryCodes(ctx, sql, userId) };
}

/** Whether a person who is locked has anything to log in with: a password, a passkey or an identity. */
export const hasCredential = async (sql: Sql, userId: string): Promise<boolean> =>
  (await queries.hasCredential(sql, userId)).has;

export const listPasskeys = (ctx: Context<"session">) =>
  queries.listPasskeysByUser(ctx.sql, ctx.caller.userId, PASSKEYS_MAXIMUM);

export const renamePasskey = (ctx: Context<"session">, id: string, name: string) =>
  queries.updatePasskeyName(ctx.sql, { id, userId: ctx.caller.userId }, name);

/** Undefined once it is gone. */
export async function removePasskey(ctx: Context<"session">, id: string) {
  const { userId } = ctx.caller;
  const person = await lockPerson(ctx.sql, userId);
  const removed = await queries.deletePasskey(ctx.sql, { id, userId });
  if (!removed) return pipelineProblem("not_found");
  if (!(await hasCredential(ctx.sql, userId))) return problem("last_credential");
  await forgetRecoveryCodesIfLast(ctx.sql, userId);
  await tell(ctx, ctx.sql, person, (recipient) => passkeyRemovedMail(recipient, removed.name));
  return undefined;
}

export async function removeAllPasskeys(sql: Sql, userId: string): Promise<void> {
  await queries.deletePasskeys(sql, userId);
}
