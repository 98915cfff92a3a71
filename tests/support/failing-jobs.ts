/** Jobs that do what a test says: those of the product fail too rarely. */
import { Type } from "@sinclair/typebox";
import { welcome } from "../../src/modules/credentials/jobs";
import { defineJob, defineScheduledJob, PermanentJobError } from "../../src/modules/jobs/job";
import { testApp } from "./app";

/** The words of its payload are a secret that no answer has. */
export const failingJob = defineJob({
  name: "trial.fail",
  payload: Type.Object({ words: Type.String() }, { additionalProperties: false }),
  retryLimit: 3,
  retryDelaySeconds: 60,
  retryDelayMaximumSeconds: 60,
  timeoutSeconds: 5,
  concurrency: 1,
  async run() {
    throw new PermanentJobError("The other side said no.");
  },
});

export const succeedingJob = defineJob({ ...failingJob, name: "trial.succeed", run: async () => {} });

/** Fails with more words than an answer takes, and is tried again after a minute. */
export const retriedJob = defineJob({
  ...failingJob,
  name: "trial.retry",
  async run() {
    throw new Error("no ".repeat(600));
  },
});

export const scheduledJob = defineScheduledJob({
  name: "trial.schedule",
  cron: "0 0 1 1 *",
  async run() {
    throw new PermanentJobError("Not this year.");
  },
});

const trialJobs = [failingJob, succeedingJob, retriedJob, scheduledJob];

/** A server with these jobs, and an administrator, before any job was added. */
export async function trialApp() {
  const app = await testApp({ jobs: [...trialJobs, welcome] });
  const ada = await app.administrator();
  await app.sql`delete from pgboss.job`;
  return { app, ada };
}
