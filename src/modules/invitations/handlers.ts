import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { presentMembership } from "../organizations/organizations";
import { accept, decline, preview } from "./answers";
import { invite, listOpen, resend, revoke } from "./invitations";
import { placeOf, presentInvitation, presentPreview } from "./present";

export const listInvitations: Handlers["listInvitations"] = async (ctx, { path, page }) => {
  const rows = await listOpen(ctx, path.organizationId, page);
  return { status: 200, body: ctx.page(rows, presentInvitation, placeOf) };
};

export const createInvitation: Handlers["createInvitation"] = async (ctx, { path, body }) => {
  const invitation = await invite(ctx, path.organizationId, body);
  return isProblem(invitation) ? invitation : { status: 201, body: presentInvitation(invitation) };
};

export const revokeInvitation: Handlers["revokeInvitation"] = async (ctx, { path }) =>
  (await revoke(ctx, path)) ? { status: 204 } : pipelineProblem("not_found");

export const resendInvitation: Handlers["resendInvitation"] = async (ctx, { path }) => {
  const invitation = await resend(ctx, path);
  return isProblem(invitation) ? invitation : { status: 200, body: presentInvitation(invitation) };
};

export const previewInvitation: Handlers["previewInvitation"] = async (ctx, { body }) => {
  const invitation = await preview(ctx, body.token);
  return isProblem(invitation) ? invitation : { status: 200, body: presentPreview(invitation) };
};

export const acceptInvitation: Handlers["acceptInvitation"] = async (ctx, { body }) => {
  const membership = await accept(ctx, body.token);
  if (isProblem(membership)) return membership;
  return { status: 200, body: presentMembership(membership), organization: membership.organizationId };
};

export const declineInvitation: Handlers["declineInvitation"] = async (ctx, { body }) => {
  const invitation = await decline(ctx, body.token);
  return isProblem(invitation) ? invitation : { status: 204, organization: invitation.organizationId };
};
