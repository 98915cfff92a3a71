import type { Context } from "#context";
import { createAccount, refusedPassword } from "../accounts/accounts";
import { welcome } from "./jobs";

type Registering = Pick<Context, "sql" | "clock" | "ids" | "passwords" | "published" | "signal" | "jobs">;

/**
 * Creates an account and answers with its id, or with undefined where the address has one already. Both do the same work,
 * the hash above all, so that the time says no more than the answer; only the mail tells, which a job makes.
 */
export async function register(ctx: Registering, person: { email: string; password: string; name: string }) {
  const { email, password, name } = person;
  const refused = refusedPassword(password, person, ctx.published.title);
  if (refused) return refused;
  const passwordHash = await ctx.passwords.hash(password, ctx.signal);
  const userId = await createAccount(ctx, ctx.sql, { email, name, passwordHash, isVerified: false });
  await ctx.jobs.add(ctx.sql, welcome, { userId: userId ?? null, email });
  return userId;
}
