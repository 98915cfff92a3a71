import type { Context } from "#context";
import type { Version } from "#contract/context";
import { foundPersonal } from "../organizations/organizations";
import * as queries from "./queries";

/** What registering needs of a context; the seeds register without a request. */
type Registering = Pick<Context<"public">, "sql" | "clock" | "ids" | "passwords" | "signal">;

/**
 * Creates an account, with an organization of the person's own, and answers with its id, or with undefined where the
 * address has one already. Both do the same work, the hash above all, so that the time says no more than the answer:
 * where the address is taken, the organization would be for an id that nobody has.
 */
export async function register(ctx: Registering, person: { email: string; password: string; name: string }) {
  const passwordHash = await ctx.passwords.hash(person.password, ctx.signal);
  const { email, name } = person;
  const id = ctx.ids.next();
  const user = await queries.insertUser(ctx.sql, { id, email, name, passwordHash, at: ctx.clock.now() });
  await foundPersonal(ctx, id);
  return user?.id;
}

/** The id of the account that has this address and this password, if there is one. Costs the same whether or not. */
export async function identify(ctx: Context<"public">, { email, password }: { email: string; password: string }) {
  const account = await queries.selectCredentialsByEmail(ctx.sql, email);
  const matches = await ctx.passwords.verify(password, account?.passwordHash, ctx.signal);
  return matches ? account?.id : undefined;
}

export const readProfile = (ctx: Context<"session">) => queries.selectUser(ctx.sql, ctx.caller.userId);

/** Changes what is given. Undefined where the profile has changed since the version that the caller read. */
export const changeProfile = (ctx: Context<"session">, change: { name?: string }, ifMatch: Version) =>
  queries.updateUser(ctx.sql, ctx.caller.userId, ifMatch, { name: change.name ?? null }, ctx.clock.now());
