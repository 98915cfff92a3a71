import type { Context } from "#context";
import { isEmail } from "#contract/formats";
import { isProblem, pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import type { AuthorizationAnswer, DeviceToken, Transport } from "#generated/types";
import { createAccount, findAccount, lockAccount, lockPerson, readAccount, tell } from "../accounts/accounts";
import { hasCredential } from "../passkeys/passkeys";
import { logIn } from "../sessions/sessions";
import { begin, finish, type Returned } from "./authorizations";
import { identityLinkedMail, identityUnlinkedMail } from "./mail";
import { presentIdentity } from "./present";
import type { FederatedPerson } from "./provider";
import * as queries from "./queries";

/** As the contract says of addresses and names, in characters. */
const EMAIL_LENGTH_MAXIMUM = 254;
const NAME_LENGTH_MAXIMUM = 100;

export const startLogin = (ctx: Context<"public">, providerId: string) => begin(ctx, providerId, null);

export const startLink = (ctx: Context<"session">, providerId: string) => begin(ctx, providerId, ctx.caller.userId);

export interface Arrival {
  readonly answer: AuthorizationAnswer;
  readonly transport: Transport;
  readonly deviceToken: DeviceToken | undefined;
}

/**
 * Logs in whoever the identity is linked to: who they are at the provider counts then, whatever their address is. One that
 * is linked to nobody makes a new account where its address is verified and nobody's here. It never leads into an account
 * that is there already: whoever has got hold of the address at any one of the providers would own it.
 */
export async function logInWithIdentity(ctx: Context<"public">, { answer, transport, deviceToken }: Arrival) {
  const person = await finish(ctx, answer, null);
  if (isProblem(person)) return person;
  const signer = await ctx.keys.signer();
  return ctx.transaction(async (sql) => {
    const userId = await accountOf(ctx, sql, person);
    return isProblem(userId) ? userId : logIn(ctx, sql, { userId, transport, deviceToken, signer });
  });
}

/**
 * Links the identity to the caller's account, who logged in to it and now to the other service. Not where the account was
 * changed meanwhile: whoever took it back, by a link to choose a new password, keeps out who was asking the provider.
 */
export async function completeLink(ctx: Context<"session">, answer: AuthorizationAnswer) {
  const { userId } = ctx.caller;
  const before = await readAccount(ctx.sql, userId);
  const person = await finish(ctx, answer, userId);
  if (isProblem(person)) return person;
  const email = usableEmail(person);
  if (email === undefined) return problem("address_not_verified");
  return ctx.transaction(async (sql) => {
    const account = await lockPerson(sql, userId);
    if (account.version !== before?.version) return problem("authorization_not_valid");
    const identity = await addIdentity(ctx, sql, { userId, email, person, lastUsedAt: null });
    if (!identity) return problem("identity_taken");
    await tell(ctx, sql, account, (recipient) => identityLinkedMail({ ...recipient, ...namesOf(ctx, identity) }));
    return { status: 200, body: presentIdentity(identity) } as const;
  });
}

export const listIdentities = ({ sql, caller }: Context<"session">) => queries.listIdentitiesByUser(sql, caller.userId);

/** Undefined once it is unlinked. The account keeps at least one way in. */
export async function unlink(ctx: Context<"session">, id: string) {
  const { sql, caller } = ctx;
  const person = await lockPerson(sql, caller.userId);
  const identity = await queries.deleteIdentity(sql, caller.userId, id);
  if (!identity) return pipelineProblem("not_found");
  if (!(await hasCredential(sql, caller.userId))) return problem("last_credential");
  await tell(ctx, sql, person, (recipient) => identityUnlinkedMail({ ...recipient, ...namesOf(ctx, identity) }));
  return undefined;
}

/** For an account that somebody else may have linked identities to, or has begun to. */
export async function removeAllIdentities(sql: Sql, userId: string): Promise<void> {
  await queries.deleteIdentitiesByUser(sql, userId);
  await queries.deleteAuthorizationRequestsByUser(sql, userId);
}

async function accountOf(ctx: Context<"public">, sql: Sql, person: Returned) {
  const known = await linkedAccount(ctx, sql, person);
  if (known) return known;
  // Of two first logins at once one makes the account, and the other finds it.
  await queries.lockIdentityKey(sql, person);
  return (await linkedAccount(ctx, sql, person)) ?? newAccount(ctx, sql, person);
}

/** The account is locked before the identity, as whoever unlinks it does: neither then waits for the other in a circle. */
async function linkedAccount({ clock }: Context, sql: Sql, person: Returned): Promise<string | undefined> {
  const linked = await queries.selectUserByIdentity(sql, person);
  if (!linked) return undefined;
  await lockAccount(sql, linked.userId);
  return (await queries.updateIdentityUsed(sql, linked.userId, person, clock.now())) && linked.userId;
}

async function newAccount(ctx: Context<"public">, sql: Sql, person: Returned) {
  const email = usableEmail(person);
  if (email === undefined) return problem("address_not_verified");
  const account = { email, name: nameOf(person, email), passwordHash: null, isVerified: true };
  const userId = await createAccount(ctx, sql, account);
  if (userId === undefined) return problem("link_needed", { actor: (await findAccount(sql, email))?.id });
  await addIdentity(ctx, sql, { userId, email, person, lastUsedAt: ctx.clock.now() });
  return userId;
}

interface Addition {
  readonly userId: string;
  readonly email: string;
  readonly person: Returned;
  readonly lastUsedAt: Date | null;
}

function addIdentity({ ids, clock }: Context, sql: Sql, { person, ...addition }: Addition) {
  const { provider, issuer, subject } = person;
  const identity = { id: ids.next(), provider: provider.id, issuer, subject, createdAt: clock.now() };
  return queries.insertIdentity(sql, { ...identity, ...addition });
}

/** Undefined where the provider does not vouch for an address, or for none that mail can be sent to. */
const usableEmail = ({ verifiedEmail: email }: FederatedPerson): string | undefined =>
  email !== null && email.length <= EMAIL_LENGTH_MAXIMUM && isEmail(email) ? email : undefined;

/** As the contract wants it; what stands before the @ where the provider has none. */
function nameOf({ name }: FederatedPerson, email: string): string {
  const cleaned = (name ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  const shortened = Array.from(cleaned || email.slice(0, email.lastIndexOf("@"))).slice(0, NAME_LENGTH_MAXIMUM);
  return shortened.join("").trim();
}

/** What a person knows an identity by. */
const namesOf = (
  { identityProviders }: Context,
  { provider, email }: Pick<queries.IdentityRow, "provider" | "email">,
) => ({
  providerName: identityProviders.find(provider)?.name ?? provider,
  providerEmail: email,
});
