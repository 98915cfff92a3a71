/** What administrators do with jobs. */
import type { Context } from "#context";
import type { PageInput } from "#contract/context";
import { pipelineProblem } from "#contract/problem";
import { isUniqueViolation } from "#db/errors";
import type { ListJobsInput } from "#generated/handlers";
import { problem } from "#generated/problems";
import * as queries from "./queries";

/** Each state has a statement of its own, because an index serves a condition only where the statement always has it. */
const LISTS = {
  waiting: queries.listWaitingJobs,
  running: queries.listRunningJobs,
  failed: queries.listFailedJobs,
  done: queries.listDoneJobs,
};

export function listJobs({ sql }: Context, { state, name }: ListJobsInput["query"], page: PageInput) {
  const list = state === undefined ? queries.listJobs : LISTS[state];
  return list(sql, name ?? null, page);
}

/** Lets a failed job run once more. A scheduled one has no place beside the next of its name, which makes up for it. */
export async function retryJob(ctx: Context, jobId: string) {
  const job = await queries.selectJob(ctx.sql, jobId);
  if (!job) return pipelineProblem("not_found");
  const isRetried = await ctx.jobs.retry(ctx.sql, job.name, job.id).catch((error) => {
    if (isUniqueViolation(error)) return undefined;
    throw error;
  });
  if (isRetried === undefined) return problem("job_waits");
  return (isRetried && (await queries.selectJob(ctx.sql, jobId))) || problem("job_not_failed");
}
