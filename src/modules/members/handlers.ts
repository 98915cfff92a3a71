import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import * as members from "./members";
import { builtInRoles, placeOf, presentMember, presentRole } from "./present";
import * as queries from "./queries";
import * as roles from "./roles";

export const listMembers: Handlers["listMembers"] = async (ctx, { path, page }) => {
  const rows = await queries.listMembersByOrganization(ctx.sql, path.organizationId, page);
  return { status: 200, body: ctx.page(rows, presentMember, placeOf) };
};

export const getMember: Handlers["getMember"] = async (ctx, { path }) => {
  const member = await queries.selectMember(ctx.sql, path);
  return member ? { status: 200, body: presentMember(member), etag: member.version } : pipelineProblem("not_found");
};

export const updateMember: Handlers["updateMember"] = async (ctx, { path, body, ifMatch }) => {
  const member = await members.changeRole(ctx, path, body.role, ifMatch);
  return isProblem(member) ? member : { status: 200, body: presentMember(member), etag: member.version };
};

export const removeMember: Handlers["removeMember"] = async (ctx, { path }) => {
  const member = await members.removeMember(ctx, path);
  return isProblem(member) ? member : { status: 204 };
};

export const listRoles: Handlers["listRoles"] = async (ctx, { path }) => {
  const own = await queries.listRolesByOrganization(ctx.sql, path.organizationId);
  return { status: 200, body: { items: [...builtInRoles, ...own.map(presentRole)] } };
};

export const createRole: Handlers["createRole"] = async (ctx, { path, body }) => {
  const role = await roles.createRole(ctx, path.organizationId, body);
  return isProblem(role) ? role : { status: 201, body: presentRole(role), etag: role.version };
};

export const getRole: Handlers["getRole"] = async (ctx, { path }) => {
  const role = await queries.selectRole(ctx.sql, path);
  return role ? { status: 200, body: presentRole(role), etag: role.version } : pipelineProblem("not_found");
};

export const updateRole: Handlers["updateRole"] = async (ctx, { path, body, ifMatch }) => {
  const role = await roles.updateRole(ctx, path, body, ifMatch);
  return isProblem(role) ? role : { status: 200, body: presentRole(role), etag: role.version };
};

export const deleteRole: Handlers["deleteRole"] = async (ctx, { path }) => {
  const role = await roles.deleteRole(ctx, path);
  return isProblem(role) ? role : { status: 204 };
};
