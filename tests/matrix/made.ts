/** What neither a link nor an example of the contract gives: what somebody has to do before, and what they get for it. */
import type { PasskeyCeremony, SecondFactorChallenge } from "#generated/types";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import { sendMail } from "../../src/modules/mail/jobs";
import type { Person, TestApp } from "../support/app";
import { Authenticator } from "../support/authenticator";
import { invite } from "../support/invitations";
import { beginLink, beginLogin, type TestProvider } from "../support/oidc-provider";
import { addPasskey, startPasskey, startTotp } from "../support/second-factors";
import type { Setting } from "./inputs";

type Values = Readonly<Record<string, unknown>>;

/** By the name of a parameter, or of a property of a body, in whichever operation. */
export const BY_NAME: Readonly<Record<string, (setting: Setting) => string | Promise<string>>> = {
  organizationId: ({ organization }) => organization.id,
  /** Of another session than the one that calls. */
  sessionId: async ({ people, person }) => (await people.app.logIn(person.known)).sessionId,
  refreshToken: async ({ people, person }) => (await people.app.logIn(person.known)).refreshToken,
  passkeyId: async ({ person }) => (await addPasskey(person)).passkey.id,
  identityId: ({ people: { app }, person }) => linkedIdentity(app, person),
  accountId: async ({ people }) => (await people.newcomer()).userId,
  jobId: ({ people }) => failedJob(people.app),
};

/** Parts of an operation's body, by the operation: what takes the place of the example's. */
export const BODIES: Readonly<Record<string, (setting: Setting) => Promise<Values>>> = {
  previewInvitation: invited,
  acceptInvitation: invited,
  declineInvitation: invited,
  verifyEmail: ({ people, person }) => linked(people.app, person, "verify_email"),
  confirmEmailChange: ({ people, person }) => linked(people.app, person, "change_email"),
  resetPassword: ({ people, person }) => linked(people.app, person, "reset_password"),
  reauthenticate: async ({ person }) => ({ password: person.password }),
  confirmTotp: async ({ people, person }) => ({ code: (await startTotp(people.app, person)).code() }),
  createPasskey: async ({ person }) => {
    const { ceremony, options } = await startPasskey(person);
    return { ceremony, response: new Authenticator().create(options) };
  },
  createPasskeySession: async ({ people: { app }, person }) => {
    const { authenticator } = await addPasskey(person);
    const { body } = await app.anonymous.call<PasskeyCeremony>("startPasskeySession");
    return { ceremony: body.ceremony, response: authenticator.get(body.options) };
  },
  startSecondFactorPasskey: async ({ people: { app }, person }) => {
    await addPasskey(person);
    return { challenge: await challengeOf(app, person) };
  },
  completeSession: async ({ people: { app }, person }) => {
    const totp = await startTotp(app, person);
    // The code before, so that the one of now is still good.
    await person.call("confirmTotp", { body: { code: totp.code(-1) } });
    return { challenge: await challengeOf(app, person), code: totp.code() };
  },
  createFederatedSession: async ({ people: { app, provider } }) =>
    visited(provider, await beginLogin(app.anonymous, PROVIDER)),
  completeIdentityLink: async ({ people: { provider }, person }) =>
    visited(provider, await beginLink(person, PROVIDER)),
};

/** What has to be so before an operation is called, by the operation. */
export const BEFORE: Readonly<Record<string, (setting: Setting) => Promise<unknown>>> = {
  sendVerification: ({ people: { app }, person }) =>
    app.sql`update users set email_verified_at = null where id = ${person.userId}`,
  createRecoveryCodes: ({ person }) => addPasskey(person),
  startReauthenticationPasskey: ({ person }) => addPasskey(person),
};

/** As the contract's examples call it. */
export const PROVIDER = "google";

/** An invitation to the person, from an organization with which they have nothing to do yet. */
async function invited({ people, person }: Setting): Promise<Values> {
  const host = await people.somebody("host");
  const { token } = await invite(people.app, host, await people.app.organization(host), person);
  return { token };
}

/** A link as a mail carries it, to the address of the person or to a new one. */
async function linked({ sql, clock, options: { ids } }: TestApp, person: Person, purpose: string): Promise<Values> {
  const token = randomToken("gwl_");
  const [id, now] = [ids.next(), clock.now()];
  const email = purpose === "change_email" ? `${id}@example.com` : person.email;
  await sql`
    insert into account_links (id, user_id, purpose, token_hash, email, created_at, expires_at)
    values (${id}, ${person.userId}, ${purpose}, ${hashToken(token)}, ${email}, ${now}, ${new Date(now.getTime() + 60_000)})
    on conflict (user_id, purpose) do update set token_hash = excluded.token_hash, email = excluded.email`;
  return { token };
}

async function linkedIdentity({ sql, clock, options: { ids } }: TestApp, { userId, email }: Person): Promise<string> {
  const id = ids.next();
  await sql`
    insert into identities (id, user_id, provider, issuer, subject, email, created_at)
    values (${id}, ${userId}, ${PROVIDER}, 'https://elsewhere.example', ${id}, ${email}, ${clock.now()})`;
  return id;
}

/** A mail that was tried as often as it may. */
async function failedJob({ sql, services, options: { ids } }: TestApp): Promise<string> {
  const mailId = ids.next();
  await services.jobs.add(sql, sendMail, { mailId });
  const [job] = await sql<{ id: string }[]>`
    update pgboss.job
    set state = 'failed', started_on = now(), completed_on = now(), output = '{ "message": "Nobody is there." }'::jsonb
    where data ->> 'mailId' = ${mailId} returning id`;
  return job!.id;
}

/** Of a login whose second factor is due. */
async function challengeOf(app: TestApp, { known: { email, password } }: Person): Promise<string> {
  const answer = await app.anonymous.call<SecondFactorChallenge>("createSession", { body: { email, password } });
  if (answer.status !== 202) throw new Error(`a second factor was not asked for: ${answer.text}`);
  return answer.body.challenge;
}

const visited = async (provider: TestProvider, begun: Parameters<TestProvider["visit"]>[0]): Promise<Values> => ({
  ...(await provider.visit(begun, provider.person())),
});
