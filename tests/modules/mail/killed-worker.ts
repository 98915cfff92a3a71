/** A process that sends what is due, to be killed while it does: killed-worker.ts <database url> <mail server>. */
import { APPLICATION_ROLE, connect } from "../../../src/db/client";
import { smtpSettings, smtpTransport } from "../../../src/modules/mail/smtp";
import { TestApp, TestClock } from "../../support/app";

const [url = "", mailServer = ""] = process.argv.slice(2);
const database = {
  url,
  connect: () => connect({ url, poolMax: 4, prepare: true, role: APPLICATION_ROLE }),
  close: () => Promise.resolve(),
};
const transport = smtpTransport(smtpSettings(mailServer));
const app = await TestApp.start(database, new TestClock(), { transport });
await app.drain();
