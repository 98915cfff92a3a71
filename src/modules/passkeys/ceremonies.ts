import type { Context } from "#context";
import { isProblem, type Problem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { PasskeyCeremony, PublicKeyCredential } from "#generated/types";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import { lockPerson } from "../accounts/accounts";
import * as queries from "./queries";
import * as webauthn from "./webauthn";

/** As the contract says. */
export const PASSKEYS_MAXIMUM = 20;
const TOKEN_PREFIX = "gwp_";
/** Web Authentication, level 3, section 13.4.3: at least 16. */
const CHALLENGE_BYTES = 32;
/** What a refusal says of its reason is in part what the caller sent. */
const REASON_LENGTH_MAXIMUM = 200;

type Asking = Pick<Context, "clock" | "relyingParty">;
type Checking = Asking & Pick<Context, "log">;

/**
 * A question to a device, which works once, for five minutes, for this purpose and this user. For a login nobody is known
 * yet (null), and the device offers what it has.
 */
export async function startCeremony(
  ctx: Asking,
  sql: Sql,
  purpose: queries.Purpose,
  userId: string | null,
): Promise<PasskeyCeremony> {
  const ceremony = randomToken(TOKEN_PREFIX);
  const challenge = crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES));
  const createdAt = ctx.clock.now();
  const expiresAt = new Date(createdAt.getTime() + webauthn.CEREMONY_LIFETIME_MS);
  const tokenHash = hashToken(ceremony);
  await queries.insertCeremony(sql, { tokenHash, purpose, challenge, userId, createdAt, expiresAt });
  return { ceremony, options: { ...(await optionsOf(ctx, sql, purpose, challenge, userId)) } };
}

/** Of the wrong answers too, none is looked at twice: commit what this did even where it refuses. */
export async function answerCeremony(
  ctx: Checking,
  sql: Sql,
  purpose: Exclude<queries.Purpose, "registration">,
  ceremony: string,
  response: PublicKeyCredential,
  userId: string | null,
): Promise<{ userId: string } | Problem<"passkey_refused">> {
  const challenge = await takeChallenge(ctx, sql, purpose, ceremony, userId);
  if (!challenge) return refused(ctx, "the ceremony does not work");
  const credentialId = webauthn.credentialIdOf(response);
  const passkey = credentialId && (await queries.lockPasskeyByCredentialId(sql, credentialId));
  if (!passkey || (userId !== null && passkey.userId !== userId)) return refused(ctx, "the passkey is unknown");
  const owner = passkey.userId;
  if (!webauthn.namesUser(response, owner, userId !== null)) return refused(ctx, "another user is named", owner);
  const used = await webauthn
    .verifyAssertion(ctx.relyingParty, challenge, response, passkey)
    .catch((error: unknown) => refused(ctx, String(error), owner));
  if (isProblem(used)) return used;
  await queries.updatePasskeyUsed(sql, passkey.id, { ...used, at: ctx.clock.now() });
  return { userId: owner };
}

/** The challenge of a ceremony that works for this, or undefined. Spends it, whatever it was for. */
export async function takeChallenge(
  ctx: Asking,
  sql: Sql,
  purpose: queries.Purpose,
  ceremony: string,
  userId: string | null,
): Promise<Uint8Array | undefined> {
  const row = await queries.deleteCeremony(sql, hashToken(ceremony));
  const works = row?.purpose === purpose && row.userId === userId && new Date(row.expiresAt) > ctx.clock.now();
  return works ? row.challenge : undefined;
}

/** The reason is for operators: an origin that is not configured looks like an attack. */
export function refused(ctx: Pick<Context, "log">, reason: string, actor?: string): Problem<"passkey_refused"> {
  ctx.log.info({ reason: reason.slice(0, REASON_LENGTH_MAXIMUM) }, "passkey refused");
  return problem("passkey_refused", actor === undefined ? {} : { actor });
}

async function optionsOf(
  { relyingParty }: Asking,
  sql: Sql,
  purpose: queries.Purpose,
  challenge: Uint8Array<ArrayBuffer>,
  userId: string | null,
) {
  if (userId === null) return webauthn.requestOptions(relyingParty, challenge);
  const known = await queries.listCredentialsByUser(sql, userId, PASSKEYS_MAXIMUM);
  if (purpose !== "registration") return webauthn.requestOptions(relyingParty, challenge, known);
  const user = await lockPerson(sql, userId);
  return webauthn.creationOptions(relyingParty, { challenge, user, known });
}
