import { createHash } from "node:crypto";
import type { Context } from "#context";
import type { Sql } from "#db/client";
import * as queries from "./queries";

/** So many wrong attempts may follow each other at once; each is forgiven after the interval. */
interface Allowance {
  readonly name: string;
  readonly burst: number;
  readonly intervalMs: number;
}

/**
 * Ten are for whoever tries all the passwords that they have. After them all unknown devices of the world together have
 * 2,880 a day for one account, whose password is not among those that many people have.
 */
const PASSWORDS: Allowance = { name: "password", burst: 10, intervalMs: 30_000 };

/**
 * Of a million codes three are right at a time, because of the drift, so 96 tries a day find one in ten years on average;
 * and who may try them knows the password.
 */
const PROOFS: Allowance = { name: "proof", burst: 10, intervalMs: 15 * 60_000 };

/** What clocks of several servers may differ by. */
const CLOCK_DIFFERENCE_MS = 60_000;

/**
 * What is attempted: the password of an address, whether or not it has an account, or a second factor or other proof of a
 * person who is known. A device that the account knows has a count of its own, so that nobody else uses it up.
 */
export type Attempt = ({ readonly email: string } | { readonly userId: string }) & { readonly deviceId?: string };

/**
 * Counts an attempt, unless there were too many. Answers with null, or with the seconds until the next one. Call it on the
 * pool, before what is attempted is checked: it is one statement, so that of many at once no more than allowed get through,
 * and what counts, counts whatever becomes of the request.
 *
 * GCRA (ITU-T I.371, annex A): one instant says how far the allowance is used up, the theoretical arrival time of the next
 * attempt that would leave it whole.
 */
export async function takeAttempt(
  { clock }: Pick<Context, "clock">,
  sql: Sql,
  attempt: Attempt,
): Promise<number | null> {
  const { keyHash, burst, intervalMs } = counted(attempt);
  const now = clock.now();
  const latestMs = now.getTime() + (burst - 1) * intervalMs;
  const taken = await queries.upsertThrottle(sql, {
    keyHash,
    now,
    latest: new Date(latestMs),
    // Nothing of ours comes to lie beyond: the clock was set back, and what it says is for nobody to wait for.
    impossible: new Date(latestMs + intervalMs + CLOCK_DIFFERENCE_MS),
    intervalMs,
  });
  if (taken) return null;
  const throttle = await queries.selectThrottle(sql, keyHash);
  const waitMs = throttle ? Date.parse(throttle.arrivesAt) - latestMs : 0;
  return Math.max(1, Math.ceil(waitMs / 1000));
}

/** For an attempt that was right, or that was not checked at all. */
export async function giveBackAttempt(sql: Sql, attempt: Attempt): Promise<void> {
  const { keyHash, intervalMs } = counted(attempt);
  await queries.updateThrottleGivenBack(sql, keyHash, intervalMs);
}

function counted(attempt: Attempt) {
  const [allowance, of] = "email" in attempt ? [PASSWORDS, attempt.email.toLowerCase()] : [PROOFS, attempt.userId];
  const subject = attempt.deviceId === undefined ? of : `device ${attempt.deviceId}`;
  return { keyHash: createHash("sha256").update(`${allowance.name} ${subject}`).digest(), ...allowance };
}
