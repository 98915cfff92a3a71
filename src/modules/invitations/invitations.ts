import type { Context } from "#context";
import type { PageInput } from "#contract/context";
import { isProblem, pipelineProblem } from "#contract/problem";
import { problem } from "#generated/problems";
import { hashToken, randomToken } from "#lib/opaque-tokens";
import { grantableRole, holdsRole } from "../members/members";
import { lockOrganization } from "../organizations/organizations";
import { invitationLink, invitationMail } from "./mail";
import * as queries from "./queries";

/** As the contract says: how long a link works. */
const LIFETIME_MS = 7 * 24 * 60 * 60_000;
/** As the contract says. Expired invitations count, because they are listed. */
const OPEN_INVITATIONS_MAXIMUM = 1_000;
const TOKEN_PREFIX = "gwi_";

type Inviting = Context<"session" | "apiKey">;

/**
 * Invites whoever has the address. The organization is locked first, so that its invitations are made one after the other:
 * each sees all that came before, and so neither a second one for the address nor one too many is made.
 */
export async function invite(ctx: Inviting, organizationId: string, { email, role }: { email: string; role: string }) {
  const organization = await lockOrganization(ctx, organizationId);
  if (!organization) return pipelineProblem("not_found");
  if (organization.personalTo !== null) return problem("personal_organization");
  const granted = await grantableRole(ctx, organizationId, role);
  if (isProblem(granted)) return granted;
  if (await queries.selectMemberByEmail(ctx.sql, organizationId, email)) return problem("already_a_member");
  const { token, tokenHash, at, expiresAt } = newLink(ctx);
  await queries.updateExpiredInvitationSettled(ctx.sql, organizationId, email, at);
  const invitedBy = ctx.caller.scheme === "session" ? ctx.caller.userId : null;
  const id = ctx.ids.next();
  const invitation = { id, organizationId, email, role, tokenHash, invitedBy, at, expiresAt };
  const row = await queries.insertInvitation(ctx.sql, invitation);
  if (!row) return problem("already_invited");
  const open = await queries.countOpenInvitations(ctx.sql, organizationId);
  if (open.count > OPEN_INVITATIONS_MAXIMUM) return problem("too_many_invitations");
  await sendLink(ctx, email, organization.name, token);
  return row;
}

/**
 * Sends a new link, and the one before stops working. Nobody gives new life to an invitation into a role with scopes that
 * they do not hold: what the role may do now is what counts.
 */
export async function resend(ctx: Inviting, key: queries.InvitationKey) {
  const open = await queries.lockOpenInvitation(ctx.sql, key);
  if (!open) return pipelineProblem("not_found");
  if (!(await holdsRole(ctx, key.organizationId, open.role))) return problem("scopes_not_held");
  const { token, tokenHash, at: sentAt, expiresAt } = newLink(ctx);
  const row = await queries.updateInvitationSent(ctx.sql, key, { tokenHash, sentAt, expiresAt });
  await sendLink(ctx, row.email, open.organizationName, token);
  return row;
}

/** False where the organization has no such open invitation. */
export async function revoke(ctx: Inviting, key: queries.InvitationKey): Promise<boolean> {
  return (await queries.updateInvitationSettled(ctx.sql, key, "revoked", ctx.clock.now())) !== undefined;
}

/** Expired ones included, because they can be sent again. */
export const listOpen = (ctx: Inviting, organizationId: string, page: PageInput) =>
  queries.listOpenInvitations(ctx.sql, organizationId, page);

function newLink(ctx: Inviting) {
  const token = randomToken(TOKEN_PREFIX);
  const at = ctx.clock.now();
  return { token, tokenHash: hashToken(token), at, expiresAt: new Date(at.getTime() + LIFETIME_MS) };
}

function sendLink(ctx: Inviting, to: string, organizationName: string, token: string): Promise<void> {
  const mail = invitationMail({ to, organizationName, link: invitationLink(ctx.appUrl, token) });
  return ctx.outbox.add(ctx.sql, mail);
}
