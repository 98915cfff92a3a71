import type { Context } from "#context";
import { isProblem, pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { PasskeyProof, PasswordProof, Proof } from "#generated/types";
import { lockAccount, passwordFits, readAccount } from "../accounts/accounts";
import { giveBackAttempt, takeAttempt } from "../devices/devices";
import { secondFactorsOf, useTotpCode } from "../factors/factors";
import type { SigningKey } from "../keys/keyring";
import { answerCeremony, startCeremony } from "../passkeys/passkeys";
import { checked } from "./login";
import { presentAccess } from "./present";
import * as queries from "./queries";
import { grantAccess } from "./start";

/**
 * Lets the caller prove again who they are, and answers with the handler's result: an access token of the same session.
 * What one logs in with is asked for: a passkey, or the password and, where the account has second factors, a code.
 */
export const reauthenticate = (ctx: Context<"session">, proof: Proof) =>
  proof.method === "passkey" ? byPasskey(ctx, proof) : byPassword(ctx, proof);

/** A question to the caller's passkeys. */
export async function startReauthenticationPasskey(ctx: Context<"session">) {
  const { userId } = ctx.caller;
  const { passkeys } = await secondFactorsOf(ctx.sql, userId);
  return passkeys > 0 ? startCeremony(ctx, ctx.sql, "reauthentication", userId) : problem("no_passkey");
}

async function byPasskey(ctx: Context<"session">, { ceremony, response }: PasskeyProof) {
  const { userId } = ctx.caller;
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const answer = await answerCeremony(ctx, sql, "reauthentication", ceremony, response, userId);
    return isProblem(answer) ? problem("proof_refused") : renew(ctx, sql, signer);
  });
}

/** As at a login: the attempt counts before the password is looked at, and nothing is locked while it is hashed. */
async function byPassword(ctx: Context<"session">, { password, code }: PasswordProof) {
  const { userId, sessionId } = ctx.caller;
  const account = await readAccount(ctx.sql, userId);
  const session = await queries.selectSessionDevice(ctx.sql, sessionId);
  const attempt = { userId, deviceId: session?.deviceId ?? undefined };
  const waitSeconds = await takeAttempt(ctx, ctx.sql, attempt);
  if (waitSeconds !== null) return problem("too_many_attempts", { retryAfter: waitSeconds });
  if (!(await checked(ctx, attempt, passwordFits(ctx, account, password)))) return problem("proof_refused");
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const person = await lockAccount(sql, userId);
    if (person?.passwordHash !== account?.passwordHash) return problem("proof_refused");
    if (!(await isSecondFactorGiven(ctx, sql, userId, code))) return problem("proof_refused");
    await giveBackAttempt(sql, attempt);
    return renew(ctx, sql, signer);
  });
}

async function isSecondFactorGiven(ctx: Context<"session">, sql: Sql, userId: string, code: string | undefined) {
  const { totp, passkeys } = await secondFactorsOf(sql, userId);
  if (!totp && passkeys === 0) return true;
  return code !== undefined && useTotpCode(ctx, sql, userId, code);
}

async function renew(ctx: Context<"session">, sql: Sql, signer: SigningKey) {
  const { sessionId, userId, transport } = ctx.caller;
  const now = ctx.clock.now();
  const row = await queries.updateSessionAuthenticated(sql, { id: sessionId, userId }, now);
  if (!row) return pipelineProblem("unauthenticated");
  const session = {
    id: sessionId,
    userId,
    createdAt: new Date(row.createdAt),
    authenticatedAt: now,
    expiresAt: new Date(row.expiresAt),
  };
  const access = await grantAccess(ctx, session, signer);
  return { status: 200, ...presentAccess(transport, { sessionId, ...access }) } as const;
}
