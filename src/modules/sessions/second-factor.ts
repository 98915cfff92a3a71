import type { Context } from "#context";
import { isProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { DeviceToken, SecondFactor, SecondFactorChallenge } from "#generated/types";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import { giveBackAttempt, recognizeDevice, takeAttempt } from "../devices/devices";
import { secondFactorsOf, useRecoveryCode, useTotpCode } from "../factors/factors";
import { answerCeremony, startCeremony } from "../passkeys/passkeys";
import * as queries from "./queries";
import { admit, begin, type Login } from "./start";

const PREFIX = "gwc_";
/** As the contract says: how long a challenge works, and for how many tries. */
const LIFETIME_SECONDS = 600;
const TRIES_MAXIMUM = 5;

type Factors = Awaited<ReturnType<typeof secondFactorsOf>>;

/** Ends the first step of a login, and answers with the handler's result. Opens nothing but the second step. */
export async function challenge(ctx: Context, sql: Sql, userId: string, login: Login, factors: Factors) {
  const token = randomToken(PREFIX);
  const createdAt = ctx.clock.now();
  await queries.insertChallenge(sql, {
    tokenHash: hashToken(token),
    userId,
    deviceId: login.deviceId ?? (await recognizeDevice(ctx, sql, userId, login.deviceToken))?.id ?? null,
    transport: login.transport,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + LIFETIME_SECONDS * 1000),
  });
  const body: SecondFactorChallenge = { challenge: token, methods: methodsOf(factors), expiresIn: LIFETIME_SECONDS };
  return { status: 202, body, actor: userId } as const;
}

/**
 * The second step: spends the challenge and starts the session that it was for, or neither. A try counts before it is
 * looked at, for the challenge and, where it can be guessed, for the account: with new challenges nobody gets more.
 */
export async function completeLogin(ctx: Context<"public">, factor: SecondFactor, deviceToken?: DeviceToken) {
  const tokenHash = hashToken(factor.challenge);
  const open = await queries.selectChallenge(ctx.sql, tokenHash, ctx.clock.now(), TRIES_MAXIMUM);
  if (!open) return problem("challenge_not_valid");
  const { userId } = open;
  const transport = open.isForCookies ? "cookie" : "bearer";
  const deviceId = open.deviceId ?? undefined;
  const attempt = { userId, deviceId };
  const isGuessable = factor.method !== "passkey";
  const waitSeconds = isGuessable ? await takeAttempt(ctx, ctx.sql, attempt) : null;
  if (waitSeconds !== null) return problem("too_many_attempts", { retryAfter: waitSeconds });
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const person = await admit(ctx, sql, userId);
    if (isProblem(person)) return person;
    const tried = await queries.updateChallengeTried(sql, tokenHash, ctx.clock.now(), TRIES_MAXIMUM);
    if (!tried) return problem("challenge_not_valid");
    const refused = await refusal(ctx, sql, userId, factor);
    if (refused) return refused;
    await queries.deleteChallenge(sql, tokenHash);
    if (isGuessable) await giveBackAttempt(sql, attempt);
    return begin(ctx, sql, person, { transport, deviceToken, deviceId, signer });
  });
}

/** A question to the passkeys of whoever the challenge is for. */
export async function startSecondFactorPasskey(ctx: Context<"public">, token: string) {
  const open = await queries.selectChallenge(ctx.sql, hashToken(token), ctx.clock.now(), TRIES_MAXIMUM);
  if (!open) return problem("challenge_not_valid");
  const { passkeys } = await secondFactorsOf(ctx.sql, open.userId);
  return passkeys > 0 ? startCeremony(ctx, ctx.sql, "second_factor", open.userId) : problem("no_passkey");
}

async function refusal(ctx: Context, sql: Sql, userId: string, factor: SecondFactor) {
  if (factor.method === "passkey") {
    const answer = await answerCeremony(ctx, sql, "second_factor", factor.ceremony, factor.response, userId);
    return isProblem(answer) ? problem("passkey_refused", { actor: userId }) : undefined;
  }
  const use = factor.method === "totp" ? useTotpCode : useRecoveryCode;
  return (await use(ctx, sql, userId, factor.code)) ? undefined : problem("wrong_code", { actor: userId });
}

const methodsOf = ({ totp, passkeys, recoveryCodes }: Factors): SecondFactorChallenge["methods"] => [
  ...(totp ? ["totp" as const] : []),
  ...(passkeys > 0 ? ["passkey" as const] : []),
  ...(recoveryCodes > 0 ? ["recovery_code" as const] : []),
];
