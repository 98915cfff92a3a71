import type { Context } from "#context";
import { problem } from "#generated/problems";
import * as queries from "./queries";

/** A database that takes longer than this for `select 1` does not count as answering. */
const DATABASE_LIMIT_MS = 1_000;
/** Probes ask every few seconds anyway. */
const RETRY_AFTER_SECONDS = 5;

export const notReady = () => problem("not_ready", { retryAfter: RETRY_AFTER_SECONDS });

export async function databaseAnswers(ctx: Context<"public">): Promise<boolean> {
  const query = queries.selectOne(ctx.sql);
  const { promise: tooLate, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), DATABASE_LIMIT_MS);
  const answers = query.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answers, tooLate]);
  } finally {
    clearTimeout(timer);
    query.cancel();
  }
}
