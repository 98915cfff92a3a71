import type { Context } from "#context";
import type { PageInput, Version } from "#contract/context";
import { pipelineProblem } from "#contract/problem";
import { problem } from "#generated/problems";
import { addFounder } from "../members/members";
import * as queries from "./queries";

export { presentMembership } from "./present";

/** As the contract says: how long a deletion can be taken back. */
const RESTORABLE_MS = 30 * 24 * 60 * 60_000;

/** What founding needs of a context; the seeds found without a request. */
type Founding = Pick<Context, "sql" | "clock" | "ids">;

/** Founds an organization whose only member and owner is this person. */
export async function found(ctx: Founding, userId: string, { name }: { name: string }) {
  const row = await queries.insertOrganization(ctx.sql, { id: ctx.ids.next(), name, at: ctx.clock.now() });
  await addFounder(ctx, { organizationId: row.id, userId });
  return row;
}

/**
 * Founds the organization that a person gets when they register. Where there is no such person the same statements run
 * and write nothing, so that registering an address that has an account takes as long as registering a new one.
 */
export async function foundPersonal(ctx: Founding, userId: string): Promise<void> {
  const organizationId = ctx.ids.next();
  await queries.insertPersonalOrganization(ctx.sql, organizationId, userId);
  await addFounder(ctx, { organizationId, userId });
}

/** Undefined where it does not exist, or does not any more. */
export const readOrganization = (ctx: Context, id: string) => queries.selectOrganization(ctx.sql, id, ctx.clock.now());

/** As readOrganization. Who locks the same one waits until the transaction ends. */
export const lockOrganization = (ctx: Context, id: string) => queries.lockOrganization(ctx.sql, id, ctx.clock.now());

/** The caller's place in it; undefined where they are no member, or it does not exist any more. */
export const readMembership = (ctx: Context<"session">, id: string) =>
  queries.selectMembership(ctx.sql, id, ctx.caller, ctx.clock.now());

/** Changes what is given. Undefined where the organization has changed since the version that the caller read. */
export const changeOrganization = (ctx: Context, id: string, change: { name?: string }, ifMatch: Version) =>
  queries.updateOrganization(ctx.sql, id, ifMatch, { name: change.name ?? null }, ctx.clock.now());

/** Marks an organization to be deleted in thirty days. One that is marked already keeps its date. */
export async function scheduleDeletion(ctx: Context, id: string) {
  const now = ctx.clock.now();
  const row = await queries.lockOrganization(ctx.sql, id, now);
  if (!row) return pipelineProblem("not_found");
  if (row.personalTo !== null) return problem("personal_organization");
  if (row.deletesAt !== null) return row;
  return queries.updateOrganizationDeletesAt(ctx.sql, id, new Date(now.getTime() + RESTORABLE_MS), now);
}

/** Takes back the deletion of an organization whose time is not over. One that is not marked stays as it is. */
export async function restore(ctx: Context, id: string) {
  const now = ctx.clock.now();
  const row = await queries.lockOrganization(ctx.sql, id, now);
  if (!row) return pipelineProblem("not_found");
  return row.deletesAt === null ? row : queries.updateOrganizationDeletesAt(ctx.sql, id, null, now);
}

export const listOrganizations = (ctx: Context<"session">, page: PageInput) =>
  queries.listOrganizationsByUser(ctx.sql, ctx.caller, ctx.clock.now(), page);
