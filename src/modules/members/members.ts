import type { Context } from "#context";
import type { Version } from "#contract/context";
import { isProblem, type Problem, pipelineProblem } from "#contract/problem";
import type { Sql } from "#db/client";
import { problem } from "#generated/problems";
import * as queries from "./queries";
import { grantableRole, holdsRole } from "./roles";

export { grantableRole, holdsRole } from "./roles";
export { holdsAll } from "./scopes";

/** Makes somebody the first owner of an organization that this transaction founded; of none where it founded none. */
export const addFounder = async (ctx: Pick<Context, "sql">, key: queries.MemberKey): Promise<void> =>
  void (await queries.insertFounder(ctx.sql, key));

/** Makes somebody a member, with the role as it is written. False where they are one already. */
export async function addMember(ctx: Context, key: queries.MemberKey, role: string): Promise<boolean> {
  const added = await queries.insertMember(ctx.sql, key, role, ctx.clock.now());
  ctx.afterCommit(() => ctx.memberships.forget(key));
  return added !== undefined;
}

/** Ends a membership, whatever the caller holds. The problem is `last_owner`, or `not_found` where there is no such member. */
export async function endMembership(ctx: Context, key: queries.MemberKey) {
  const member = await lockMember(ctx, key);
  return isProblem(member) ? member : end(ctx, key, member);
}

export async function removeMember(ctx: Context, key: queries.MemberKey) {
  const member = await lockMember(ctx, key);
  if (isProblem(member)) return member;
  if (!(await holdsRole(ctx, key.organizationId, member.role))) return problem("scopes_not_held");
  return end(ctx, key, member);
}

export async function changeRole(ctx: Context, key: queries.MemberKey, role: string, ifMatch: Version) {
  const member = await lockMember(ctx, key);
  if (isProblem(member)) return member;
  if (!(await holdsRole(ctx, key.organizationId, member.role))) return problem("scopes_not_held");
  if (member.version !== ifMatch) return pipelineProblem("precondition_failed");
  const granted = await grantableRole(ctx, key.organizationId, role);
  if (isProblem(granted)) return granted;
  if (member.isLastOwner && role !== "owner") return problem("last_owner");
  ctx.afterCommit(() => ctx.memberships.forget(key));
  return queries.updateMemberRole(ctx.sql, key, role);
}

/**
 * The organizations that nobody would own without this person: some of their names, and how many there are. An owner whose
 * account is to be deleted does not count, nor does an organization that is. What changes their owners waits until the
 * transaction ends, so that of two owners who go at once one is told.
 */
export async function lockSoleOwnerships(sql: Sql, userId: string, limit: number) {
  await queries.lockOwnersOfOwned(sql, userId);
  const rows = await queries.listOwnedAlone(sql, userId, limit);
  return { names: rows.map(({ name }) => name), count: rows[0]?.count ?? 0 };
}

/** Where this person is a member, their own organization left out, in the order of the ids. */
export const listSharedOrganizations = (sql: Sql, userId: string) => queries.listSharedOrganizationsByUser(sql, userId);

interface LockedMember extends queries.LockedMemberRow {
  readonly isLastOwner: boolean;
}

async function end(ctx: Context, key: queries.MemberKey, member: LockedMember) {
  if (member.isLastOwner) return problem("last_owner");
  await queries.deleteMember(ctx.sql, key);
  ctx.afterCommit(() => ctx.memberships.forget(key));
  return member;
}

/** Locks the owners too, so that of two who go at once one stays. */
async function lockMember(ctx: Context, key: queries.MemberKey): Promise<LockedMember | Problem<"not_found">> {
  const locked = await queries.lockMemberAndOwners(ctx.sql, key);
  const member = locked.find(({ userId }) => userId === key.userId);
  if (!member) return pipelineProblem("not_found");
  const isLastOwner = member.role === "owner" && !(await queries.selectOtherOwner(ctx.sql, key));
  return { ...member, isLastOwner };
}
