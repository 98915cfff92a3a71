import type { Context } from "#context";
import { pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import { KeyScope } from "#generated/schemas";
import type { NewApiKey } from "#generated/types";
import { hashToken } from "#lib/opaque-tokens";
import { holdsAll } from "../members/members";
import { lockOrganization } from "../organizations/organizations";
import * as queries from "./queries";
import { endingOf, newSecret } from "./secrets";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** As the contract says: of one organization, those that were not revoked. */
const KEYS_MAXIMUM = 100;
/** In the contract's order. */
const SCOPES: readonly string[] = KeyScope.anyOf.map((scope) => scope.const);

/** A key and its secret, which is known here and nowhere else. */
export interface Grant {
  readonly row: queries.KeyRow;
  readonly secret: string;
}

/**
 * Makes a key with scopes that its maker holds. It keeps them, whatever becomes of its maker. The organization is locked
 * first, so that its keys are made one after the other and their count holds.
 */
export async function createKey(ctx: Context<"session">, organizationId: string, wanted: NewApiKey) {
  const { name, expiresInDays } = wanted;
  const asked = new Set<string>(wanted.scopes);
  if (!holdsAll(ctx.caller.scopes, asked)) return problem("scopes_not_held");
  if (!(await lockOrganization(ctx, organizationId))) return pipelineProblem("not_found");
  if ((await queries.countKeys(ctx.sql, organizationId)).count >= KEYS_MAXIMUM) return problem("too_many_keys");
  const createdAt = ctx.clock.now();
  const row = await queries.insertKey(ctx.sql, {
    id: ctx.ids.next(),
    organizationId,
    name,
    scopes: SCOPES.filter((scope) => asked.has(scope)),
    createdBy: ctx.caller.userId,
    createdAt,
    expiresAt: expiresInDays === undefined ? null : new Date(createdAt.getTime() + expiresInDays * DAY_MS),
  });
  return grant(ctx, row, createdAt);
}

/**
 * Gives a key a new secret. The one before it works until the overlap is over, any older one stops working now. The
 * key's row is locked first: of parallel rotations each replaces the secret of the one before it.
 */
export async function rotateKey(ctx: Context<"session">, place: queries.KeyPlace, overlapHours: number) {
  const now = ctx.clock.now();
  const row = await queries.lockUsableKey(ctx.sql, place, now);
  if (!row) return pipelineProblem("not_found");
  // Whoever gets the secret can do what the key may.
  if (!holdsAll(ctx.caller.scopes, row.scopes)) return problem("scopes_not_held");
  const ended = await queries.deleteReplacedSecrets(ctx.sql, row.id);
  const replacedAt = new Date(now.getTime() + overlapHours * HOUR_MS);
  const replaced = await queries.updateSecretReplaced(ctx.sql, row.id, replacedAt);
  ctx.afterCommit(() => ctx.apiKeys.forget([...ended, ...replaced]));
  return grant(ctx, row, now);
}

/** False where the organization has no such key, or it was revoked before. */
export async function revokeKey(ctx: Context, place: queries.KeyPlace): Promise<boolean> {
  const revoked = await queries.updateKeyRevoked(ctx.sql, place, ctx.clock.now());
  if (!revoked) return false;
  // Now that no rotation can add one.
  const secrets = await queries.selectSecrets(ctx.sql, revoked.id);
  ctx.afterCommit(() => ctx.apiKeys.forget(secrets));
  return true;
}

/** Revokes every key that a person made, wherever that was. */
export async function revokeKeysMadeBy(ctx: Context, sql: Sql, userId: string): Promise<void> {
  const revoked = await queries.updateKeysRevokedByMaker(sql, userId, ctx.clock.now());
  const keyIds = revoked.map(({ id }) => id);
  const secrets = await queries.selectSecretsOfKeys(sql, keyIds);
  ctx.afterCommit(() => ctx.apiKeys.forget(secrets));
}

async function grant(ctx: Context, row: queries.KeyRow, createdAt: Date): Promise<Grant> {
  const secret = newSecret();
  await queries.insertSecret(ctx.sql, {
    secretHash: hashToken(secret),
    keyId: row.id,
    ending: endingOf(secret),
    createdAt,
  });
  return { row, secret };
}
