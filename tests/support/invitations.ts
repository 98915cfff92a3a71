/** Invitations as people get them: by mail. */
import type { Invitation, InvitationPage } from "#generated/types";
import { registration, type TestApp } from "./app";
import type { AnonymousClient } from "./client";

export interface Invited extends Invitation {
  /** What the link in the mail carries. */
  readonly token: string;
}

/** An address that has no account. */
export const newAddress = (): string => registration().email;

/** Invites, by the server's own operation. */
export async function invite(
  app: TestApp,
  by: AnonymousClient,
  organizationId: string,
  { email = newAddress(), role = "member" } = {},
): Promise<Invited> {
  const input = { path: { organizationId }, body: { email, role } };
  const { status, body, text } = await by.call<Invitation>("createInvitation", input);
  if (status !== 201) throw new Error(`nobody was invited: ${text}`);
  return { ...body, token: await tokenSentTo(app, email) };
}

export const mailsTo = async (app: TestApp, email: string) => (await app.mails()).filter(({ to }) => to === email);

/** The token in the last invitation to an address. */
export async function tokenSentTo(app: TestApp, email: string): Promise<string> {
  const invitations = (await mailsTo(app, email)).filter(({ template }) => template === "invitation");
  const token = tokenIn(invitations.at(-1)?.text ?? "");
  if (!token) throw new Error(`no invitation was sent to ${email}`);
  return token;
}

export const tokenIn = (text: string): string | undefined => /#token=(\S+)$/.exec(text)?.[1];

/** How the page behind a link would find it. */
export const previewStatus = async (app: TestApp, token: string) =>
  (await app.anonymous.call("previewInvitation", { body: { token } })).status;

export const openInvitations = async (by: AnonymousClient, organizationId: string) =>
  (await by.call<InvitationPage>("listInvitations", { path: { organizationId }, query: { limit: 100 } })).body.items;

/** From now on the organization does not exist for anybody. */
export const endOrganization = (app: TestApp, organizationId: string) =>
  app.sql`update organizations set deletes_at = ${app.clock.now()} where id = ${organizationId}`;

/** The role that somebody has in an organization; undefined where they do not belong to it. */
export async function roleOf(app: TestApp, organizationId: string, userId: string): Promise<string | undefined> {
  const rows = await app.sql<{ role: string }[]>`
    select role from members where organization_id = ${organizationId} and user_id = ${userId}`;
  return rows[0]?.role;
}
