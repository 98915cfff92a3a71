import { isProblem, pipelineProblem } from "#contract/problem";
import type { Handlers } from "#generated/handlers";
import { listJobs as list, retryJob as retry } from "./operations";
import { placeOf, presentJob } from "./present";
import { selectJob } from "./queries";

export const listJobs: Handlers["listJobs"] = async (ctx, { query, page }) => {
  const rows = await list(ctx, query, page);
  return { status: 200, body: ctx.page(rows, presentJob, placeOf) };
};

export const getJob: Handlers["getJob"] = async (ctx, { path }) => {
  const job = await selectJob(ctx.sql, path.jobId);
  return job ? { status: 200, body: presentJob(job) } : pipelineProblem("not_found");
};

export const retryJob: Handlers["retryJob"] = async (ctx, { path }) => {
  const job = await retry(ctx, path.jobId);
  return isProblem(job) ? job : { status: 200, body: presentJob(job) };
};
