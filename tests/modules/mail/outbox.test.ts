/** From the transaction that causes a mail to the mail server, through what goes wrong in between. */
import { afterAll, beforeEach, describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import type { Sql } from "#db/client";
import { letter } from "#lib/letter";
import { openBoss } from "../../../src/modules/jobs/boss";
import { purgeMails } from "../../../src/modules/mail/jobs";
import { smtpSettings, smtpTransport } from "../../../src/modules/mail/smtp";
import { testApp } from "../../support/app";
import { newAddress, tokenSentTo } from "../../support/invitations";
import { storedJobs, timePasses } from "../../support/jobs";
import { MailServer } from "../../support/mail-server";

const KILLED = fileURLToPath(new URL("killed-worker.ts", import.meta.url));
const DAY_MS = 24 * 60 * 60_000;
const HOUR_SECONDS = 3600;

const server = new MailServer({ disabledCommands: ["STARTTLS"] });
await server.open();
afterAll(() => server.close());

/** Sends to the real mail server. */
const app = await testApp({ transport: smtpTransport(smtpSettings(server.url)) });

beforeEach(() => {
  server.received.length = 0;
  server.recipient = () => undefined;
  server.message = () => undefined;
});

const greeting = (to = newAddress()) =>
  letter({ template: "greeting", to, subject: "Good day", preheader: "", paragraphs: ["A secret: gwi_secret."] });

/** Adds a mail, as an operation does. Answers with its id. */
async function added(mail = greeting()): Promise<string> {
  await app.sql.begin((sql) => app.services.outbox.add(sql as unknown as Sql, mail));
  const [row] = await app.sql<{ id: string }[]>`select id from outbox_mails order by created_at desc, id desc limit 1`;
  return row!.id;
}

const stored = async (id: string) => {
  const [row] = await app.sql<{ isSent: boolean; isErased: boolean }[]>`
    select sent_at is not null as is_sent, content_sealed is null as is_erased from outbox_mails where id = ${id}`;
  return row;
};

/** What administrators see of the newest mail's job. */
const newestJob = async () => (await storedJobs(app, "mail.send")).at(-1)!;

/** Of the jobs of this module. */
const outcomes = async () =>
  (await app.drain({ mayFail: true })).filter(({ job }) => job.startsWith("mail.")).map(({ outcome }) => outcome);

describe("a mail", () => {
  test("is sent once its transaction is committed, and its content is erased", async () => {
    const id = await added();
    expect([server.received.length, await stored(id)]).toEqual([0, { isSent: false, isErased: false }]);
    expect(await outcomes()).toEqual(["completed"]);
    expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${id}@example.com>`]);
    expect(await stored(id)).toEqual({ isSent: true, isErased: true });
    expect(await outcomes()).toEqual([]);
  });

  test("of a transaction that is rolled back is neither stored nor sent", async () => {
    const mail = greeting();
    const undone = app.sql.begin(async (sql) => {
      await app.services.outbox.add(sql as unknown as Sql, mail);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect([await outcomes(), server.received]).toEqual([[], []]);
  });

  test("that waits is readable in no row of the database, and in no line of the log, before it was sent and after", async () => {
    const collecting = await testApp();
    const owner = await collecting.person();
    const organizationId = await collecting.organization(owner, "Difference Engines");
    const email = newAddress();
    const input = { path: { organizationId }, body: { email, role: "member" } };
    expect(await owner.call("createInvitation", input)).toMatchObject({ status: 201 });
    const waiting = await collecting.everythingStored();
    const token = await tokenSentTo(collecting, email);
    const sent = await collecting.everythingStored();
    for (const secret of [token, token.slice(4), "You are invited", "Invitation to"]) {
      // A row as text has its bytes in hexadecimal digits.
      for (const words of [secret, Buffer.from(secret).toString("hex")])
        for (const stored of [waiting, sent]) expect(stored).not.toContain(words);
      expect(collecting.logged()).not.toContain(secret);
    }
    expect(collecting.logged()).toContain('"template":"invitation"');
  });

  test("opens under its own id only", async () => {
    const [one, other] = [await added(), await added()];
    await app.owner`
      update outbox_mails set content_sealed = (select content_sealed from outbox_mails where id = ${other}) where id = ${one}`;
    expect((await outcomes()).sort()).toEqual(["completed", "retried"]);
    expect(server.received.map(({ messageId }) => messageId)).toEqual([`<${other}@example.com>`]);
    await app.sql`delete from outbox_mails where id = ${one}`;
    await timePasses(app);
    expect(await outcomes()).toEqual(["completed"]);
  });

  test("that two workers take at once is sent once", async () => {
    const id = await added();
    const signal = new AbortController().signal;
    const send = () => app.sql.begin((sql) => app.services.outbox.send(sql as unknown as Sql, id, signal));
    expect((await Promise.all([send(), send()])).sort()).toEqual(["greeting", undefined]);
    expect(server.received).toHaveLength(1);
    expect(await outcomes()).toEqual(["completed"]);
  });
});

describe("a mail server that is away", () => {
  test("for a minute: nothing is lost, and all is sent when it is back", async () => {
    const owner = await app.person();
    const organizationId = await app.organization(owner);
    await server.close();
    const [first, second] = [newAddress(), newAddress()];
    for (const email of [first, second])
      await owner.call("createInvitation", { path: { organizationId }, body: { email, role: "member" } });
    expect(await outcomes()).toEqual(["retried", "retried"]);
    expect(await outcomes()).toEqual([]);
    await server.open();
    await timePasses(app);
    expect(await outcomes()).toEqual(["completed", "completed"]);
    const addresses = server.received.map(({ to }) => [to].flat()[0]?.value[0]?.address);
    expect(addresses.sort()).toEqual([first, second].sort());
  });

  test("for good: it is tried for about a day, then the job has failed, and works when somebody retries it", async () => {
    const id = await added();
    server.recipient = () => ({ code: 451, words: "4.7.1 later" });
    let waitedSeconds = 0;
    while ((await outcomes())[0] === "retried") {
      waitedSeconds += (await newestJob()).waitsSeconds;
      await timePasses(app);
    }
    expect(waitedSeconds).toBeGreaterThan(20 * HOUR_SECONDS);
    expect(waitedSeconds).toBeLessThan(26 * HOUR_SECONDS);
    expect(await newestJob()).toMatchObject({
      state: "failed",
      output: { message: "The mail server answered RCPT TO with 451 4.7.1" },
    });
    expect(await stored(id)).toEqual({ isSent: false, isErased: false });

    server.recipient = () => undefined;
    await app.services.jobs.retry(app.sql, "mail.send", (await newestJob()).id);
    expect(await outcomes()).toEqual(["completed"]);
    expect(await stored(id)).toEqual({ isSent: true, isErased: true });
  });

  test("for one recipient keeps no other mail waiting", async () => {
    const slow = newAddress();
    server.recipient = (address) => (address === slow ? { code: 450, words: "4.2.0 greylisted" } : undefined);
    await added(greeting(slow));
    await added();
    expect((await outcomes()).sort()).toEqual(["completed", "retried"]);
    server.recipient = () => undefined;
    await timePasses(app);
    expect(await outcomes()).toEqual(["completed"]);
  });
});

test("a recipient that is refused for good fails at once; the address is in neither the job nor the log", async () => {
  const to = newAddress();
  const id = await added(greeting(to));
  server.recipient = (address) => ({ code: 550, words: `5.1.1 <${address}> unknown` });
  expect(await outcomes()).toEqual(["failed"]);
  const { state, output } = await newestJob();
  expect([state, output?.message]).toEqual(["failed", "The mail server answered RCPT TO with 550 5.1.1"]);
  expect(JSON.stringify(output)).not.toContain(to);
  expect(app.logged()).not.toContain(to);
  expect(await stored(id)).toEqual({ isSent: false, isErased: false });
});

describe("sent and not committed", () => {
  test("a worker that is killed in between: the mail comes again under the same Message-ID, and is then marked as sent", async () => {
    const id = await added();
    const worker = Bun.spawn([process.execPath, KILLED, app.database.url, server.url], {
      stdout: "inherit",
      stderr: "inherit",
    });
    // The server has the whole message, and has not yet said so.
    server.message = async () => {
      worker.kill("SIGKILL");
      await worker.exited;
      return undefined;
    };
    await worker.exited;
    expect(worker.signalCode).toBe("SIGKILL");
    expect(await stored(id)).toEqual({ isSent: false, isErased: false });

    server.message = () => undefined;
    await expireRuns();
    expect(await outcomes()).toEqual(["completed"]);
    expect(server.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@example.com>`));
    const [first, second] = server.received;
    expect([second!.date, second!.text]).toEqual([first!.date, first!.text]);
    expect(await stored(id)).toEqual({ isSent: true, isErased: true });
  });

  test("a commit that fails: the same", async () => {
    const id = await added();
    await app.owner`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`;
    await app.owner`
      create constraint trigger refused after update on outbox_mails deferrable initially deferred
      for each row execute function refuse()`;
    expect(await outcomes()).toEqual(["retried"]);
    expect(await stored(id)).toEqual({ isSent: false, isErased: false });
    await app.owner`drop trigger refused on outbox_mails`;
    await timePasses(app);
    expect(await outcomes()).toEqual(["completed"]);
    expect(server.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`<${id}@example.com>`));
    expect(await stored(id)).toEqual({ isSent: true, isErased: true });
  });
});

describe("mail.purge", () => {
  test("deletes what is older than thirty days, sent or not, and nothing else", async () => {
    await app.sql`delete from outbox_mails`;
    await added();
    expect(await outcomes()).toEqual(["completed"]);
    server.recipient = () => ({ code: 550, words: "5.1.1 unknown" });
    await added();
    expect(await outcomes()).toEqual(["failed"]);
    app.clock.advance(30 * DAY_MS);
    const young = await added();
    app.clock.advance(1);
    await app.sql.begin((sql) => app.services.jobs.add(sql as unknown as Sql, purgeMails, {}));
    await outcomes();
    const left = await app.sql<{ id: string }[]>`select id from outbox_mails`;
    expect(left.map(({ id }) => id)).toEqual([young]);
  });
});

/** What happens to the run of a worker that is gone, once its time is over. */
async function expireRuns(): Promise<void> {
  await app.sql`update pgboss.job set started_on = started_on - interval '1 day' where state = 'active'`;
  await app.sql`update pgboss.queue set monitor_claim_on = null, monitor_on = null`;
  await openBoss({ sql: app.sql, log: app.options.log, keeps: false }).supervise("mail.send");
  await timePasses(app);
}
