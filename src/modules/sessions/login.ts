import type { Context } from "#context";
import { isProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { Credentials, PasskeyCredentials } from "#generated/types";
import { type AccountRow, findAccount, isGone, lockAccount, passwordFits } from "../accounts/accounts";
import { type Attempt, giveBackAttempt, recognizeDevice, takeAttempt } from "../devices/devices";
import { secondFactorsOf } from "../factors/factors";
import { answerCeremony } from "../passkeys/passkeys";
import { challenge } from "./second-factor";
import { admit, begin, type Login, startSession } from "./start";

type Required<Body> = Body & { transport: Login["transport"] };

/**
 * Goes on with a login whose first factor was right: answers with a session, or with a challenge where the account has
 * second factors. The caller's handler can answer with it.
 */
export async function logIn(ctx: Context, sql: Sql, { userId, ...login }: Login & { userId: string }) {
  const person = await admit(ctx, sql, userId);
  return isProblem(person) ? person : proceed(ctx, sql, person, login);
}

/**
 * A login by address and password. Both ways, with an account and without one, ask the database the same, count the
 * attempt the same and hash once. What counts the attempt is committed by itself, so that of a thousand at once no more
 * than allowed are hashed; after that nothing is locked while the hash is made.
 */
export async function logInByPassword(ctx: Context<"public">, body: Required<Credentials>) {
  const { email, password, transport, deviceToken } = body;
  const account = await findAccount(ctx.sql, email);
  const deviceId = (await recognizeDevice(ctx, ctx.sql, account?.id, deviceToken))?.id;
  const attempt = { email, deviceId };
  const waitSeconds = await takeAttempt(ctx, ctx.sql, attempt);
  if (waitSeconds !== null) return problem("too_many_attempts", { retryAfter: waitSeconds });
  const fits = await checked(ctx, attempt, passwordFits(ctx, account, password));
  if (!account || !fits) return problem("invalid_credentials", { actor: account?.id });
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const person = await lockAccount(sql, account.id);
    // The password was changed, or the account erased, while this one was hashed.
    if (person?.passwordHash !== account.passwordHash || isGone(person, ctx.clock.now()))
      return problem("invalid_credentials", { actor: account.id });
    await giveBackAttempt(sql, attempt);
    return logIn(ctx, sql, { userId: account.id, transport, deviceToken, deviceId, signer });
  });
}

/** A login by a passkey, whose device has seen that it is the person: two factors in one. */
export async function logInByPasskey(ctx: Context<"public">, body: Required<PasskeyCredentials>) {
  const { ceremony, response, transport, deviceToken } = body;
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const answer = await answerCeremony(ctx, sql, "login", ceremony, response, null);
    if (isProblem(answer)) return answer;
    return startSession(ctx, sql, { userId: answer.userId, transport, deviceToken, signer });
  });
}

async function proceed(ctx: Context, sql: Sql, person: AccountRow, login: Login) {
  const factors = await secondFactorsOf(sql, person.id);
  const isAsked = factors.totp || factors.passkeys > 0;
  return isAsked ? challenge(ctx, sql, person.id, login, factors) : begin(ctx, sql, person, login);
}

/** What was not checked, because too many wait, does not count. */
export async function checked<R>({ sql }: Pick<Context, "sql">, attempt: Attempt, check: Promise<R>): Promise<R> {
  return check.catch(async (error: unknown) => {
    if (isProblem(error)) await giveBackAttempt(sql, attempt);
    throw error;
  });
}
