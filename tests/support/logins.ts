/** Logins as clients make them, step by step. */
import type { BearerGrant, SecondFactorChallenge } from "#generated/types";
import { type Known, Person, type TestApp } from "./app";

export const WRONG_PASSWORD = "certainly not the password";

/** One attempt to log in as a program, from a device that nobody knows unless its token is given. */
export const attempt = (app: TestApp, { email, password }: Known, deviceToken?: string, headers = {}) =>
  app.anonymous.call<BearerGrant>("createSession", { body: { email, password, deviceToken }, headers });

/** The device token of a login from a new device. */
export async function newDevice(app: TestApp, known: Known): Promise<string> {
  const { status, body, text } = await attempt(app, known);
  if (status !== 201 || !body.deviceToken) throw new Error(`no new device: ${text}`);
  return body.deviceToken;
}

/** The first step of a login of somebody with second factors. */
export async function challengeOf(
  app: TestApp,
  { email, password }: Known,
  more: { transport?: "bearer" | "cookie"; deviceToken?: string } = {},
): Promise<SecondFactorChallenge> {
  const input = { body: { email, password, ...more } };
  const { status, body, text } = await app.anonymous.call<SecondFactorChallenge>("createSession", input);
  if (status !== 202) throw new Error(`no second factor was asked for: ${text}`);
  return body;
}

/** The second step; `factor` is what stands in the body beside the challenge. */
export const complete = (app: TestApp, challenge: string, factor: Record<string, unknown>) =>
  app.anonymous.call<BearerGrant>("completeSession", { body: { challenge, ...factor } });

/** Whoever has a grant of a login. */
export const personWith = (app: TestApp, known: Known, grant: BearerGrant) => new Person(app.send, known, grant);

/** How many sessions of this person work. */
export async function liveSessions({ sql, clock }: TestApp, userId: string): Promise<number> {
  const rows = await sql`
    select id from sessions where user_id = ${userId} and ended_at is null and expires_at > ${clock.now()}`;
  return rows.length;
}

/** From now on nobody logs in to it; its sessions are left alone. */
export const suspend = ({ sql, clock }: TestApp, userId: string) =>
  sql`update users set suspended_at = ${clock.now()}, suspension_reason = 'Sends spam' where id = ${userId}`;

/** The mails of one kind to somebody. */
export const mailsOf = async (app: TestApp, template: string, email: string) =>
  (await app.mails()).filter((mail) => mail.template === template && mail.to === email);
