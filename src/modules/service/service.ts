import type { Context } from "#context";
import { problem } from "#generated/problems";
import * as queries from "./queries";

/** A database that takes longer than this for `select 1` does not count as answering. */
const DATABASE_LIMIT_MS = 1_000;
/** Probes ask every few seconds anyway. */
const RETRY_AFTER_SECONDS = 5;

/** `detail` says what is missing, for the person who looks at a probe that fails. */
export const notReady = (detail: string) => problem("not_ready", { detail, retryAfter: RETRY_AFTER_SECONDS });

/** The problem that keeps traffic away, or undefined where there is none. */
export async function readiness(ctx: Context<"public">) {
  if (!ctx.lifecycle.hasStarted) return notReady("The server is starting.");
  if (!ctx.lifecycle.takesTraffic) return notReady("The server is stopping.");
  return (await databaseAnswers(ctx)) ? undefined : notReady("The database does not answer.");
}

function databaseAnswers(ctx: Context<"public">): Promise<boolean> {
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
