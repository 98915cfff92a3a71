/** Links to people's accounts, as they get them: by mail. */
import { type Person, registration, type TestApp } from "./app";
import { mailsTo, tokenIn } from "./invitations";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** How long nobody gets a second mail that anybody can cause. */
export const QUIET = 5 * MINUTE;
/** By its form it could be a link's. */
export const MADE_UP = `gwl_${"x".repeat(43)}`;

/** Somebody new who has registered and logged in, and whose welcome waits in their mailbox. */
export async function newcomer(app: TestApp, given: Partial<ReturnType<typeof registration>> = {}): Promise<Person> {
  const person = registration(given);
  await app.anonymous.call("createUser", { body: person });
  return app.logIn(person);
}

/** The kinds of mail that an address got, in their order. */
export const templatesTo = async (app: TestApp, email: string) =>
  (await mailsTo(app, email)).map(({ template }) => template);

/** The tokens of all links of one kind of mail to an address, in their order. */
export const tokensOf = async (app: TestApp, email: string, template: string) =>
  (await mailsTo(app, email)).filter((mail) => mail.template === template).map(({ text }) => tokenIn(text)!);

/** The token in the last mail of this kind to an address. */
export async function tokenOf(app: TestApp, email: string, template: string): Promise<string> {
  const token = (await tokensOf(app, email, template)).at(-1);
  if (!token) throw new Error(`no link of the kind ${template} was sent to ${email}`);
  return token;
}

/** Asks for a new password as anybody can, and answers with what the link in the mail carries. */
export async function resetToken(app: TestApp, email: string): Promise<string> {
  await app.anonymous.call("requestPasswordReset", { body: { email } });
  return tokenOf(app, email, "reset-password");
}
