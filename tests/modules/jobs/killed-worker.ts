/** A process that takes a job, says so, and never ends it: killed-worker.ts <database url>. */
import { APPLICATION_ROLE, connect } from "../../../src/db/client";
import { TestApp, TestClock } from "../../support/app";
import { trialJob } from "../../support/jobs";

const [url = ""] = process.argv.slice(2);
const database = {
  url,
  connect: () => connect({ url, poolMax: 4, prepare: true, role: APPLICATION_ROLE }),
  close: () => Promise.resolve(),
};
const job = trialJob(() => {
  process.stdout.write("running");
  return new Promise(() => {});
});
const app = await TestApp.start(database, new TestClock(), { jobs: [job] });
await app.worker.start();
