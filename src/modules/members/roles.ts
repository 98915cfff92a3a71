import type { Context } from "#context";
import type { Version } from "#contract/context";
import { pipelineProblem } from "#contract/problem";
import { problem } from "#generated/problems";
import type { NewRole, RoleChange } from "#generated/types";
import * as queries from "./queries";
import { isBuiltIn, mayGive, type Scopes, scopesOf } from "./scopes";

/** As the contract says. */
const OWN_ROLES_MAXIMUM = 50;
const NONE: Scopes = new Set();

/**
 * The scopes of a role that somebody is about to get in the transaction, or a problem: `unknown_role`, or
 * `scopes_not_held` where the caller lacks one of them. A role of the organization's own stays as it is until the
 * transaction ends.
 */
export async function grantableRole(ctx: Context, organizationId: string, role: string) {
  const scopes = await lockScopes(ctx, organizationId, role);
  if (!scopes) return problem("unknown_role");
  return mayGive(heldBy(ctx), scopes) ? scopes : problem("scopes_not_held");
}

/** Whether the caller may give the role, or take it away from somebody who has it: they hold all of its scopes. */
export async function holdsRole(ctx: Context, organizationId: string, role: string): Promise<boolean> {
  const scopes = await lockScopes(ctx, organizationId, role);
  return scopes !== undefined && mayGive(heldBy(ctx), scopes);
}

/** One who makes a role waits for the others who do in the organization, so that their count holds. */
export async function createRole(ctx: Context, organizationId: string, role: Required<NewRole>) {
  if (isBuiltIn(role.name)) return problem("role_exists");
  if (!mayGive(heldBy(ctx), role.scopes)) return problem("scopes_not_held");
  await queries.lockOrganization(ctx.sql, organizationId);
  if ((await queries.countRoles(ctx.sql, organizationId)).count >= OWN_ROLES_MAXIMUM) return problem("too_many_roles");
  return (await queries.insertRole(ctx.sql, organizationId, role, ctx.clock.now())) ?? problem("role_exists");
}

export async function updateRole(ctx: Context, key: queries.RoleKey, change: RoleChange, ifMatch: Version) {
  const role = await queries.lockRole(ctx.sql, key);
  if (!role) return pipelineProblem("not_found");
  if (!mayGive(heldBy(ctx), role.scopes)) return problem("scopes_not_held");
  if (role.version !== ifMatch) return pipelineProblem("precondition_failed");
  if (!mayGive(heldBy(ctx), change.scopes ?? [])) return problem("scopes_not_held");
  ctx.afterCommit(() => ctx.memberships.forgetOrganization(key.organizationId));
  return queries.updateRole(ctx.sql, key, change, ctx.clock.now());
}

export async function deleteRole(ctx: Context, key: queries.RoleKey) {
  const role = await queries.lockRole(ctx.sql, key);
  if (!role) return pipelineProblem("not_found");
  if (!mayGive(heldBy(ctx), role.scopes)) return problem("scopes_not_held");
  return (await queries.deleteUnusedRole(ctx.sql, key)) ?? problem("role_in_use");
}

const heldBy = ({ caller }: Context): Scopes => caller?.scopes ?? NONE;

async function lockScopes(ctx: Context, organizationId: string, role: string): Promise<Scopes | undefined> {
  if (isBuiltIn(role)) return scopesOf(role, null);
  const own = await queries.lockRoleScopes(ctx.sql, { organizationId, roleName: role });
  return own && scopesOf(role, own.scopes);
}
