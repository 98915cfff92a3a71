import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { endMembership } from "../members/members";
import * as organizations from "./organizations";
import { placeOf, presentMembership, presentOrganization } from "./present";

export const listOrganizations: Handlers["listOrganizations"] = async (ctx, { page }) => {
  const rows = await organizations.listOrganizations(ctx, page);
  return { status: 200, body: ctx.page(rows, presentMembership, placeOf) };
};

export const createOrganization: Handlers["createOrganization"] = async (ctx, { body }) => {
  const row = await organizations.found(ctx, ctx.caller.userId, body);
  return { status: 201, body: presentOrganization(row), etag: row.version, organization: row.id };
};

export const getOrganization: Handlers["getOrganization"] = async (ctx, { path }) => {
  const row = await organizations.readOrganization(ctx, path.organizationId);
  return row ? { status: 200, body: presentOrganization(row), etag: row.version } : pipelineProblem("not_found");
};

export const updateOrganization: Handlers["updateOrganization"] = async (ctx, { path, body, ifMatch }) => {
  const row = await organizations.changeOrganization(ctx, path.organizationId, body, ifMatch);
  return row
    ? { status: 200, body: presentOrganization(row), etag: row.version }
    : pipelineProblem("precondition_failed");
};

export const deleteOrganization: Handlers["deleteOrganization"] = async (ctx, { path }) => {
  const row = await organizations.scheduleDeletion(ctx, path.organizationId);
  return isProblem(row) ? row : { status: 200, body: presentOrganization(row) };
};

export const restoreOrganization: Handlers["restoreOrganization"] = async (ctx, { path }) => {
  const row = await organizations.restore(ctx, path.organizationId);
  return isProblem(row) ? row : { status: 200, body: presentOrganization(row) };
};

export const leaveOrganization: Handlers["leaveOrganization"] = async (ctx, { path }) => {
  const ended = await endMembership(ctx, { organizationId: path.organizationId, userId: ctx.caller.userId });
  return isProblem(ended) ? ended : { status: 204 };
};
