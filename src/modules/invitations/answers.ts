import type { Context } from "#context";
import { problem } from "#generated/problems";
import { hashToken } from "#lib/opaque-tokens";
import { markVerified } from "../accounts/accounts";
import { addMember } from "../members/members";
import { readMembership } from "../organizations/organizations";
import * as queries from "./queries";

/** What the invitation is for, for whoever has the link. */
export const preview = async (ctx: Context<"public">, token: string) =>
  (await queries.selectPreviewByToken(ctx.sql, hashToken(token), ctx.clock.now())) ?? problem("invitation_not_open");

/**
 * Makes the caller a member and answers with the membership. Who is a member already keeps the role that they have. Who
 * accepted before gets the same answer, as long as they are a member. Whoever has the link has read the mail that it came
 * with, so their address is verified by it.
 */
export async function accept(ctx: Context<"session">, token: string) {
  const invitation = await lockInvitation(ctx, token);
  if (!invitation) return problem("invitation_not_open");
  const { organizationId, isOpen, isTheirs, settledAs, role } = invitation;
  if (isOpen && !isTheirs) return problem("invited_somebody_else");
  if (!isOpen && !(isTheirs && settledAs === "accepted")) return problem("invitation_not_open");
  if (isOpen) {
    await addMember(ctx, { organizationId, userId: ctx.caller.userId }, role);
    await queries.updateInvitationSettled(ctx.sql, invitation, "accepted", ctx.clock.now());
    await markVerified(ctx, ctx.sql, ctx.caller.userId, invitation.email);
    ctx.afterCommit(() => ctx.liveness.forget(ctx.caller.sessionId));
  }
  return (await readMembership(ctx, organizationId)) ?? problem("invitation_not_open");
}

/** Ends the invitation without a membership. Answers with whose it was. */
export async function decline(ctx: Context<"session">, token: string) {
  const invitation = await lockInvitation(ctx, token);
  if (!invitation?.isOpen) return problem("invitation_not_open");
  if (!invitation.isTheirs) return problem("invited_somebody_else");
  await queries.updateInvitationSettled(ctx.sql, invitation, "declined", ctx.clock.now());
  return invitation;
}

async function lockInvitation(ctx: Context<"session">, token: string) {
  const now = ctx.clock.now();
  const row = await queries.lockInvitationByToken(ctx.sql, hashToken(token), ctx.caller.userId, now);
  return row && { ...row, isOpen: row.settledAs === null && new Date(row.expiresAt) > now };
}
