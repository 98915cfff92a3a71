import type { Context } from "#context";
import { problem } from "#generated/problems";
import * as queries from "./queries";

/** A database that takes longer than this for `select 1` does not count as answering. */
const DATABASE_LIMIT_MS = 1_000;
/** Probes ask every few seconds anyway. */
const RETRY_AFTER_SECONDS = 5;

export const notReady = () => problem("not_ready", { retryAfter: RETRY_AFTER_SECONDS });

export function databaseAnswers(ctx: Context<"public">): Promise<boolean> {
  return new Promise((resolve) => {
    const query = queries.selectOne(ctx.sql);
    const giveUp = () => {
      query.cancel();
      resolve(false);
    };
    const timer = setTimeout(giveUp, DATABASE_LIMIT_MS);
    query
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(timer));
  });
}
